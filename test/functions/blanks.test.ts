import { criterionIndexOf } from '../../src/schemes';
import { answerForm, schemeFor } from '../builders/answerSheets';
import { supportedExcels, type ExcelProfile } from '../host/excelProfiles';
import type { FunctionArgument, FunctionResult } from '../host/customFunctionDesk';
import type { NativeHost } from '../host/nativeHost';
import type { FunctionMetadata } from '../host/shapeArguments';
import { functionMetadata, startFunctions } from './startFunctions';

/*
 * An empty cell is '' to the functions of one Excel, null to those of another and the number 0 to those of a third
 * (rules/excel.md#custom-functions). What is said must be the same, or #N/A; never another figure.
 */

let metadata: readonly FunctionMetadata[] = [];
beforeAll(async () => {
  metadata = await functionMetadata();
});

type Cells = readonly (readonly (string | number | boolean | null)[])[];

const open = (excel: ExcelProfile, cells: Cells): NativeHost => {
  const native = startFunctions(metadata, excel);
  native.workbook.type('回答', cells);
  return native;
};

const shown = (result: FunctionResult): unknown =>
  result.kind === 'value' ? result.value : `${result.error} ${/E-\d+/.exec(result.message)?.[0] ?? ''}`;

const everyFifth = (at: number): string => (at % 5 === 0 ? '' : at % 5 === 1 ? '×' : '○');
const form = (mark: (at: number) => string): Cells => {
  const { all, byId } = criterionIndexOf(schemeFor('R8'));
  expect(all.length).toBeGreaterThan(200);
  return answerForm({ year: 'R8', municipality: '府中市', mark: ({ id }) => mark(byId.get(id)?.index ?? 0) }) as Cells;
};
/** More than the form covers, as a person drags it. */
const dragged = { range: '回答!A1:L330' };
const column = { range: '回答!A1:A3' };

/** The case, its cells, the call, and what is shown where an empty cell is '' or null, and where it is 0. */
const cases: readonly (readonly [string, Cells, string, readonly FunctionArgument[], unknown, unknown])[] = [
  ['a form with all answers, dragged too far', form(() => '○'), 'SCORE', [dragged, 'R8'], 800, 800],
  ['a form with every fifth answer empty', form(everyFifth), 'SCORE', [dragged, 'R8'], '#N/A E-961', '#N/A E-974'],
  ['a form without an answer', form(() => ''), 'SCORE', [dragged, 'R8'], '#N/A E-961', '#N/A E-974'],
  ['a form that marks only ○', form((at) => (at % 5 === 0 ? '' : '○')), 'SCORE', [dragged, 'R8'], 636, '#N/A E-974'],
  ['an empty cell for the part', form(() => '○'), 'SCORE', [dragged, 'R8', { range: '回答!Z1' }], 800, 800],
  ['an empty cell for the year', form(() => '○'), 'SCORE', [dragged, { range: '回答!Z1' }], '#VALUE! E-966', '#VALUE! E-966'],
  ['RANKIN, where an empty cell cannot be ahead', [[9], [''], [5]], 'RANKIN', [5, column], 2, 2],
  ['RANKIN, where it could', [[9], [''], [5]], 'RANKIN', [5, column, true], 1, '#N/A E-975'],
  ['RANKIN of an empty cell', [[9], [''], [5]], 'RANKIN', [{ range: '回答!A2' }, column], '#VALUE! E-967', '#N/A E-976'],
  ['TIER, where one more member makes a place', [[9], [8], ['']], 'TIER', [8, column, '上位'], 0, '#N/A E-975'],
  ['TIER among the doers', [[9], [8], ['']], 'TIER', [8, column, '実施'], 1, 1],
  ['RANKS', [[9], [''], [5]], 'RANKS', [column], [[1], [''], [2]], '#N/A E-975'],
  ['TIERS', [[9], [''], [5]], 'TIERS', [column, '実施'], [[2], [''], [1]], '#N/A E-975'],
  ['SHARE', [[25], [''], [75]], 'SHARE', [100, column], [[25], [''], [75]], '#N/A E-975'],
  ['GRANT of an empty cell', [['']], 'GRANT', [{ range: '回答!A1' }, 155_600, 'R7', 'P'], '#VALUE! E-967', '#N/A E-976'],
  ['NATIONALRANK of an empty cell', [['']], 'NATIONALRANK', [{ range: '回答!A1' }, 'R8'], '#VALUE! E-967', '#N/A E-976'],
]; // prettier-ignore

describe.each(supportedExcels)('in $name', (excel) => {
  test.each(cases)('%s', async (_, cells, id, args, told, zero) => {
    const expected = excel.habits.blankInFunctions === 0 ? zero : told;
    expect(shown(await open(excel, cells).functions.call(id, args))).toEqual(expected);
  });

  test('an empty mark is named by its branch, and by its cell where it may be a 0', async () => {
    const result = await open(excel, form(everyFifth)).functions.call('SCORE', [dragged, 'R8']);
    expect(result).toMatchObject({ error: '#N/A', message: expect.stringMatching(/P1p1a/) });
    if (excel.habits.blankInFunctions === 0)
      expect(result).toMatchObject({ message: expect.stringMatching(/範囲の\d+行目・8列目/) });
  });

  test('what a person typed as 0 is no mark anywhere', async () => {
    const zeros = form((at) => (at % 5 === 0 ? '0 ' : everyFifth(at))).map((row) =>
      row.map((cell) => (cell === '0 ' ? 0 : cell)),
    );
    expect(shown(await open(excel, zeros).functions.call('SCORE', [dragged, 'R8']))).toBe('#N/A E-974');
  });

  test('&"" tells a 0 from an empty cell everywhere', async () => {
    const { functions } = open(excel, [['']]);
    const texts = [['9'], [''], ['0'], ['5']]; // prettier-ignore
    const told = await Promise.all([functions.call('RANKS', [texts]), functions.call('RANKIN', ['5', texts, true])]);
    expect(told.map(shown)).toEqual([[[1], [''], [3], [2]], 2]);
  });
});
