import { answerState, bareTable, readAnswers } from '../../../src/answers';
import { plainSheet, type CellValue } from '../../../src/workbook';
import { answerForm, schemeFor } from '../../builders/answerSheets';

const scheme = schemeFor('R8');
const marks = (criterion: { readonly id: string }): CellValue => (criterion.id.startsWith('P1') ? '○' : '×');
const form = answerForm({ year: 'R8', municipality: '天草市', mark: marks });
const rows = form.slice(form.length - scheme.indicators.flatMap(({ criteria }) => criteria).length);
const ids = scheme.indicators.flatMap(({ criteria }) => criteria).map((one) => [one.id, marks(one)]);

/** How many criteria of each state are read; undefined when no table is seen. */
const read = (grid: readonly (readonly CellValue[])[]): unknown => {
  const table = bareTable(plainSheet('', grid), scheme);
  const answers = table && readAnswers(scheme, [table]);
  if (answers?.ok !== true) return undefined;
  const states = answers.value.municipalities[0]?.states ?? new Uint8Array();
  const count = (state: number): number => states.filter((one) => one === state).length;
  return [count(answerState.met), count(answerState.unmet), answers.value.municipalities[0]?.cellOf(0)?.cell];
};

const met = ids.filter(([, mark]) => mark === '○').length;

test.each<[string, readonly (readonly CellValue[])[], unknown]>([
  ['the rows of the form without their header', rows, [met, ids.length - met, 'H1']],
  ['ids with the marks beside them', ids, [met, ids.length - met, 'B1']],
  ['ids behind columns of the user', ids.map((row, at) => [at, 'x', ...row]), [met, ids.length - met, 'D1']],
  ['ids in wide letters', [['Ｐ１ｐ１ａ', '○']], [1, 0, 'B1']],
  ['a part of the rows', ids.slice(0, 1), [1, 0, 'B1']],
  ['seven columns', rows.map((row) => row.slice(0, 7)), undefined],
  ['nine columns', rows.map((row) => [...row, 'メモ']), undefined],
  ['nothing', [], undefined],
])('%s', (_, grid, expected) => {
  expect(read(grid)).toEqual(expected);
});
