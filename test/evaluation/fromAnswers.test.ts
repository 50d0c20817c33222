import { answerState } from '../../src/answers';
import { municipalitiesOf } from '../../src/evaluation';
import { criterionIndexOf } from '../../src/schemes';
import { headlineOf } from '../../src/report/members';
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

test.each([
  ['a municipality', [['市町村名', '北塩原村']], '北塩原村', 'municipality', true],
  ['a union', [['市町村名', '大雪地区広域連合']], '大雪地区広域連合', 'union', false],
  ['a union in the heading only', [['令和8年度 大雪地区広域連合 回答票']], '大雪地区広域連合', 'union', false],
  ['a ward', [['市町村名', '中央区', '都道府県', '北海道']], '中央区', 'ward', false],
  ['a ward in the heading only', [['札幌市中央区 回答票']], '札幌市中央区', 'ward', false],
])('%s has points; rank and amount only where it is one of the 1,741', (_, title, name, kind, isOne) => {
  const grid = answerForm({ year: 'R8', municipality: '', mark: () => '○' }).slice(3);
  const results = evaluated([{ grid: [['令和8年度'], ...title, ['第1号被保険者数', 5000], ...grid] }]);
  const [own] = municipalitiesOf(results);
  expect(own).toMatchObject({ identity: { name, kind }, total: 800 });
  expect([own?.rank.national, own?.grants].map((one) => one !== null)).toEqual([isOne, isOne]);
  const why = results.problems.filter((one) => ['municipality-union', 'municipality-ward'].includes(one.name));
  expect(why).toHaveLength(isOne ? 0 : 1);
  const [, line] = own === undefined || results.subject !== 'answers' ? [] : headlineOf(results, own);
  expect(line?.text).toMatch(isOne ? /^全国順位 1位／1,741市町村/ : /^全国順位 －（1,741市町村に入らないため）$/);
});
