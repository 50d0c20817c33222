import { loadCalculations } from '../../src/functions/cell';
import * as functions from '../../src/functions/functions';
import { criterionIndexOf } from '../../src/schemes';
import { schemeFor } from '../builders/answerSheets';
import { goldenCases } from '../golden/cases';
import { startNativeHost } from '../host/nativeHost';

beforeAll(async () => {
  await loadCalculations();
  Object.assign(globalThis, { CustomFunctions: startNativeHost().CustomFunctions });
});

const cellsOf = (year: string, mark: (id: string) => string): string[][] =>
  criterionIndexOf(schemeFor(year)).all.map(({ criterion: { id } }) => [id, mark(id)]);

test.each(goldenCases)(
  'VALUE is what SCORE says with that one criterion met, less what it says now: %s',
  async (_, one) => {
    const { fiscalYear: year, scored } = one;
    const mark = (id: string): string => ((scored[id] ?? 0) > 0 ? '○' : '×');
    const now = await functions.score(cellsOf(year, mark), year);
    const ids = criterionIndexOf(schemeFor(year)).all.map(({ criterion }) => criterion.id);
    for (const id of ids.filter((_, place) => place % 7 === 0 && ids[place] !== 'P1a1a')) {
      const withIt = await functions.score(
        cellsOf(year, (other) => (other === id ? '○' : mark(other))),
        year,
      );
      expect([id, await functions.value(cellsOf(year, mark), year, id)]).toEqual([id, withIt - now]);
    }
  },
);

test('NEXT reaches the goal by the criteria it lists, and says the total', async () => {
  const mark = (id: string): string => (id.endsWith('a') ? '○' : '×');
  const answers = cellsOf('R8', mark);
  const [header, ...rows] = await functions.next(answers, 'R8', '＋30点');
  const total = rows.pop();
  expect(header).toEqual(['枝番ID', '指標', '枝番', '配点']);
  expect(rows.length).toBeGreaterThan(1);
  const listed = new Set(rows.map(([id]) => id));
  const after = functions.score(
    cellsOf('R8', (id) => (listed.has(id) ? '○' : mark(id))),
    'R8',
  );
  expect(total).toEqual(['', '達成後の総得点', '', after]);
  expect(after).toBeGreaterThanOrEqual((await functions.score(answers, 'R8')) + 30);
  // Met already: no criteria, and the total as it is.
  expect(await functions.next(answers, 'R8', '1点')).toEqual([
    header,
    ['', '達成後の総得点', '', functions.score(answers, 'R8')],
  ]);
});

test.each([
  ['an open answer', 'value', 'P1p1b', '#N/A', 'P1p1a', ''],
  ['an open answer', 'next', '500点', '#N/A', 'P1p1a', ''],
  ['no criterion', 'value', 'X9', '#N/A', 'X9', '×'],
  ['several criteria', 'value', 'P1p1', '#VALUE!', 'E-977', '×'],
  ['nothing', 'value', '', '#VALUE!', 'E-977', '×'],
  ['what follows from the total', 'value', 'P1a1a', '#VALUE!', 'E-978', '×'],
  ['no goal', 'next', '一番', '#VALUE!', 'E-580', '×'],
  ['a goal nothing reaches', 'next', '801点', '#N/A', '800点', '×'],
  ['a rank nobody knows', 'next', '県内3位', '#N/A', 'E-581', '×'],
  ['money', 'next', '＋1千円', '#N/A', 'E-582', '×'],
] as const)('%s is refused by name', async (_, name, argument, code, said, first) => {
  const answers = cellsOf('R8', (id) => (id === 'P1p1a' ? first : '×'));
  await expect(functions[name](answers, 'R8', argument)).rejects.toMatchObject({
    code,
    message: expect.stringContaining(said),
  });
});
