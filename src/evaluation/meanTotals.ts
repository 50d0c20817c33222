import { at, halfUp } from '../kernel';
import { blockColumn, prefectureMean, prefectureOfRow, statisticsOf } from '../rank';
import type { MunicipalityResult, ScoredAnswers, ScoredNation, ScoredResults } from './results';

/** The mean total of its prefecture: of the table in hand if all of the prefecture is there, else as published; undefined where neither tells it. */
export const prefectureMeanOf = (
  { nation, national }: Pick<ScoredResults | ScoredAnswers | ScoredNation, 'nation' | 'national'>,
  { identity, nationRow, total }: Pick<MunicipalityResult, 'identity' | 'nationRow' | 'total'>,
): { readonly mean: number; readonly from: 'table' | 'published' } | undefined => {
  const prefecture = nation && prefectureOfRow(nation, nationRow);
  if (nation !== undefined && prefecture !== undefined) {
    const totals = blockColumn(nation.scores, nation.scores.compiled.totalBlock);
    // The municipality counts with the points of its own answers.
    const { mean } = statisticsOf(prefecture.rows.map((row) => (row === nationRow ? total : at(totals, row))));
    return { mean, from: 'table' };
  }
  const mean = national && prefectureMean(national.fiscalYear, identity.prefecture);
  return mean === undefined ? undefined : { mean, from: 'published' };
};

/**
 * A told mean says the same as a known one when it is that one with the decimals it was told with. Where it does not, papers
 * print the known one, and a problem names both (src/decisions/told-means.md).
 */
export const meansAgree = (told: number, known: number): boolean =>
  Number(halfUp(known, decimalsOf(told))) === told || Math.abs(told - known) <= addedRounded;

const decimalsOf = (value: number): number => String(value).split('.')[1]?.length ?? 0;

/** Papers add rounded parts: the last of two decimals may differ. */
const addedRounded = 0.011;
