import { fiscalYearLabel } from '../kernel';
import type { SheetModel } from '../workbook';
import { cell, fittedHeights } from './cells';
import type { Results } from './results';

const columnWidths = [26, 100];

/** Sheet 処理記録: what was scored by which rules, so that anybody can repeat it. */
export const recordSheet = (results: Results): SheetModel => {
  const { scheme, sources, national } = results;
  const entries: readonly (readonly [string, string | number])[] = [
    ['評価年度', fiscalYearLabel(scheme.fiscalYear)],
    ['評価指標（スキーム）', scheme.title],
    ['スキームの版', scheme.revision],
    ['スキームの SHA-256', results.schemeHash],
    ['検算コード', results.checkCode],
    ['計算エンジンの版', results.engineVersion],
    ...(sources.length === 0 ? [['入力ファイル', '（このブック）'] as const] : []),
    ...sources.flatMap(({ name, sha256 }) => [
      ['入力ファイル', name] as const,
      ['入力ファイルの SHA-256', sha256] as const,
    ]),
    ...results.failures.map(({ file }) => ['採点できなかったファイル', file] as const),
    ['採点した市町村数', results.municipalities.length],
    ['全国の母数', national?.municipalities ?? '登録なし'],
    ['要確認の件数', results.problems.filter(({ severity }) => severity !== 'info').length],
    ...scheme.documents.map(({ title, publisher }) => ['出典', `${publisher}「${title}」`] as const),
    ...scheme.unspecified.map(({ note }) => ['定めのない事項', note] as const),
    ['注意', '得点は取組の評価であり、認定率や給付費などの成果そのものを示すものではありません。'],
  ];
  const rows = [
    [cell('項目', 'header'), cell('内容', 'header')],
    ...entries.map(([label, value]) => [cell(label, 'side'), cell(value, 'wrap')]),
  ];
  return {
    name: '処理記録',
    marker: 'record',
    rows,
    columnWidths,
    rowHeights: fittedHeights(rows, columnWidths),
    frozenRows: 1,
    print: { orientation: 'landscape', titleRows: { first: 0, last: 0 }, header: '&R&A', footer: '&R&P / &N' },
  };
};
