import { yen as yenOf, type Yen } from '../../../src/kernel';
import type { Grant } from '../../../src/schemes';
import type { Calibration, LeaveOneOutRow } from '../../../src/allocation/calibration';
import { sizeClassOf } from '../../../src/allocation/entries';
import { calibrateClasses } from './calibrateClasses';
import { estimateFromRates, type Band, type EstimateBasis } from '../../../src/allocation/bands';
import { median, ninetyPercent } from './median';
import type { Observation, Observations } from './observations';

/** One published amount, estimated without itself. */
export interface LeftOut {
  readonly municipality: string;
  readonly sizeClass: number;
  readonly grant: Grant | 'both';
  readonly publishedYen: number;
  readonly finalYen: number | undefined;
  readonly band: Pick<Band, 'low' | 'centre' | 'high'>;
  /** Centre ÷ published − 1, in percent. */
  readonly errorPercent: number;
  readonly within: boolean;
}

/** Every published amount estimated by rates calibrated without it. */
export const leaveOneOut = (data: Observations): readonly LeftOut[] =>
  data.observations.flatMap((left) => estimatesOf(data, left));

/** The table for the manual: by grant and class, and by grant. */
export const leaveOneOutTable = (all: readonly LeftOut[]): readonly LeaveOneOutRow[] =>
  (['both', 'promotion', 'support'] as const).flatMap((grant) =>
    [1, 2, 3, 4, 5, null].flatMap((sizeClass) => {
      const some = all.filter((one) => one.grant === grant && (sizeClass === null || one.sizeClass === sizeClass));
      const errors = some.map(({ errorPercent }) => Math.abs(errorPercent));
      return some.length === 0
        ? []
        : [
            {
              grant,
              sizeClass,
              amounts: some.length,
              medianErrorPercent: tenths(median(errors)),
              ninetyPercentErrorPercent: tenths(ninetyPercent(errors)),
              within: some.filter(({ within }) => within).length,
              medianWidthPercent: tenths(median(some.map(widthPercent))),
              medianTopOverBottom: tenths(median(some.map(({ band: { low, high } }) => Number(high) / Number(low)))),
            },
          ];
    }),
  );

/** The band of a published amount, in percent of it. */
export const widthPercent = ({ band: { low, high }, publishedYen }: LeftOut): number =>
  (Number(high - low) / publishedYen) * 100;

/** How many 確定額 lie in the band their draft was estimated to. */
export const finalsWithin = (all: readonly LeftOut[]): Calibration['finals'] => {
  const finals = all.flatMap(({ grant, finalYen, band }) =>
    grant === 'both' && finalYen !== undefined ? [inside(finalYen, band)] : [],
  );
  return { within: finals.filter(Boolean).length, of: finals.length };
};

const inside = (amount: number, { low, high }: Pick<Band, 'low' | 'high'>): boolean =>
  BigInt(amount) >= low && BigInt(amount) <= high;

const estimatesOf = (data: Observations, left: Observation): readonly LeftOut[] => {
  const { insured, points, yen, finalYen } = left;
  if (insured === null) return [];
  const sizeClass = sizeClassOf(insured, data.sizeClasses);
  const { promotion, support } = data.nationalMeans;
  const basis: EstimateBasis = {
    rates: calibrateClasses(
      data,
      data.observations.filter((other) => other !== left),
    ),
    sizeClass,
    scale: { promotion: 1, support: 1 },
    furtherDoubtPercent: 0,
  };
  // Where only the sum of the points is published, it is split as in the nation.
  const promotionPart = promotion / (promotion + support);
  const ofGrants = points.grants ?? {
    promotion: points.total * promotionPart,
    support: points.total * (1 - promotionPart),
  };
  const bandOf = (grant: Grant): Band =>
    estimateFromRates(grant, { own: ofGrants[grant], total: points.total }, insured, basis);
  const bands = { promotion: bandOf('promotion'), support: bandOf('support') };
  const judged = (grant: LeftOut['grant'], publishedYen: number, band: LeftOut['band']): LeftOut => ({
    municipality: left.municipality,
    sizeClass,
    grant,
    publishedYen,
    finalYen,
    band,
    errorPercent: tenths((Number(band.centre) / publishedYen - 1) * 100),
    within: inside(publishedYen, band),
  });
  return [
    judged('both', yen.total, sumOf(bands.promotion, bands.support)),
    ...(yen.grants === null || points.grants === null
      ? []
      : [
          judged('promotion', yen.grants.promotion, bands.promotion),
          judged('support', yen.grants.support, bands.support),
        ]),
  ];
};

/** Both grants rise and fall together (size class, add-ons), so their bands add. */
const sumOf = (a: Band, b: Band): LeftOut['band'] => ({
  centre: plus(a.centre, b.centre),
  low: plus(a.low, b.low),
  high: plus(a.high, b.high),
});

const plus = (a: Yen, b: Yen): Yen => yenOf(a + b);

const tenths = (value: number): number => Math.round(value * 10) / 10;
