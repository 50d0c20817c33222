import { municipalitiesOf, type Results } from '../../src/evaluation';
import { seededRandom } from '../../src/kernel';
import { reportSheets, resultSheets } from '../../src/report';
import { answerForm } from '../builders/answerSheets';
import { evaluated } from '../builders/evaluated';

const random = seededRandom(16);

/** Answers at random, a part of them open in three ways. */
const provisional = (): Results => {
  const met = 0.3 + 0.7 * random();
  const open = 0.01 + random() * 0.2;
  const marks = new Map<string, string>();
  const markOf = (id: string): string => {
    const known = marks.get(id);
    if (known !== undefined) return known;
    const mark = random() < open ? (['', '△', '◎'][Math.floor(random() * 3)] ?? '') : random() < met ? '○' : '×';
    marks.set(id, mark);
    return mark;
  };
  return evaluated([
    {
      name: '回答',
      grid: answerForm({
        year: 'R8',
        municipality: '南アルプス市',
        prefecture: '山梨県',
        mark: ({ id }) => markOf(id),
      }),
    },
    {
      name: '設定',
      grid: [
        ['項目', '値', '単位'],
        ['第1号被保険者数', 21_000, '人'],
        ['前年度', 'R7', null],
        ['前年度の得点（推進）', 203, '点'],
        ['前年度の得点（支援）', 208, '点'],
        ['前年度の得点（合計）', 411, '点'],
      ],
    },
  ]);
};

const cases = Array.from({ length: 10 }, provisional).flatMap((results) => {
  const [town] = municipalitiesOf(results);
  // A total of few points is also that of a goal or a criterion.
  const tells = town !== undefined && town.range.least !== town.range.most && town.range.least > 200;
  return tells ? [{ results, range: town.range }] : [];
});

const sheetsOf = (results: Results) => [...resultSheets(results), ...reportSheets(results, 'all')];

/** Sentences of all sheets, words of the charts too. */
const sentencesOf = (results: Results): readonly string[] =>
  sheetsOf(results).flatMap(({ name, rows, charts = [] }) => [
    ...rows.flat().flatMap(({ value }) => (typeof value === 'string' ? [`${name}: ${value}`] : [])),
    ...charts.flatMap(({ title, reading = '', series }) => [title, reading, ...series.map((one) => one.name)]),
  ]);

test('the cases are provisional', () => {
  expect(cases.length).toBeGreaterThan(6);
});

test.each(cases.map((one) => [`${String(one.range.least)}～${String(one.range.most)}`, one] as const))(
  'no sentence of a sheet or a chart says the fewest points, or their rate, alone: %s',
  (_, { results, range: { least } }) => {
    const rate = ((least / results.scheme.maxPoints) * 100).toFixed(1).replace('.', '\\.');
    const alone = new RegExp(`(?<![\\d,.～])(?:${String(least)}点|(?<!全国)${rate}[%％])(?!～)`);
    // 協議会資料 sets a goal's national rate in a cell of its own, which may be the same number.
    const nationalRate = /^協議会資料: [\d.]+％$/;
    expect(sentencesOf(results).filter((text) => alone.test(text) && !nationalRate.test(text))).toEqual([]);
  },
);

test.each(cases.map((one) => [`${String(one.range.least)}～${String(one.range.most)}`, one] as const))(
  'no row of 得点, 県内一覧 and 前年度比較 has the fewest points as its figure: %s',
  (_, { results, range: { least } }) => {
    const total = municipalitiesOf(results)[0]?.blocks.find(({ block }) => block.grant === null && block.goal === null);
    expect(total?.points).toBe(least);
    const bare = resultSheets(results)
      .filter(({ name }) => ['得点', '県内一覧', '前年度比較'].includes(name))
      .flatMap(({ rows }) => rows.filter((cells) => cells.some(({ value }) => value === least)));
    expect(resultSheets(results).map(({ name }) => name)).toEqual(expect.arrayContaining(['得点', '前年度比較']));
    expect(bare).toEqual([]);
  },
);
