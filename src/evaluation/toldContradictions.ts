import type { Settings, YearFacts } from '../settings';
import { problem, type Problem } from '../kernel';
import { municipalitiesIn, rankBand } from '../rank';
import { nationalOf, type NationalFigures } from '../schemes';
import { toldPoints } from './toldPoints';

const rankRows = [
  ['promotion', '（推進）'],
  ['support', '（支援）'],
  ['total', ''],
] as const;

/**
 * What the settings tell of both years that cannot be true together: a total beside two grants, ranks beyond the number of
 * municipalities, a rank beside the published distribution of the same points. `thisYear` are the facts that were used;
 * `scored` = points and ranks were worked out from answers or a table, which are compared elsewhere.
 */
export const toldContradictions = (
  settings: Settings | undefined,
  thisYear: YearFacts | undefined,
  national: NationalFigures | undefined,
  scored: boolean,
): readonly Problem[] => {
  if (settings === undefined) return [];
  const { lastYear, prefecture, amountRank } = settings;
  const lastNational = lastYear.fiscalYear === undefined ? undefined : nationalOf(lastYear.fiscalYear);
  const most = municipalitiesIn(national);
  return [
    ...(thisYear === undefined
      ? []
      : [
          ...sumProblems(thisYear, '今年度'),
          ...rankProblems(thisYear, '今年度', most, prefecture.count),
          ...(scored ? [] : distributionProblems(thisYear, '今年度', national)),
        ]),
    ...sumProblems(lastYear, '前年度'),
    ...rankProblems(lastYear, '前年度', municipalitiesIn(lastNational), prefecture.count),
    ...distributionProblems(lastYear, '前年度', lastNational),
    ...beyond(amountRank.national, most, '金額の全国順位'),
    ...beyond(amountRank.withoutDesignated, most, '政令市を除いた金額の全国順位'),
  ];
};

const sumProblems = ({ points: { promotion, support, total } }: YearFacts, year: string): readonly Problem[] =>
  promotion === undefined || support === undefined || total === undefined || promotion + support === total
    ? []
    : [problem('facts-sum-differs', { found: String(total), expected: String(promotion + support) }, { label: year })];

const rankProblems = (
  facts: YearFacts,
  year: string,
  most: number,
  inPrefecture: number | undefined,
): readonly Problem[] =>
  rankRows.flatMap(([row, words]) => {
    const { national, prefecture } =
      row === 'total' ? { national: facts.nationalRank, prefecture: facts.prefectureRank } : facts.grantRanks[row];
    return [
      ...beyond(national, most, `${year}の全国順位${words}`),
      ...beyond(prefecture, inPrefecture ?? most, `${year}の都道府県内順位${words}`),
    ];
  });

const beyond = (rank: number | undefined, count: number, label: string): readonly Problem[] =>
  rank === undefined || rank <= count
    ? []
    : [problem('facts-rank-too-large', { found: String(rank), expected: String(count) }, { label })];

const distributionProblems = (
  facts: YearFacts,
  year: string,
  national: NationalFigures | undefined,
): readonly Problem[] => {
  const points = toldPoints(facts, 'total')?.points;
  const rank = facts.nationalRank;
  const band = points === undefined ? null : rankBand(national, points);
  return points === undefined || rank === undefined || band === null || band.low !== band.high || band.low === rank
    ? []
    : [rankDiffers(rank, band.low, points, year)];
};

/** A told national rank that is not the one its points take. */
export const rankDiffers = (told: number, exact: number, points: number, label: string): Problem =>
  problem('facts-rank-differs', { found: String(told), expected: String(exact) }, { label, scored: points });
