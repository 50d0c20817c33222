import { z } from 'zod';
import { yen, type Yen } from '../kernel';
import { DocumentId, FiscalYearText, Source, Text } from '../schemes';
import { roundingNames, tieRuleNames } from './rounding';

/** Whole yen, up to 10 兆円: the largest number JSON carries exactly is far above it. */
const YenAmount = z
  .int()
  .min(0)
  .max(10_000_000_000_000)
  .transform((amount): Yen => yen(BigInt(amount)));
const SourcedYen = z.strictObject({ yen: YenAmount, source: Source });
const Pot = z.strictObject({ national: SourcedYen, municipal: SourcedYen, prefecture: SourcedYen });

/** What the notice does not say stands as this word, never as a guess. */
const Unspecified = z.literal('unspecified');

/** A coefficient in ten-thousandths (14500 = 1.45), one per size class, class 1 first. */
const Coefficients = z.array(z.int().max(10_000_000)).min(1).max(20);

const FlatFrame = z.strictObject({
  kind: z.literal('flat'),
  id: z.string().min(1).max(40),
  name: Text,
  /** The pot the frame is taken from before the rest is shared; `outside` = money of its own. */
  from: z.enum(['promotion', 'support', 'outside']),
  /** Per size class, class 1 first: the amount each selected municipality receives, and how many are selected. */
  perClass: z
    .array(
      z.strictObject({
        yen: z.union([YenAmount, Unspecified]),
        places: z.union([z.int().min(0).max(2000), Unspecified]),
      }),
    )
    .min(1)
    .max(20),
  places: z.union([z.int().min(0).max(2000), Unspecified]),
  source: Source,
});

const UnspecifiedFrame = z.strictObject({
  kind: Unspecified,
  id: z.string().min(1).max(40),
  name: Text,
  note: Text,
  source: Source,
});

/** The conditions of one year's distribution, as data; every figure carries its source. */
export const AllocationPlanFile = z.strictObject({
  /** For editors only. */
  $schema: z.string().max(200).optional(),
  schema: z.literal('incentive-plan/1'),
  fiscalYear: FiscalYearText,
  revision: z.int().min(1).max(999),
  title: Text,
  documents: z
    .array(z.strictObject({ id: DocumentId, title: Text, publisher: Text, note: z.string().max(2000).optional() }))
    .min(1)
    .max(50),
  total: SourcedYen,
  pots: z.strictObject({ promotion: Pot, support: Pot }),
  /** The fewest insured persons of class 2, class 3, …; class 1 lies below the first. */
  sizeClasses: z.strictObject({ from: z.array(z.int().max(10_000_000)).max(19), source: Source }),
  coefficients: z.union([
    Unspecified,
    z.strictObject({ promotion: Coefficients, support: Coefficients, source: Source }),
  ]),
  frames: z.array(z.discriminatedUnion('kind', [FlatFrame, UnspecifiedFrame])).max(20),
  /** 激変緩和: nobody receives less than this share of last year's amount. */
  transition: z.union([
    Unspecified,
    z.literal('none'),
    z.strictObject({ percentOfLastYear: z.int().max(1000), source: Source }),
  ]),
  caps: z.strictObject({
    /** 所要見込額: nobody receives more than asked for; what is cut goes to the others, in so many passes. */
    required: z.union([
      z.literal('none'),
      z.strictObject({ passes: z.union([z.literal('until-settled'), z.int().min(0).max(100)]), source: Source }),
    ]),
    /** Nobody receives more than so many percent of what the insured persons alone would bring. */
    multiple: z.union([
      z.literal('none'),
      z.strictObject({ percentOfInsuredShare: z.int().max(100_000), source: Source }),
    ]),
  }),
  rounding: z.strictObject({ name: z.enum(roundingNames), ties: z.enum(tieRuleNames), source: Source }),
  /** Parts of the rule that are not public, in words, for the sheet. */
  unspecified: z.array(Text).max(30),
});

export type AllocationPlan = z.output<typeof AllocationPlanFile>;
export type FlatFrameRule = z.output<typeof FlatFrame>;

const CostRule = z.strictObject({
  source: z.strictObject({
    document: z.string(),
    place: z.string(),
    confidence: z.enum(['certain', 'likely', 'inferred']),
  }),
  categories: z.array(z.strictObject({ name: z.string().min(1), aliases: z.array(z.string().min(1)) })).min(1),
});

const costsSchema = z.literal('incentive-cost-categories/1');
const CostGrants = z.strictObject({
  promotion: z.union([z.literal('unspecified'), CostRule]),
  support: z.union([z.literal('unspecified'), CostRule]),
  outcomeOriented: z.union([z.literal('unspecified'), CostRule]),
});

/** costs.json of a year: its categories with their documents, or the year whose document it is taken to follow, and why. */
export const CostCategories = z.union([
  z.strictObject({
    schema: costsSchema,
    documents: z.array(z.strictObject({ id: z.string(), title: z.string(), publisher: z.string() })).min(1),
    grants: CostGrants,
  }),
  z.strictObject({
    schema: costsSchema,
    sameAs: z.templateLiteral(['R', z.int().min(1).max(99)]),
    note: z.string().min(1),
  }),
]);

export type CostCategories = z.infer<typeof CostCategories>;
export type CostGrants = z.infer<typeof CostGrants>;
