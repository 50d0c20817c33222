import kitashiobara from '../../assets/samples/北塩原村-令和6年度.json';
import { fiscalYearLabel, readFiscalYear } from '../../src/kernel';
import { answerForm } from '../../src/report';
import type { Scheme, Years } from '../../src/schemes';
import type { ModelCell, SheetModel } from '../../src/workbook';
import { writeWorkbookFile } from '../../src/workbook/file';

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

/** The answer form of 北塩原村 R6, filled in from the published facts. */
export const filledSample = (years: Years): SheetModel => filledForm(packagedScheme(years, kitashiobara.fiscalYear));

const filledForm = (scheme: Scheme): SheetModel => {
  const met = new Set(kitashiobara.met);
  return answerForm(scheme, {
    municipality: kitashiobara.municipality,
    prefecture: kitashiobara.prefecture,
    code: kitashiobara.code,
    answers: (id) => (met.has(id) ? '○' : '×'),
  });
};

/** Three of the usual mistakes (rules/bad-inputs.md#b022, #b024, #b017), by criterion. */
const lessonMistakes = new Map<string, string | null>([
  ['P1p1a', '◎'],
  ['P1p2a', '△'],
  ['P1p3a1', null],
]);

/** What the pane opens to try it on: the published answers of 北塩原村 R6, with three mistakes to settle. */
export const firstLesson = (years: Years): SheetModel => {
  const scheme = packagedScheme(years, kitashiobara.fiscalYear);
  const form = filledForm(scheme);
  const ids = scheme.indicators.flatMap(({ criteria }) => criteria.map(({ id }) => id));
  const first = form.rows.length - ids.length;
  const rows = form.rows.map((row, at) => {
    const mistake = lessonMistakes.get(ids[at - first] ?? '');
    const answer = row.at(-1);
    return mistake === undefined || answer === undefined ? row : [...row.slice(0, -1), { ...answer, value: mistake }];
  });
  return { ...form, rows };
};

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

const packagedScheme = ({ yearOf }: Years, year: string): Scheme => {
  const fiscalYear = readFiscalYear(year);
  const scheme = fiscalYear === undefined ? undefined : yearOf(fiscalYear).scheme;
  if (scheme === undefined) throw new Error(`sampleWorkbooks: no scheme for ${year}`);
  return scheme;
};
