import { answerState } from '../../src/answers';
import { municipalitiesOf } from '../../src/evaluation';
import { criterionIndexOf } from '../../src/schemes';
import type { CellValue } from '../../src/workbook';
import { answerForm, schemeFor } from '../builders/answerSheets';
import { evaluated } from '../builders/evaluated';
import { statesTotalling } from '../builders/states';

const scheme = schemeFor('R8');
const states = statesTotalling(scheme, 400);
const { byId } = criterionIndexOf(scheme);
const [open = ''] = [...byId].flatMap(([id, { index }]) => (states[index] === answerState.unmet ? [id] : []));

/** A municipality of 400 points in R8, one unmet criterion answered otherwise. */
const answered = (mark: CellValue) => {
  const results = evaluated([
    {
      grid: answerForm({
        year: 'R8',
        municipality: '北塩原村',
        prefecture: '福島県',
        mark: ({ id }) => (id === open ? mark : states[byId.get(id)!.index] === answerState.met ? '○' : '×'),
      }),
    },
  ]);
  return { own: municipalitiesOf(results)[0]!, paper: results.money.own?.thisYear.points.total };
};

test.each<[string, CellValue, boolean]>([
  ['every answer settled', '×', false],
  ['an empty answer', null, true],
  ['an answer that is held', '△', true],
])('%s: provisional, and its range', (_, mark, provisional) => {
  const { own } = answered(mark);
  const points = provisional ? (byId.get(open)?.criterion.points ?? NaN) : 0;
  expect([own.provisional, own.range]).toEqual([provisional, { least: 400, most: 400 + points }]);
});

test('the national rank of an open total reaches from the rank of the most to that of the least', () => {
  const [least, most, either] = ['×', '○', null].map((mark) => answered(mark).own.rank.national);
  expect(either).toEqual({ ...least, low: most?.low, high: least?.high });
  // R8 publishes the whole distribution: each settled total has its exact rank.
  expect([least, most].map((rank) => rank?.low === rank?.high)).toEqual([true, true]);
  expect(most?.high).toBeLessThan(least?.low ?? NaN);
});

test('a rank that is only known as a band is printed as no rank', () => {
  expect(answered('×').paper?.nationalRank?.value).toBe(answered('×').own.rank.national?.low);
  expect(answered(null).paper?.nationalRank).toBeUndefined();
});
