import kitashiobara from '../../../assets/samples/北塩原村-令和6年度.json';
import { headerChanges, headersOf, layoutOf, nationalSheetName, type Layout } from '../../answers';
import { evaluating, withoutOurSheets } from '../../evaluation';
import { readFiscalYear, type FiscalYear, type Steps } from '../../kernel';
import { ok, type Result } from '../../problems';
import { answerForm } from '../../report';
import { schemeOf, scoredYears } from '../../schemes';
import type { Grid, SheetModel, WorkbookContent } from '../../workbook';
import { fitting } from '../mapping/chosen';
import type { Mapping, RememberedMapping } from '../mapping/mapping';
import type { Reading } from '../state/paneState';

export { countedCells, ourSheets, readWanted } from '../../evaluation';
export { inSlices, oneSlice } from '../../kernel';
export { offeredReports, problemPlace, sheetsToWrite, singleReports } from '../../report';
export { figureAt } from '../state/figureAt';
export { chosenReports } from '../state/reportChoices';

/** Reads and scores a workbook as the mapping says; `remembered` tells which headers it was made for. Pure, in steps. */
export function* readingOf(
  found: WorkbookContent,
  mapping: Mapping,
  remembered: RememberedMapping | undefined,
): Steps<Reading> {
  const content = withoutOurSheets(found);
  const layout = paneLayout(content);
  yield;
  const headers = headersOf(layout);
  const outcome = yield* evaluating(content, fitting(mapping, layout));
  return {
    content,
    layout,
    headers,
    changes: remembered === undefined ? [] : headerChanges(remembered.headers, headers),
    outcome,
  };
}

/** What may be chosen; a national table as a whole, since it has no column of answers. */
const paneLayout = (content: WorkbookContent): Layout => {
  const national = nationalSheetName(content);
  if (national === undefined) return layoutOf(content);
  const others = layoutOf({ ...content, sheets: content.sheets.filter(({ name }) => name !== national) });
  const whole = { name: national, tables: [], columns: [] };
  return content.sheets.flatMap(({ name }) => (name === national ? whole : others.filter((one) => one.name === name)));
};

/** 白紙の回答票 of the year that was chosen, else of the newest one; a year that was added from a file counts. */
export const blankForm = (year: FiscalYear | undefined): Result<SheetModel> => {
  const newest = scoredYears().at(-1);
  if (newest === undefined) throw new Error('blankForm: no year is packaged');
  const scheme = schemeOf(year ?? newest);
  return scheme.ok ? ok(answerForm(scheme.value)) : scheme;
};

/** A sheet to try the product on: published answers of one village, with some of the usual mistakes. */
interface Sample {
  readonly name: string;
  readonly rows: Grid;
}

/** What people write when in a hurry (rules/bad-inputs.md#b022, #b024, #b017), by criterion. */
const mistakes = new Map<string, string | null>([
  ['P1p1a', '◎'],
  ['P1p2a', '△'],
  ['P1p3a1', null],
]);

/** The sample of the first run; its figures are published ones (see the sample's JSON). */
export const sample = (): Sample => {
  const year = readFiscalYear(kitashiobara.fiscalYear);
  const scheme = year === undefined ? undefined : schemeOf(year);
  if (scheme?.ok !== true) throw new Error(`sample: no scheme for ${kitashiobara.fiscalYear}`);
  const met = new Set(kitashiobara.met);
  const form = answerForm(scheme.value, {
    municipality: kitashiobara.municipality,
    prefecture: kitashiobara.prefecture,
    code: kitashiobara.code,
    answers: (id) => (met.has(id) ? '○' : '×'),
  });
  const ids = scheme.value.indicators.flatMap(({ criteria }) => criteria.map(({ id }) => id));
  const firstAnswer = form.rows.length - ids.length;
  return {
    name: '見本（回答）',
    rows: form.rows.map((row, at) => {
      const mistake = mistakes.get(ids[at - firstAnswer] ?? '');
      const values = row.map(({ value }) => value);
      return mistake === undefined ? values : [...values.slice(0, -1), mistake];
    }),
  };
};
