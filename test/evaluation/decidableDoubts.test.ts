import { asksOf, decisionOn, type Decision } from '../../src/answers';
import { evaluate, municipalitiesOf, readBook, scoreBook, withoutGrids, type Results } from '../../src/evaluation';
import { answerable } from '../../src/problems';
import { blockKey } from '../../src/schemes';
import type { CellValue, SheetContent } from '../../src/workbook';
import { flatList, schemeFor, workbook } from '../builders/answerSheets';
import { formWith, truth, type Asked } from '../answers/columns/form';

type Rows = SheetContent['grid'];
const scheme = schemeFor('R6');
const town = { year: 'R6', municipality: '北塩原村', prefecture: '福島県' };

const scored = (sheets: readonly Pick<SheetContent, 'name' | 'grid'>[], decisions: readonly Decision[]): Results => {
  const result = evaluate(workbook(...sheets), { decisions });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
};
const mark = (met: boolean): string => (met ? '○' : '×');
const few = [4, 5, 6];
const otherIn = ({ at, met }: Asked): CellValue => mark(few.includes(at) ? !met : met);

/** A block of which nobody ticked anything, in a form that only ticks. */
const withoutAnyMark = (): Rows => {
  const criteria = scheme.indicators.flatMap((one) => one.criteria.map(() => blockKey(one)));
  const [silent] = criteria;
  return formWith({
    headers: [['回答']],
    cells: ({ at }) => [criteria[at] === silent ? null : at % 2 === 0 ? '○' : null],
  });
};

/** The common goal under both grants, answered differently. */
const differently = (): Rows => {
  const [header = [], ...rows] = flatList({ ...town, mark: () => null, goal4Twice: true });
  return [header, ...rows.map((row, at) => [...row.slice(0, -1), mark(at % 3 === 0 || at > rows.length - 4)])];
};

// Each way in which answers come to be open, with the problem that says so.
const doubts: readonly (readonly [name: string, grid: Rows])[] = [
  [
    'answer-columns-differ',
    formWith({ headers: [['当初', '修正後']], cells: (asked) => [mark(asked.met), otherIn(asked)] }),
  ],
  [
    'departments-differ',
    formWith({
      headers: [['福祉課', '健康課']],
      cells: (asked) => [mark(asked.met), few.includes(asked.at) ? otherIn(asked) : null],
    }),
  ],
  [
    'answer-corrected-beside',
    formWith({
      headers: [['回答', '備考']],
      cells: ({ at, met }) => [mark(met), few.includes(at) && met ? '×に修正' : null],
    }),
  ],
  [
    'points-differ-somewhere',
    formWith({
      headers: [['回答', '得点']],
      cells: ({ at, met, points }) => [mark(met), met && at !== 6 ? points : 0],
    }),
  ],
  [
    'dash-beside-last-year',
    formWith({
      headers: [['前年度回答', '今年度回答']],
      cells: ({ at, met }) => (at % 2 === 0 ? [mark(met), '－'] : ['×', mark(met)]),
    }),
  ],
  [
    'both-marked',
    formWith({
      headers: [['該当', '非該当']],
      cells: ({ at, met }) => (at === 3 ? ['○', '○'] : met ? ['○', null] : [null, '○']),
    }),
  ],
  ['no-yes-anywhere', formWith({ headers: [['回答']], cells: () => ['×'] })],
  ['block-without-mark', withoutAnyMark()],
  ['answers-disagree', differently()],
  ['unanswered', formWith({ headers: [['回答']], cells: ({ at, met }) => [few.includes(at) ? null : mark(met)] })],
];

test.each(doubts)('%s: its cells are asked about one by one, and decided they leave nothing open', (name, grid) => {
  const sheets = [{ name: '回答', grid }];
  const before = scored(sheets, []);
  const own = before.problems.filter((one) => one.name === name);
  expect(own.length).toBeGreaterThan(0);
  expect(new Set(own.map(answerable))).toEqual(new Set(['met-unmet']));
  expect(municipalitiesOf(before)[0]?.provisional).toBe(true);
  const asked = own.flatMap((one) => asksOf(one, workbook(...sheets)));
  const decided = asked.map((cell, at) => decisionOn(scheme, cell, truth(at) ? 'met' : 'unmet'));
  const after = scored(sheets, decided);
  expect(after.problems.filter((one) => one.name === name)).toEqual([]);
  expect([after.decisions?.void, municipalitiesOf(after)[0]?.provisional]).toEqual([[], false]);
  expect(after.decisions?.settled).toHaveLength(asked.length);
  // One less: only that one is still asked about.
  const [left, ...others] = decided;
  const open = scored(sheets, others).problems.filter((one) => one.name === name);
  expect(open.flatMap((one) => asksOf(one, workbook(...sheets)).map(({ cell }) => cell))).toEqual([left?.cell]);
});

test.each<[string, Rows]>([
  ['header-not-answers', formWith({ headers: [['重点']], cells: ({ met }) => [mark(met)] })],
  ['mark-means-no', formWith({ headers: [['未実施チェック']], cells: ({ met }) => [met ? null : '○'] })],
])('%s is a question of the whole reading, which no ○ or × answers', (name, grid) => {
  const results = scored([{ name: '回答', grid }], []);
  const question = results.problems.find((one) => one.name === name)!;
  expect([answerable(question), asksOf(question, workbook({ name: '回答', grid }))]).toEqual([undefined, []]);
  const { sheet = '', cell = '', found = '' } = question;
  const accepted = { sheet, cell, text: found, judgement: 'accepted' } as const;
  expect(scored([{ name: '回答', grid }], [accepted]).problems).toContainEqual(expect.objectContaining({ name }));
});

test('of a folder nobody decides cell by cell: its problems name no cells to decide', () => {
  const grid = formWith({
    headers: [['回答']],
    cells: ({ at, met }) => [few.includes(at) ? '△' : at === 9 ? null : mark(met)],
  });
  const read = readBook(workbook({ name: '回答', grid }));
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const { problems } = scoreBook(withoutGrids(read.value));
  for (const name of ['triangle-mark', 'unanswered']) {
    const [one] = problems.filter((each) => each.name === name);
    expect([name, one?.asked?.cells, one && answerable(one)]).toEqual([name, [], undefined]);
  }
});
