import type { PointsOutcome, YearOutcome } from '../allocation';
import type { Settings } from '../settings';
import { maximaOf, nationalOf, type Grant, type Maxima } from '../schemes';
import { toldPoints } from './toldPoints';

/**
 * Last year as the settings tell it, with the year's published means; undefined where no year is named. Points whose
 * maximum nobody knows are left out, since they can be neither rated nor compared; `lastYearProblems` says so.
 */
export const lastYearOf = ({ lastYear }: Settings): YearOutcome | undefined => {
  const { fiscalYear, grantRanks, nationalRank, prefectureRank } = lastYear;
  if (fiscalYear === undefined) return undefined;
  const national = nationalOf(fiscalYear);
  const known = maximaOf(fiscalYear);
  const most = lastYearMaxima(lastYear);
  const outcome = (row: Grant | 'total'): PointsOutcome | undefined => {
    const told = toldPoints(lastYear, row);
    const ofRow = most[row];
    if (told === undefined || ofRow === undefined) return undefined;
    const grant = row === 'total' ? null : row;
    const figures = national?.blocks.find((block) => block.grant === grant && block.goal === null);
    const ranks = grant === null ? { national: nationalRank, prefecture: prefectureRank } : grantRanks[grant];
    return {
      points: told.points,
      most: ofRow,
      nationalRank: ranks.national,
      prefectureRank: ranks.prefecture,
      mean: figures?.mean,
      standardDeviation: figures?.sdPopulation,
      from: {
        points: told.from,
        most: lastYear.mostPoints !== undefined && (row === 'total' || ofRow !== known?.[row]) ? 'told' : 'rules',
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

/** 満点 of last year: of its rules, or as told; of a year whose rules are not known only what was told of the total. */
export const lastYearMaxima = ({
  fiscalYear,
  mostPoints,
}: Pick<Settings['lastYear'], 'fiscalYear' | 'mostPoints'>): Partial<Maxima> => {
  const known = fiscalYear === undefined ? undefined : maximaOf(fiscalYear);
  if (known === undefined) return mostPoints === undefined ? {} : { total: mostPoints };
  return mostOf(known, mostPoints);
};

/** What was told of the total comes first; the grants' own maxima then only fit where the totals agree. */
const mostOf = (known: Maxima, told: number | undefined): Maxima =>
  told === undefined || told === known.total ? known : { promotion: told / 2, support: told / 2, total: told };
