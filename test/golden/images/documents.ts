import type { Results } from '../../../src/evaluation';
import { reportSheets, resultSheets } from '../../../src/report';
import type { CellValue, SheetModel } from '../../../src/workbook';
import { mergeResults, readBook } from '../../../src/evaluation';
import { answerForm, workbook } from '../../builders/answerSheets';
import { evaluated } from '../../builders/evaluated';
import { amakusaFacts } from '../../fixtures/amakusaFacts';
import { hachiojiFacts } from '../../fixtures/hachiojiFacts';

/** What is printed and kept as pictures: a name for the files, its sheets, and how many of its pages are kept. */
export interface PrintedDocument {
  readonly name: string;
  readonly sheets: readonly SheetModel[];
  /** Absent = all of them. */
  readonly pages?: number;
}

/** One document per report and money sheet, from facts of the two council papers and invented answers. */
export const printedDocuments = (): readonly PrintedDocument[] => {
  const [own, compared, papersA, papersB] = [hachioji(), amakusa(), told(hachiojiFacts), told(amakusaFacts)];
  const result = (marker: string) =>
    resultSheets(own)
      .filter((sheet) => sheet.marker === marker)
      .map(withoutFormulas);
  return [
    { name: 'summary', sheets: reportSheets(own, 'summary') },
    { name: 'council', sheets: reportSheets(compared, 'council') },
    { name: 'paper-a', sheets: reportSheets(papersA, 'a') },
    { name: 'paper-b', sheets: reportSheets(papersB, 'b') },
    { name: 'score', sheets: result('score') },
    { name: 'allocation', sheets: result('allocation') },
    { name: 'comparison', sheets: result('comparison') },
    { name: 'use', sheets: result('use') },
    { name: 'control', sheets: result('control') },
    { name: 'analysis', sheets: reportSheets(compared, 'analysis'), pages: 1 },
    { name: 'charts', sheets: reportSheets(compared, 'charts') },
    { name: 'prefecture', sheets: reportSheets(kumamoto(), 'prefecture') },
  ];
};

/** Alone, a sheet has no cells of others to reckon with: what its formulas come to stands beside them. */
const withoutFormulas = (sheet: SheetModel): SheetModel => ({
  ...sheet,
  rows: sheet.rows.map((cells) => cells.map(({ value, look, number }) => ({ value, look, ...(number && { number }) }))),
});

const told = (facts: readonly (readonly CellValue[])[]): Results => evaluated([{ name: '設定', grid: facts }]);

const form = (year: string, municipality: string, prefecture: string, met: (id: string) => boolean) =>
  answerForm({ year, municipality, prefecture, mark: ({ id }) => (met(id) ? '○' : '×') });

const hachioji = (): Results =>
  evaluated([
    { grid: form('R7', '八王子市', '東京都', (id) => id.length % 2 === 0 || id.endsWith('1')) },
    { name: '設定', grid: hachiojiFacts },
  ]);

const amakusa = (): Results =>
  evaluated([
    { grid: form('R8', '天草市', '熊本県', (id) => id.endsWith('1') || id.endsWith('a')) },
    {
      name: '設定',
      grid: [
        ['項目', '値', '単位'],
        ['前年度', 'R7'],
        ['前年度の得点（推進）', 150],
        ['前年度の得点（支援）', 180],
      ],
    },
  ]);

/** Several municipalities of one prefecture, each in a file of its own. */
const kumamoto = (): Results => {
  const names = ['熊本市', '八代市', '人吉市', '荒尾市', '水俣市', '玉名市', '山鹿市', '菊池市', '宇土市', '天草市'];
  const merged = mergeResults(
    names.map((name, at) => {
      const grid = form('R8', name, '熊本県', (id) => (id.length * 7 + at * 3 + id.charCodeAt(2)) % 5 > 1);
      const source = { name: `${name}.xlsx`, sha256: String(at).padEnd(64, '0'), link: `${name}.xlsx` };
      return {
        file: source.name,
        outcome: readBook(workbook({ name: '回答', grid }), { fileName: source.name, source }),
      };
    }),
  );
  if (!merged.ok) throw new Error(JSON.stringify(merged.problems));
  return merged.value;
};
