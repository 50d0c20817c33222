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
    // 指標別分析 lists what was missed, each with its points and the national rate of the criterion.
    const missed = /^指標別分析: (?:[^（）]+（\d+点・[\d.]+%[^（）]*）[、\s]*)+$/;
    const isAlone = (text: string): boolean => alone.test(text) && !nationalRate.test(text) && !missed.test(text);
    expect(sentencesOf(results).filter(isAlone)).toEqual([]);
  },
);

test.each(cases.map((one) => [`${String(one.range.least)}～${String(one.range.most)}`, one] as const))(
  'the rows of 指標別分析 print ranges whose ends add up to those of the total: %s',
  (_, { results, range }) => {
    const [sheet] = reportSheets(results, 'analysis');
    const head = sheet!.rows.findIndex((cells) => cells[0]?.value === '順');
    const columnOf = (word: string) => sheet!.rows[head]!.findIndex(({ value }) => String(value).startsWith(word));
    const rows = sheet!.rows.slice(head + 1).filter((cells) => typeof cells[0]?.value === 'number');
    const ends = rows.map((cells) => {
      const times = cells[2]?.value === 'Ⅳ' ? 2 : 1;
      const [least = 0, most = least] = String(cells[columnOf('得点')]?.value).split('～').map(Number);
      return { least: least * times, most: most * times };
    });
    expect(rows).toHaveLength(results.scheme.indicators.length);
    expect(ends.reduce((sum, one) => sum + one.least, 0)).toBe(range.least);
    expect(ends.reduce((sum, one) => sum + one.most, 0)).toBe(range.most);
    // What is missed is out of 800, and so are its ends.
    const missed = rows.map((cells) =>
      String(cells[columnOf('総得点')]?.value)
        .split('～')
        .map((text) => Number(text.replace(/[△-]/, ''))),
    );
    expect(missed.reduce((sum, one) => sum + one[0]!, 0)).toBe(800 - range.least);
    expect(missed.reduce((sum, one) => sum + one.at(-1)!, 0)).toBe(800 - range.most);
  },
);

test.each(cases.map((one) => [`${String(one.range.least)}～${String(one.range.most)}`, one] as const))(
  'the own rows of 資料B print both ends: %s',
  (_, { results, range: { least, most } }) => {
    const [sheet] = reportSheets(results, 'b');
    const rowOf = (label: string) => sheet!.rows.find((cells) => cells[0]?.value === label)!.map(({ value }) => value);
    expect(rowOf('当市の得点')).toContain(`${least}～\n${most}`);
    const percent = (points: number) => ((points / 800) * 100).toFixed(1);
    expect(rowOf('当市の得点率')).toContain(`${percent(least)}～\n${percent(most)}%`);
    expect(rowOf('当市の得点')).not.toContain(least);
  },
);

test.each(cases.map((one) => [`${String(one.range.least)}～${String(one.range.most)}`, one] as const))(
  'the table for machines has both ends of every sum, and no figure where they differ: %s',
  (_, { results }) => {
    const [sheet] = reportSheets(results, 'data');
    const [heads = [], figures = []] = sheet!.rows.map((cells) => cells.map(({ value }) => value));
    const valueOf = (head: string) => figures[heads.indexOf(head)];
    const sums = heads.map(String).filter((head) => head.endsWith('の下限（点）'));
    expect(sums).toHaveLength(1 + 21);
    for (const head of sums) {
      const [low, high] = [valueOf(head), valueOf(head.replace('下限', '上限'))];
      const single = valueOf(head.replace('の下限', ''));
      expect([head, single]).toEqual([head, low === high ? low : null]);
    }
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

test('順位表 of open answers has both ends as numbers to sort by, and a place in the list that is a band where it is open', () => {
  const towns = cases.slice(0, 5);
  const [first] = towns;
  if (first === undefined || first.results.subject === 'facts') throw new Error('no answers');
  const results = { ...first.results, municipalities: towns.flatMap(({ results: one }) => municipalitiesOf(one)) };
  const sheet = resultSheets(results).find(({ name }) => name === '順位表');
  const [heads = [], ...rows] = sheet!.rows.map((cells) => cells.map(({ value }) => value));
  const column = (head: string) => rows.map((row) => row[heads.indexOf(head)]);
  const ranges = towns.map(({ range }) => range).toSorted((one, other) => other.least - one.least);
  expect(column('総得点下限')).toEqual(ranges.map(({ least }) => least));
  expect(column('総得点上限')).toEqual(ranges.map(({ most }) => most));
  expect(heads).not.toContain('総得点');
  expect(column('暫定')).toEqual(ranges.map(() => '暫定'));
  expect(column('一覧内順位').map(String)).toEqual(
    ranges.map((own) => {
      const low = ranges.filter((other) => other.least > own.most).length + 1;
      const high = ranges.filter((other) => other !== own && other.most > own.least).length + 1;
      return low === high ? String(low) : `${low}～${high}`;
    }),
  );
  expect(sheet?.table?.range.right).toBe(heads.length - 1);
});
