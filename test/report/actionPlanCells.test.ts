import { evaluate } from '../../src/evaluation';
import { reportSheets } from '../../src/report';
import { appearances } from '../../src/workbook';
import { answerForm, workbook } from '../builders/answerSheets';

test('a rank with its range is never cut on paper: where it is wider than its column, it wraps', () => {
  const grid = answerForm({ year: 'R7', municipality: '川崎町', prefecture: '宮城県', mark: ({ id }) => (id.startsWith('S') ? '○' : '×') }); // prettier-ignore
  const results = evaluate(workbook({ name: '回答', grid }));
  if (!results.ok) throw new Error(JSON.stringify(results.problems));
  const [sheet] = reportSheets(results.value, 'plan');
  const ranks = (sheet?.rows ?? []).flatMap((row) => row.filter(({ value }) => /位\n?（.+位）$/.test(String(value))));
  expect(ranks.length).toBeGreaterThan(5);
  expect(ranks.filter(({ look }) => !appearances[look].wrap)).toEqual([]);
});
