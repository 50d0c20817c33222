import { finished } from '../../src/kernel';
import * as engine from '../../src/taskpane/actions/engine';
import { automatic } from '../../src/taskpane/mapping/mapping';
import { sortedTowns, townRows } from '../../src/taskpane/result/townRows';
import { townView } from '../../src/taskpane/result/townView';
import { answerForm, workbook } from '../builders/answerSheets';

/** Two towns, each on a sheet of its own: one with three doubtful answers, one with none. */
const results = () => {
  let doubts = 0;
  const doubtful = answerForm({
    year: 'R7',
    municipality: '天草市',
    prefecture: '熊本県',
    mark: () => ((doubts += 1) <= 3 ? '△' : '○'),
  });
  const clear = answerForm({
    year: 'R7',
    municipality: '八王子市',
    prefecture: '東京都',
    mark: ({ points }) => (points % 3 === 0 ? '×' : '○'),
  });
  const book = workbook({ name: '天草市', grid: doubtful }, { name: '八王子市', grid: clear });
  const { outcome } = finished(engine.readingOf(book, automatic, undefined));
  if (!outcome.ok || outcome.value.subject !== 'answers') throw new Error('not scored');
  return outcome.value;
};

test('each municipality has its doubts and its amounts with their range, and the table sorts by them', () => {
  const scored = results();
  const rows = townRows(scored);
  // As the badge counts them; like marks of one sheet are one doubt.
  const doubts = scored.problems.filter(({ severity, sheet }) => severity !== 'info' && sheet === '天草市').length;
  expect(doubts).toBeGreaterThan(0);
  expect(rows.map(({ name, checks }) => [name, checks])).toEqual([
    ['天草市', doubts],
    ['八王子市', 0],
  ]);
  expect(sortedTowns(rows, 'checks', '').map(({ name }) => name)).toEqual(['天草市', '八王子市']);
  // The amounts are those of the view of one municipality; open answers widen them.
  const money = scored.municipalities.map((town) => townView(scored, town).money);
  expect(rows.map((row) => row.yen())).toMatchObject(
    money.map((one) => (one === undefined ? null : { low: one.low, high: one.high })) as never,
  );
});

test('a mark that stands in the cells of several municipalities is a doubt of each', () => {
  const form = (municipality: string) => {
    let answers = 0;
    return answerForm({ year: 'R7', municipality, mark: () => ((answers += 1) === 1 ? '△' : '○') });
  };
  const names = ['天草市', '八王子市'];
  const book = workbook(...names.map((name) => ({ name, grid: form(name) })));
  const { outcome } = finished(engine.readingOf(book, automatic, undefined));
  if (!outcome.ok || outcome.value.subject !== 'answers') throw new Error('not scored');
  expect(townRows(outcome.value).map(({ name, checks }) => [name, checks > 0])).toEqual(
    names.map((name) => [name, true]),
  );
});

test('municipalities without amounts come last', () => {
  const [one, other] = townRows(results());
  if (one === undefined || other === undefined) throw new Error('two towns');
  const rows = [
    { ...one, at: 0, name: '無', amount: null },
    { ...other, at: 1, name: '少', amount: 5n },
    { ...other, at: 2, name: '多', amount: 70n },
  ];
  expect(sortedTowns(rows, 'yen', '').map(({ name }) => name)).toEqual(['多', '少', '無']);
});
