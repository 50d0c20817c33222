import type { PointsOutcome, Settings, YearOutcome } from '../allocation';
import { nationalOf, type Grant } from '../schemes';
import { toldPoints } from './toldPoints';

/** 満点 of both grants since R6; a year before has its own in the settings (R5: 2,185). */
const mostPointsSinceR6 = 800;

/** Last year as the settings tell it, with the year's published means; undefined where no year is named. */
export const lastYearOf = ({ lastYear }: Settings): YearOutcome | undefined => {
  const { fiscalYear, grantRanks, nationalRank, prefectureRank } = lastYear;
  if (fiscalYear === undefined) return undefined;
  const national = nationalOf(fiscalYear);
  const mostTotal = lastYear.mostPoints ?? mostPointsSinceR6;
  const outcome = (row: Grant | 'total'): PointsOutcome | undefined => {
    const told = toldPoints(lastYear, row);
    if (told === undefined) return undefined;
    const grant = row === 'total' ? null : row;
    const figures = national?.blocks.find((block) => block.grant === grant && block.goal === null);
    const ranks = grant === null ? { national: nationalRank, prefecture: prefectureRank } : grantRanks[grant];
    return {
      points: told.points,
      most: grant === null ? mostTotal : mostTotal / 2,
      nationalRank: ranks.national,
      prefectureRank: ranks.prefecture,
      mean: figures?.mean,
      standardDeviation: figures?.sdPopulation,
      from: {
        points: told.from,
        most: lastYear.mostPoints === undefined ? 'rules' : 'told',
        nationalRank: ranks.national === undefined ? undefined : 'told',
        prefectureRank: ranks.prefecture === undefined ? undefined : 'told',
      },
    };
  };
  const [promotion, support, total] = [outcome('promotion'), outcome('support'), outcome('total')];
  return {
    year: fiscalYear,
    yen: lastYear.yen,
    points: { ...(promotion && { promotion }), ...(support && { support }), ...(total && { total }) },
  };
};
