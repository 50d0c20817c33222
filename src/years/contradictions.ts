import { rangeInWords } from '../kernel';
import type { Settings } from '../settings';
import { problem, type Problem } from '../problems';
import { municipalitiesIn, rankBand, type RankBand } from '../rank';
import { nationalOf, type NationalFigures } from '../schemes';
import { toldYear, type ToldYear } from './told';
import { pointsRows, type PointsRowName } from './yearOutcome';

const rowWords: Readonly<Record<PointsRowName, string>> = { promotion: '（推進）', support: '（支援）', total: '' };

/**
 * What the settings tell of both years that cannot be true together: a total beside two grants, ranks beyond the number of
 * municipalities, a rank beside the published distribution of the same points. `thisYear` are the facts that are used;
 * `scored` = points and ranks were worked out from answers or a table, which are compared elsewhere.
 */
export const toldContradictions = (
  settings: Settings | undefined,
  thisYear: ToldYear | undefined,
  national: NationalFigures | undefined,
  scored: boolean,
): readonly Problem[] => {
  if (settings === undefined) return [];
  const { prefecture, amountRank } = settings;
  const { fiscalYear } = settings.lastYear;
  const lastYear = toldYear(settings, 'lastYear');
  const lastNational = fiscalYear === undefined ? undefined : nationalOf(fiscalYear);
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

const sumProblems = (told: ToldYear, year: string): readonly Problem[] => {
  const [promotion, support, total] = pointsRows.map((row) => told[row].points?.value);
  return promotion === undefined || support === undefined || total === undefined || promotion + support === total
    ? []
    : [problem('facts-sum-differs', { found: String(total), expected: String(promotion + support) }, { label: year })];
};

const rankProblems = (
  told: ToldYear,
  year: string,
  most: number,
  inPrefecture: number | undefined,
): readonly Problem[] =>
  pointsRows.flatMap((row) => [
    ...beyond(told[row].nationalRank?.value, most, `${year}の全国順位${rowWords[row]}`),
    ...beyond(told[row].prefectureRank?.value, inPrefecture ?? most, `${year}の都道府県内順位${rowWords[row]}`),
  ]);

const beyond = (rank: number | undefined, count: number, label: string): readonly Problem[] =>
  rank === undefined || rank <= count
    ? []
    : [problem('facts-rank-too-large', { found: String(rank), expected: String(count) }, { label })];

const distributionProblems = (
  { total }: ToldYear,
  year: string,
  national: NationalFigures | undefined,
): readonly Problem[] => {
  const points = total.points?.value;
  const rank = total.nationalRank?.value;
  const band = points === undefined ? null : rankBand(national, points);
  return points === undefined || rank === undefined || band === null ? [] : rankDiffers(rank, band, points, year);
};

/** A told national rank that is none of those its points can take. */
export const rankDiffers = (
  told: number,
  { low, high }: Pick<RankBand, 'low' | 'high'>,
  points: number | string,
  label: string,
): readonly Problem[] => {
  if (low <= told && told <= high) return [];
  const expected = rangeInWords(String(low), String(high));
  return [problem('facts-rank-differs', { found: String(told), expected }, { label, scored: points })];
};
