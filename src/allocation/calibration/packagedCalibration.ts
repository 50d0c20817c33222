import { z } from 'zod';
import data from './R6.json';

z.config({ ...z.locales.ja(), jitless: true });

const Rate = z.number().min(0);

const CalibrationFile = z.strictObject({
  schema: z.literal('incentive-calibration/1'),
  fiscalYear: z.templateLiteral(['R', z.int().min(1).max(99)]),
  note: z.string(),
  sizeClasses: z.array(z.int().min(1)).length(4),
  nationalMeans: z.strictObject({ promotion: z.number().positive(), support: z.number().positive() }),
  rates: z.strictObject({
    promotionToSupport: z.number().positive(),
    flatAddOnYen: z.int().min(0),
    classes: z
      .array(
        z.strictObject({
          sizeClass: z.int().min(1).max(5),
          observations: z.int().min(0),
          centre: Rate,
          low: Rate,
          high: Rate,
          addOnRatio: Rate,
        }),
      )
      .length(5),
  }),
  leaveOneOut: z.array(
    z.strictObject({
      grant: z.enum(['both', 'promotion', 'support']),
      sizeClass: z.int().min(1).max(5).nullable(),
      amounts: z.int().min(1),
      medianErrorPercent: z.number(),
      ninetyPercentErrorPercent: z.number(),
      within: z.int().min(0),
    }),
  ),
});

export type PackagedCalibration = z.output<typeof CalibrationFile>;

/** The rates the estimate uses, with their leave-one-out errors; generated, never edited by hand. */
export const packagedCalibration: PackagedCalibration = CalibrationFile.parse(data);
