import { evaluate, mergeResults, nationBeside, readBook } from '../../src/evaluation';
import { leastSize, smallestType } from '../../src/report/layout/onPaper';
import { sentenceOf } from '../../src/problems';
import { offeredReports, reportSheets, unmadeReports } from '../../src/report';
import type { SheetModel } from '../../src/workbook';
import { answerForm, workbook } from '../builders/answerSheets';
import { formOfPlace } from '../builders/formOfPlace';
import { goldenCases } from '../golden/cases';
import { syntheticNation } from '../fixtures/syntheticNation';

/** The published results of R6, each in a workbook of its own. */
const published = goldenCases.filter(([, { fiscalYear }]) => fiscalYear === 'R6').map(([, golden]) => golden);
const merged = mergeResults(
  published.map(({ municipality, prefecture, scored }) => ({
    file: `${municipality}.xlsx`,
    outcome: readBook(
      workbook({
        name: '回答',
        grid: answerForm({ year: 'R6', municipality, prefecture, mark: ({ id }) => (id in scored ? '○' : '×') }),
      }),
    ),
  })),
);
if (!merged.ok) throw new Error(JSON.stringify(merged.problems));
const together = merged.value;
const rowsOf = (sheet: SheetModel | undefined) => (sheet?.rows ?? []).map((row) => row.map(({ value }) => value));
const rowOf = (rows: ReturnType<typeof rowsOf>, label: string) => rows.find((row) => row[0] === label)?.slice(2);

test('municipalities scored together stand side by side with what was published of them', () => {
  const rows = rowsOf(reportSheets(together, 'peers')[0]);
  expect(rows[1]?.slice(2)).toEqual(published.map(({ municipality }) => municipality));
  expect(rowOf(rows, '総得点')).toEqual(published.map(({ published: { total } }) => total));
  expect(rowOf(rows, '推進　計')).toEqual(published.map(({ published: { grants } }) => grants['推進']));
  expect(rowOf(rows, '支援　Ⅱ　小計')).toEqual(published.map(({ published: { goals } }) => goals['支援|Ⅱ']));
  expect(rowOf(rows, '推進　Ⅰ　活動')).toEqual(published.map(({ published: { groups } }) => groups['推進|Ⅰ|活動']));
});

test('the criteria that some have and others have not are told, and no others', () => {
  const rows = rowsOf(reportSheets(together, 'peers')[0]);
  const start = rows.findIndex((row) => row[0] === '該当（○）が分かれる枝番');
  const ids = new Set(published.flatMap(({ scored }) => Object.keys(scored)));
  const differing = [...ids].filter((id) => published.some(({ scored }) => !(id in scored)));
  // The legend stands below them.
  expect(rows.slice(start + 1, -1)).toHaveLength(differing.length);
  const first = rowOf(rows, '推進Ⅰ体制1 エ　地域の介護保険事業の特徴');
  expect(first).toEqual(published.map(({ scored }) => ('P1p1d' in scored ? '○' : '×')));
});

test('of one municipality those that the settings name, out of the national table', () => {
  const nation = syntheticNation({ year: 'R8' });
  const names = [701, 702].map((row) => nation.places[row]);
  const results = evaluate(formOfPlace(nation, 700), {
    national: nationBeside(nation.content, '全国集計.xlsx'),
    peers: names.map((one) => `${one?.prefecture ?? ''}${one?.name ?? ''}`),
  });
  if (!results.ok || results.value.subject === 'facts') throw new Error('not scored');
  const rows = rowsOf(reportSheets(results.value, 'peers')[0]);
  expect(rows[1]?.slice(3)).toEqual(names.map((one) => one?.name));
  const whole = evaluate(nation.content);
  if (!whole.ok || whole.value.subject !== 'nation') throw new Error('no nation');
  const { municipalities } = whole.value;
  expect(rowOf(rows, '総得点')?.slice(1)).toEqual([701, 702].map((row) => municipalities[row]?.total));
});

test('a municipality with open answers shows the least and the most, and no difference rests on what is open', () => {
  const read = (municipality: string, mark: Parameters<typeof answerForm>[0]['mark']) => ({
    file: `${municipality}.xlsx`,
    outcome: readBook(workbook({ name: '回答', grid: answerForm({ year: 'R7', municipality, mark }) })),
  });
  const openId = 'P1p1a';
  const results = mergeResults([
    read('東川町', ({ id }) => (id === openId ? '？' : '○')),
    read('美瑛町', ({ id }) => (id === 'P1p1b' ? '×' : '○')),
  ]);
  if (!results.ok) throw new Error(JSON.stringify(results.problems));
  const sheet = reportSheets(results.value, 'peers')[0];
  const rows = rowsOf(sheet);
  const [first, second] = results.value.municipalities;
  expect(rows[1]?.slice(2)).toEqual(['東川町\n（暫定）', '美瑛町']);
  expect(first!.range.least).toBeLessThan(first!.range.most);
  expect(rowOf(rows, '総得点')).toEqual([`${first!.range.least}～${first!.range.most}`, second!.total]);
  const start = rows.findIndex((row) => row[0] === '該当（○）が分かれる枝番');
  expect(rows.slice(start + 1).map(([label, , ...marks]) => [label, ...marks])).toEqual([
    ['推進Ⅰ体制1 イ　地域の介護保険事業の特徴', '○', '×'],
    ['※ ○：該当、×：非該当、未確定：確認中の枝番。', null, null],
    ['※ （暫定）の市町村の得点は、未確定の回答による最も低い点と最も高い点です。', null, null],
  ]);
});

test.each([2, 5, 6, 10])(
  '%i municipalities stand side by side on one page, under their names on every page, in type that can be read',
  (count) => {
    const nation = syntheticNation({ year: 'R8' });
    const peers = nation.places.slice(701, 700 + count).map(({ prefecture, name }) => `${prefecture}${name}`);
    const results = evaluate(formOfPlace(nation, 700), {
      national: nationBeside(nation.content, '全国集計.xlsx'),
      peers,
    });
    if (!results.ok || results.value.subject === 'facts') throw new Error('not scored');
    const [sheet] = reportSheets(results.value, 'peers');
    expect(sheet?.rows[1]).toHaveLength(count + 2);
    expect(sheet?.print.titleRows).toEqual({ first: 1, last: 1 });
    expect(sheet?.print.columnBreaks).toBeUndefined();
    expect((smallestType(sheet!) * (sheet?.print.scale ?? 100)) / 100).toBeGreaterThanOrEqual(leastSize);
  },
);

test('nobody to compare with, or a whole nation: it says what it needs', () => {
  const alone = evaluate(
    workbook({ name: '回答', grid: answerForm({ year: 'R8', municipality: '東川町', mark: () => '○' }) }),
  );
  if (!alone.ok) throw new Error('not scored');
  expect(offeredReports(alone.value).has('peers')).toBe(false);
  const unmade = unmadeReports(alone.value, new Set(['peers']));
  expect(unmade.map(({ code }) => code)).toEqual(['E-479']);
  expect(unmade.map((one) => sentenceOf(one)).join('')).toContain('自団体を入れて10市町村まで');
});
