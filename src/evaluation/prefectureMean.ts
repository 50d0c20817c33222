import { at } from '../kernel';
import { blockColumn, prefectureMean, statisticsOf } from '../rank';
import type { MunicipalityResult, ScoredAnswers, ScoredNation, ScoredResults } from './results';

/** The mean total of its prefecture: of the table in hand, else as published; undefined where neither tells it. */
export const prefectureMeanOf = (
  { nation, national }: Pick<ScoredResults | ScoredAnswers | ScoredNation, 'nation' | 'national'>,
  { identity, nationRow, total }: Pick<MunicipalityResult, 'identity' | 'nationRow' | 'total'>,
): { readonly mean: number; readonly from: 'table' | 'published' } | undefined => {
  const prefecture = nation?.table.municipalities[nationRow ?? -1]?.prefecture;
  const rows = prefecture === undefined ? [] : (nation?.prefectures.get(prefecture) ?? []);
  if (nation !== undefined && rows.length > 1) {
    const totals = blockColumn(nation.scores, nation.scores.compiled.totalBlock);
    // The municipality counts with the points of its own answers.
    const { mean } = statisticsOf(rows.map((row) => (row === nationRow ? total : at(totals, row))));
    return { mean, from: 'table' };
  }
  const mean = national && prefectureMean(national.fiscalYear, identity.prefecture);
  return mean === undefined ? undefined : { mean, from: 'published' };
};
