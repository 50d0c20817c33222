import { z } from 'zod';
import { fiscalYearOf, type FiscalYear } from '../kernel';

// The pages run under a strict CSP: no eval probe.
z.config({ jitless: true });

const FiscalYearText = z
  .string()
  .regex(/^R([1-9]|[1-9]\d)$/)
  .transform((text): FiscalYear => fiscalYearOf(Number(text.slice(1)) + 2018));
const Points = z.int().min(0).max(10_000);

/** Where a number was found, and how sure we are: `certain` (primary text or exact arithmetic), `likely`, `inferred`. */
const Source = z.strictObject({
  document: z.string().min(1),
  place: z.string().min(1),
  confidence: z.enum(['certain', 'likely', 'inferred']),
});

const Document = z.strictObject({
  id: z.string().min(1),
  title: z.string().min(1),
  publisher: z.string().min(1),
  url: z.url().optional(),
  note: z.string().optional(),
});

/** Self-assessed by the municipality: ○ or ×. */
const Marked = z.strictObject({ kind: z.literal('marked') });

/** In the top 7/5/3/1割 of all, floor(N·share) and the tied (domain §1.4 T1, T2). */
const TierTop = z.strictObject({
  kind: z.literal('tier-top'),
  better: z.enum(['higher', 'lower']),
  base: z.enum(['all-municipalities', 'municipalities-with-data']),
});

/** The first criterion: does it at all; the others: floor(doers·share) and the tied (domain §1.4 T3). */
const TierAmongDoers = z.strictObject({ kind: z.literal('tier-among-doers'), better: z.enum(['higher', 'lower']) });

/** Ranked on the total without this indicator (domain §0.6); `cutOffs` are the totals from which ア, イ, ウ, エ are met. */
const TierOnOwnTotal = z.strictObject({
  kind: z.literal('tier-on-own-total'),
  cutOffs: z.union([z.array(Points).min(1), z.literal('unspecified')]),
  source: Source.optional(),
});

const Criterion = z.strictObject({
  id: z.string().regex(/^[PSC][1-4][pao][1-9][a-h][1-9]?$/),
  label: z.string().regex(/^[ア-ク][①-⑨]?$/),
  points: Points,
  /** Criteria of one measure are steps of one figure; under `best-of-alternatives` they are one alternative. */
  measure: z.string().optional(),
  share: z.enum(['does', '7/10', '5/10', '3/10', '1/10', 'unspecified']).optional(),
});

const Indicator = z.strictObject({
  id: z.string().regex(/^[PSC][1-4][pao][1-9]$/),
  grant: z.enum(['promotion', 'support', 'common']),
  goal: z.int().min(1).max(4),
  group: z.enum(['process', 'activity', 'outcome']),
  number: z.int().min(1),
  name: z.string().min(1),
  maxPoints: Points,
  combine: z.enum(['sum', 'best-of-alternatives']),
  rule: z.discriminatedUnion('kind', [Marked, TierTop, TierAmongDoers, TierOnOwnTotal]),
  criteria: z.array(Criterion).min(1),
  source: Source,
});

const Goal = z.strictObject({
  grant: z.enum(['promotion', 'support', 'common']),
  goal: z.int().min(1).max(4),
  name: z.string().min(1),
  maxPoints: Points,
  /** Empty where the split is not known. */
  groups: z.array(z.strictObject({ group: z.enum(['process', 'activity', 'outcome']), maxPoints: Points })),
  source: Source,
});

const head = {
  schema: z.literal('incentive-scheme/1'),
  fiscalYear: FiscalYearText,
  revision: z.int().min(1),
  title: z.string().min(1),
  maxPoints: Points,
  documents: z.array(Document).min(1),
  source: Source,
  goals: z.array(Goal).min(1),
  /** What the notice leaves open; printed on the sheets, never decided in secret. */
  unspecified: z.array(z.strictObject({ what: z.string().min(1), note: z.string().min(1) })),
};

/** A year whose every criterion is known. */
export const CriterionScheme = z.strictObject({
  ...head,
  part: z.literal('municipality'),
  level: z.literal('criterion'),
  indicators: z.array(Indicator).min(1),
});

/** A year or part of which only the points per block (goal, area) are known: the points are the answers. */
export const BlockScheme = z.strictObject({
  ...head,
  part: z.enum(['municipality', 'prefecture']),
  level: z.literal('block'),
});

export const AnyScheme = z.discriminatedUnion('level', [CriterionScheme, BlockScheme]);

/** National figures of one year, as published; block points: grant null = both grants, goal or group null = total. */
export const NationalFigures = z.strictObject({
  schema: z.literal('incentive-national/1'),
  fiscalYear: FiscalYearText,
  municipalities: z.int().min(1),
  documents: z.array(Document).min(1),
  source: Source,
  blocks: z.array(
    z.strictObject({
      grant: z.enum(['promotion', 'support', 'common']).nullable(),
      goal: z.int().min(1).max(4).nullable(),
      group: z.enum(['process', 'activity', 'outcome']).nullable(),
      mean: z.number().min(0),
      median: z.number().min(0),
      sdPopulation: z.number().min(0),
    }),
  ),
  /** [criterion id, municipalities that have it]. */
  criteria: z.array(z.tuple([z.string(), z.int().min(0)])),
  /** Complete distribution: [total points, municipalities]. */
  distribution: z.array(z.tuple([Points, z.int().min(1)])).optional(),
  /** Published [total points, national rank, municipalities known to have them], best first. */
  knownRanks: z.array(z.tuple([Points, z.int().min(1), z.int().min(1)])).optional(),
});

export type Scheme = z.infer<typeof CriterionScheme>;
export type BlockScheme = z.infer<typeof BlockScheme>;
export type Indicator = z.infer<typeof Indicator>;
export type Criterion = z.infer<typeof Criterion>;
export type NationalFigures = z.infer<typeof NationalFigures>;
export type Grant = 'promotion' | 'support';
export type GrantOrCommon = Grant | 'common';
export type Group = 'process' | 'activity' | 'outcome';
