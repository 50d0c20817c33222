import { z } from 'zod';
import { Documents, GoalNumber, GrantOrCommonName, GroupName, Points } from './scheme';
import { FiscalYearText, Source } from './shape';

const block = {
  grant: GrantOrCommonName.nullable(),
  goal: GoalNumber.nullable(),
  group: GroupName.nullable(),
  mean: z.number().min(0),
};

/** National figures of one year, as published; block points: grant null = both grants, goal or group null = total. */
export const NationalFigures = z.strictObject({
  schema: z.literal('incentive-national/1'),
  fiscalYear: FiscalYearText,
  municipalities: z.int().min(1).max(10_000),
  documents: Documents,
  source: Source,
  blocks: z.array(z.strictObject({ ...block, median: z.number().min(0), sdPopulation: z.number().min(0) })).max(60),
  /** A group over both grants, goal Ⅳ twice; means unrounded from the counts, medians as printed or null. */
  groupTotals: z
    .array(
      z.strictObject({
        group: GroupName,
        mean: z.number().min(0),
        median: z.number().min(0).nullable(),
        source: Source,
      }),
    )
    .max(3)
    .optional(),
  /** [criterion id, municipalities that have it]. */
  criteria: z.array(z.tuple([z.string().max(8), z.int().min(0)])).max(5000),
  /** Complete distribution: [total points, municipalities]. */
  distribution: z
    .array(z.tuple([Points, z.int().min(1)]))
    .max(10_001)
    .optional(),
  /** Complete distributions of each grant, as `distribution`. */
  grantDistributions: z
    .strictObject({
      promotion: z.array(z.tuple([Points, z.int().min(1)])).max(10_001),
      support: z.array(z.tuple([Points, z.int().min(1)])).max(10_001),
    })
    .optional(),
  grantDistributionsSource: Source.optional(),
  /** Published [total points, national rank, municipalities known to have them], best first. */
  knownRanks: z
    .array(z.tuple([Points, z.int().min(1), z.int().min(1)]))
    .max(10_001)
    .optional(),
  knownRanksSource: Source.optional(),
  /** Who has the best total. */
  highest: z
    .strictObject({ name: z.string().max(20), prefecture: z.string().max(10), points: Points, source: Source })
    .optional(),
});

/** National figures of a year or part known by blocks: as printed, with the decimals printed; null = not published. */
export const BlockNationalFigures = z.strictObject({
  schema: z.literal('incentive-national/1'),
  level: z.literal('block'),
  fiscalYear: FiscalYearText,
  part: z.enum(['municipality', 'prefecture']),
  /** Municipalities or prefectures scored. */
  scored: z.int().min(1).max(10_000),
  documents: Documents,
  source: Source,
  blocks: z
    .array(
      z.strictObject({
        ...block,
        decimals: z.int().min(0).max(6),
        median: z.number().min(0).nullable(),
        sdPopulation: z.number().min(0).nullable(),
        source: Source.optional(),
      }),
    )
    .min(1)
    .max(60),
  /** Best and worst total. */
  highest: Points.nullable(),
  lowest: Points.nullable(),
});

export type NationalFigures = z.infer<typeof NationalFigures>;
export type BlockNationalFigures = z.infer<typeof BlockNationalFigures>;
