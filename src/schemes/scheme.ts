import { z } from 'zod';
import { idGrammar } from './names';
import { DocumentId, FiscalYearText, Source, Text } from './shape';

/** Whole points; the widest scheme known (R5) has 2,185. */
export const Points = z.int().min(0).max(10_000);

export const GrantOrCommonName = z.enum(['promotion', 'support', 'common']);
export const GroupName = z.enum(['process', 'activity', 'outcome']);
export const GoalNumber = z.int().min(1).max(4);

/** The documents a file cites. */
export const Documents = z
  .array(
    z.strictObject({
      id: DocumentId,
      title: Text,
      publisher: Text,
      url: z.url().max(500).optional(),
      note: z.string().max(2000).optional(),
    }),
  )
  .min(1)
  .max(50);

/** Self-assessed by the municipality: ○ or ×. */
const Marked = z.strictObject({ kind: z.literal('marked') });

/** In the top 7/5/3/1割 of all, floor(N·share) and the tied (rules/grants.md#thresholds, T1, T2). */
const TierTop = z.strictObject({
  kind: z.literal('tier-top'),
  better: z.enum(['higher', 'lower']),
  base: z.enum(['all-municipalities', 'municipalities-with-data']),
});

/**
 * The first criterion: does it at all; the others: floor(doers·share) and the tied (rules/grants.md#thresholds, T3).
 */
const TierAmongDoers = z.strictObject({ kind: z.literal('tier-among-doers'), better: z.enum(['higher', 'lower']) });

/**
 * Ranked on the total without this indicator (rules/grants.md#own-total); `cutOffs` are the totals from which ア, イ, ウ,
 * エ are met.
 */
const TierOnOwnTotal = z.strictObject({
  kind: z.literal('tier-on-own-total'),
  cutOffs: z.union([z.array(Points).min(1).max(72), z.literal('unspecified')]),
  source: Source.optional(),
});

const Criterion = z.strictObject({
  id: z.string().regex(idGrammar.criterion),
  label: z.string().regex(/^[ア-ク][①-⑨]?$/),
  points: Points,
  /** Criteria of one measure are steps of one figure; under `best-of-alternatives` they are one alternative. */
  measure: Text.optional(),
  share: z.enum(['does', '7/10', '5/10', '3/10', '1/10', 'unspecified']).optional(),
});

const Indicator = z.strictObject({
  id: z.string().regex(idGrammar.indicator),
  grant: GrantOrCommonName,
  goal: GoalNumber,
  group: GroupName,
  number: z.int().min(1).max(99),
  name: Text,
  maxPoints: Points,
  combine: z.enum(['sum', 'best-of-alternatives']),
  rule: z.discriminatedUnion('kind', [Marked, TierTop, TierAmongDoers, TierOnOwnTotal]),
  criteria: z.array(Criterion).min(1).max(72),
  source: Source,
});

const Goal = z.strictObject({
  grant: GrantOrCommonName,
  goal: GoalNumber,
  name: Text,
  maxPoints: Points,
  /** Empty where the split is not known. */
  groups: z.array(z.strictObject({ group: GroupName, maxPoints: Points })).max(3),
  source: Source,
});

const head = {
  schema: z.literal('incentive-scheme/1'),
  fiscalYear: FiscalYearText,
  revision: z.int().min(1).max(10_000),
  title: Text,
  maxPoints: Points,
  /** Points of each grant, a common goal counted in both; when given, the linters hold the goals to them. */
  grants: z
    .array(z.strictObject({ grant: z.enum(['promotion', 'support']), maxPoints: Points }))
    .max(2)
    .optional(),
  documents: Documents,
  source: Source,
  goals: z.array(Goal).min(1).max(12),
  /** What the notice leaves open; printed on the sheets, never decided in secret. */
  unspecified: z.array(z.strictObject({ what: Text, note: Text })).max(100),
};

/** A year whose every criterion is known. */
const CriterionScheme = z.strictObject({
  ...head,
  part: z.literal('municipality'),
  level: z.literal('criterion'),
  indicators: z.array(Indicator).min(1).max(108),
});

/** A year or part of which only the points per block (goal, area) are known: the points are the answers. */
export const BlockScheme = z.strictObject({
  ...head,
  part: z.enum(['municipality', 'prefecture']),
  level: z.literal('block'),
});

export const AnyScheme = z.discriminatedUnion('level', [CriterionScheme, BlockScheme]);

/** carriedOver.json: indicators whose criteria or points changed between two years. */
export const CarriedOverFile = z.strictObject({
  schema: z.literal('incentive-carried-over/1'),
  about: Text,
  changes: z.array(
    z.strictObject({
      from: FiscalYearText,
      to: FiscalYearText,
      fromIndicator: z.string(),
      toIndicator: z.string(),
      /** Pairs known to be the same question, earlier id first. */
      criteria: z.array(z.tuple([z.string(), z.string()])),
      confidence: z.enum(['certain', 'likely', 'inferred']),
      note: Text,
    }),
  ),
});

/** descriptions.json: what criteria ask, in words of ours. */
export const DescriptionsFile = z.strictObject({
  schema: z.literal('incentive-descriptions/1'),
  about: Text,
  years: z.array(
    z.strictObject({
      year: FiscalYearText,
      source: Text,
      descriptions: z.array(
        z.strictObject({
          criterion: z.string().regex(idGrammar.criterion),
          text: z.string().min(1).max(60),
          confidence: z.enum(['certain', 'likely', 'inferred']),
        }),
      ),
    }),
  ),
});

export type DescriptionsFile = z.infer<typeof DescriptionsFile>;
export type CarriedOverFile = z.infer<typeof CarriedOverFile>;
export type Scheme = z.infer<typeof CriterionScheme>;
export type BlockScheme = z.infer<typeof BlockScheme>;
/** What a scheme of either level has. */
export type SchemeHead = Pick<BlockScheme, 'maxPoints' | 'grants' | 'documents' | 'source' | 'goals' | 'unspecified'>;
export type Indicator = z.infer<typeof Indicator>;
export type Criterion = z.infer<typeof Criterion>;
export type { Grant, GrantOrCommon, Group, SchemePart } from './names';
