import { loadCalculations } from '../../src/functions/cell';
import * as functions from '../../src/functions/functions';
import { answerForm } from '../../src/report';
import type { Scheme } from '../../src/schemes';
import { isMet, nextYear, oneGrant, straightSum } from '../builders/nextYear';
import { HostWorkbook } from '../host/model/hostWorkbook';
import { openPane, type Pane } from './openPane';

const scheme = nextYear('per-grant');
const { total, promotion } = straightSum(scheme);

/** A workbook with the invented year's form, filled in. */
const book = (): HostWorkbook => {
  const met = new Set(scheme.indicators.flatMap(({ criteria }) => criteria.filter(isMet).map(({ id }) => id)));
  const form = answerForm(scheme, { municipality: '会津若松市', answers: (id) => (met.has(id) ? '○' : '×') });
  const workbook = new HostWorkbook('回答');
  workbook.type(
    '回答',
    form.rows.map((row) => row.map(({ value }) => (value instanceof Date ? null : value))),
  );
  return workbook;
};

const file = (content: Scheme | string, name = 'R29.json') => {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  return { name, size: text.length, text: () => Promise.resolve(text) };
};
const faults = ({ store }: Pane) => store.state().faults.map(({ code }) => code);
const outcome = ({ store }: Pane) => store.state().reading?.outcome;

/** The cells of the form as a function gets them. */
const range = (workbook: HostWorkbook): unknown[][] =>
  Array.from({ length: 320 }, (_, row) =>
    Array.from({ length: 8 }, (__, column) => workbook.sheet('回答')?.cell(row, column).value ?? ''),
  );

/** What a cell shows: the function's value, or the code of Excel's own error. */
const inCell = (calculate: () => unknown): unknown => {
  try {
    return calculate();
  } catch (error) {
    return (error as { readonly code: string }).code;
  }
};

test('a year from a file is scored, written with every report, and known to the functions of the same page', async () => {
  const workbook = book();
  const pane = openPane(workbook);
  Object.assign(globalThis, { CustomFunctions: pane.excel.CustomFunctions });
  await loadCalculations();
  const { notAvailable } = pane.excel.CustomFunctions.ErrorCode;
  await pane.actions.score();
  expect(outcome(pane)).toMatchObject({ ok: false, problems: [{ code: 'E-301' }] });
  expect(inCell(() => functions.maxpoints('R29'))).toBe(notAvailable);

  // What cannot be used is refused in the words of the file's reader, and the reading stays as it is.
  await pane.actions.addYear(file('{'));
  expect(faults(pane)).toEqual(['E-906']);
  await pane.actions.addYear(file(oneGrant()));
  expect(faults(pane)).toEqual(['E-303']);
  await pane.actions.addYear({ ...file(scheme), size: 5_000_000 });
  expect(faults(pane)).toEqual(['E-103']);
  expect(outcome(pane)).toMatchObject({ ok: false, problems: [{ code: 'E-301' }] });

  await pane.actions.addYear(file(scheme));
  expect([faults(pane), pane.store.state().notice]).toEqual([[], 'year-added']);
  expect(outcome(pane)).toMatchObject({
    ok: true,
    value: { scheme: { fiscalYear: 'R29' }, national: undefined, municipalities: [{ total }] },
  });
  await pane.actions.preview();
  for (const report of ['a', 'b', 'analysis', 'charts', 'data'] as const) await pane.actions.chooseReport(report, true);
  await pane.actions.write();
  expect([pane.store.state().screen, faults(pane), pane.bugs]).toEqual(['reading', [], []]);
  expect(workbook.sheets.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['得点', '資料A', '資料B', '指標別分析', 'グラフ', '機械可読']),
  );
  expect(workbook.sheet('得点')?.cell(2, 0).value).toContain(`総得点 ${total}点／840点`);

  const answers = range(workbook);
  expect(functions.score(answers, 'R29')).toBe(total);
  expect(functions.score(answers, 'R29', 'P')).toBe(promotion);
  expect(functions.pointrate(answers, 'R29')).toBe(total / 840);
  expect(['', 'P', 'S', 'P4', 'S4', 'S1a1', 'S1a10'].map((part) => functions.maxpoints('R29', part))).toEqual([
    840, 420, 420, 120, 120, 4, 2,
  ]);
  expect(functions.criteria('R29')).toHaveLength(1 + scheme.indicators.flatMap(({ criteria }) => criteria).length);
  expect(functions.explain(answers, 'R29', 'S1a10')).toHaveLength(3);
  // Nothing of the year is published: no rank and no estimate, and none of another year's.
  expect(inCell(() => functions.nationalrank(500, 'R29'))).toBe(notAvailable);
  expect(inCell(() => functions.grant(410, 36_000, 'R29', 'P'))).toBe(
    pane.excel.CustomFunctions.ErrorCode.invalidValue,
  );
  expect(functions.maxpoints('R8')).toBe(800);
});
