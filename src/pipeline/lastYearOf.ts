import type { Settings, YearOutcome } from '../allocation';
import { nationalOf, type Grant } from '../schemes';

/** 満点 of both grants since R6; a year before has its own in the settings (R5: 2,185). */
const mostPointsSinceR6 = 800;

/** Last year as the settings tell it, with the year's published means; undefined where no year is named. */
export const lastYearOf = ({ lastYear }: Settings): YearOutcome | undefined => {
  const { fiscalYear, points, grantRanks, nationalRank, prefectureRank } = lastYear;
  if (fiscalYear === undefined) return undefined;
  const national = nationalOf(fiscalYear);
  const mostTotal = lastYear.mostPoints ?? mostPointsSinceR6;
  const outcome = (grant: Grant | null, value: number | undefined, most: number) => {
    if (value === undefined) return undefined;
    const figures = national?.blocks.find((block) => block.grant === grant && block.goal === null);
    const ranks = grant === null ? { national: nationalRank, prefecture: prefectureRank } : grantRanks[grant];
    return {
      points: value,
      most,
      nationalRank: ranks.national,
      prefectureRank: ranks.prefecture,
      mean: figures?.mean,
      standardDeviation: figures?.sdPopulation,
    };
  };
  const promotion = outcome('promotion', points.promotion, mostTotal / 2);
  const support = outcome('support', points.support, mostTotal / 2);
  const total = outcome(null, points.total ?? sumOf(points.promotion, points.support), mostTotal);
  return {
    year: fiscalYear,
    yen: lastYear.yen,
    points: { ...(promotion && { promotion }), ...(support && { support }), ...(total && { total }) },
  };
};

const sumOf = (a: number | undefined, b: number | undefined): number | undefined =>
  a === undefined || b === undefined ? undefined : a + b;
