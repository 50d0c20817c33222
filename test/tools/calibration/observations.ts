import { z } from 'zod';
import data from '../../../src/allocation/calibration/observations-R6.json';

const Source = z.strictObject({
  document: z.string().min(1),
  place: z.string().min(1),
  confidence: z.enum(['certain', 'likely', 'inferred']),
});
const Amount = z.int().min(0);
const PerGrant = z.strictObject({ promotion: Amount, support: Amount });
const Percents = z.array(z.int().min(0).max(100)).length(5);

/** Published amounts of one year with points and insured persons, and what is known of each size class. */
const ObservationsFile = z.strictObject({
  schema: z.literal('incentive-observations/1'),
  fiscalYear: z.literal('R6'),
  documents: z.array(
    z.strictObject({ id: z.string(), title: z.string(), publisher: z.string(), note: z.string().optional() }),
  ),
  sizeClasses: z.array(z.int().min(1)).length(4),
  classMeans: z
    .array(
      z.strictObject({
        sizeClass: z.int().min(1).max(5),
        municipalities: z.int().min(1),
        meanYenPerPerson: z.number().positive(),
        medianYenPerPerson: z.number().positive(),
        meanPoints: z.number().positive(),
        source: Source,
      }),
    )
    .length(5),
  nationalMeans: z.strictObject({ promotion: z.number().positive(), support: z.number().positive(), source: Source }),
  /** The choices the band rests on; said in the decision page (decisions/estimate-without-budget.md). */
  method: z.strictObject({
    lowMarginPercent: Percents,
    highMarginPercent: Percents,
    addOn: z.strictObject({
      promotionPart: z.number().min(0).max(1),
      /** The larger add-on is expected from so many points of both grants on. */
      fromPoints: z.int().min(1),
      /** What an amount must lie above the basic rate to count as one with an add-on: both so much and this share of it. */
      leastSeenYen: Amount,
      leastSeenPercent: z.int().min(0).max(100),
      /** Add-ons below this are of the smaller kind. */
      smallBelowYen: Amount,
      roundedToYen: z.int().min(1),
    }),
    source: Source,
  }),
  observations: z.array(
    z.strictObject({
      municipality: z.string().min(1),
      prefecture: z.string().min(1),
      insured: z.int().min(1).nullable(),
      points: z.strictObject({ total: z.int().min(1), grants: PerGrant.nullable() }),
      yen: z.strictObject({ total: Amount, grants: PerGrant.nullable() }),
      /** 確定額 of both grants, where it was published beside the draft. */
      finalYen: Amount.optional(),
      note: z.string().optional(),
      source: Source,
    }),
  ),
});

export type Observations = z.output<typeof ObservationsFile>;
export type Observation = Observations['observations'][number];

/** The packaged observations of R6; throws when the file was broken by hand. */
export const packagedObservations: Observations = ObservationsFile.parse(data);
