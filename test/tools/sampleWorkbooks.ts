import { fiscalYearLabel } from '../../src/kernel';
import { answerForm } from '../../src/report';
import type { Years } from '../../src/schemes';
import type { ModelCell, SheetModel } from '../../src/workbook';
import { writeWorkbookFile } from '../../src/workbook/file';
import { filledSample, firstLesson, packagedScheme } from './sampleForms';

/** A workbook of `assets/samples/`, made from published facts, so that it can be made again. */
export interface SampleWorkbook {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** The packaged samples: a typical workbook, one with the usual mistakes, one for a first try in the pane, and the blank form of the newest year. */
export const sampleWorkbooks = async (years: Years): Promise<readonly SampleWorkbook[]> => {
  const typical = filledSample(years);
  const newest = packagedScheme(years, years.scoredYears().at(-1) ?? '');
  return [
    await sample('assets/samples/北塩原村-令和6年度-回答.xlsx', typical),
    await sample('assets/samples/よくある誤り-令和6年度.xlsx', withUsualMistakes(typical)),
    await sample('assets/samples/見本-北塩原村-令和6年度.xlsx', firstLesson(years)),
    await sample(`assets/samples/回答票-${fiscalYearLabel(newest.fiscalYear)}.xlsx`, answerForm(newest)),
  ];
};

const sample = async (path: string, form: SheetModel): Promise<SampleWorkbook> => ({
  path,
  bytes: await writeWorkbookFile([form]),
});

/**
 * What people write when they are in a hurry (rules/bad-inputs.md#b017–#b027): by criterion row, counted from the
 * first.
 */
const mistakes = new Map<number, string | number | null>([
  [0, '〇'],
  [1, 'O'],
  [2, '△'],
  [3, '〇（予定）'],
  [4, null],
  [5, '◎'],
  [6, '✓'],
  [7, '該当なし'],
  [8, '１'],
  [9, 'はい'],
  [10, '約30'],
  [11, '#N/A'],
  [12, '①'],
  [13, '無'],
]);

const withUsualMistakes = (form: SheetModel): SheetModel => {
  const firstAnswer = (form.print.titleRows?.last ?? 0) + 1;
  const answerColumn = (form.columnWidths.length || 1) - 1;
  return {
    ...form,
    rows: form.rows.map((row, at) => {
      const mistake = mistakes.get(at - firstAnswer);
      return mistake === undefined
        ? row
        : row.map((cell, column): ModelCell => (column === answerColumn ? { ...cell, value: mistake } : cell));
    }),
  };
};
