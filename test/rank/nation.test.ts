import { readNationalTable } from '../../src/answers';
import { nationOf, placeInNation } from '../../src/rank';
import { rowLookup } from '../../src/rank/rowLookup';
import { pointsOf } from '../../src/score';
import type { WorkbookContent } from '../../src/workbook';
import { syntheticNation } from '../fixtures/syntheticNation';

const { content, scheme, firstRow } = syntheticNation({ year: 'R8' });
const nationIn = (table: WorkbookContent) => {
  const read = readNationalTable(table, { scheme, year: 'R8' });
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return nationOf(read.value);
};
const nation = nationIn(content);
const row = 700;
const identity = nation.table.municipalities[row]!;
const totals = Array.from({ length: nation.table.count }, (_, at) =>
  pointsOf(nation.scores, at, nation.scores.compiled.totalBlock),
);
const own = totals[row] ?? NaN;

test.each([
  ['the published total', own, own],
  ['a total of its own', own + 60, own + 60],
  ['a total that is still open', own - 100, own + 100],
])('%s is placed among the others, from the rank of the most to that of the least', (_, least, most) => {
  const rankOf = (points: number, of: (at: number) => boolean) =>
    totals.filter((total, at) => at !== row && of(at) && total > points).length + 1;
  const inPrefecture = (at: number) => nation.table.municipalities[at]?.prefecture === identity.prefecture;
  const members = totals.filter((_total, at) => inPrefecture(at)).length;
  expect(placeInNation(nation, identity, least, most)).toEqual({
    row,
    national: { low: rankOf(most, () => true), high: rankOf(least, () => true), of: 1741, basis: 'table' },
    prefecture: { low: rankOf(most, inPrefecture), high: rankOf(least, inPrefecture), of: members, basis: 'table' },
  });
});

test('a part of the nation gives no national ranks of its own', () => {
  const [sheet] = content.sheets;
  if (sheet === undefined) throw new Error('no table');
  const part = nationIn({
    ...content,
    sheets: [{ ...sheet, grid: sheet.grid.filter((_, at) => at !== firstRow + 5) }],
  });
  expect([nation.complete, part.complete, part.table.count, part.expected]).toEqual([true, false, 1740, 1741]);
  expect(part.problems.map(({ name }) => name)).toContain('nation-partial');
});

describe('in a part of the nation', () => {
  const [sheet] = content.sheets;
  const without = (lost: readonly number[]) =>
    nationIn({
      ...content,
      sheets: sheet === undefined ? [] : [{ ...sheet, grid: sheet.grid.filter((_, at) => !lost.includes(at)) }],
    });
  const prefecture = nation.table.municipalities[row]?.prefecture;
  const others = [...nation.table.rows].filter(
    (_, at) => nation.table.municipalities[at]?.prefecture === prefecture && at !== row,
  );
  const part = without(others.slice(0, 3));

  test('the published points have the published rank, other points that of the published distribution', () => {
    const rankOf = (points: number): number => totals.filter((total) => total > points).length + 1;
    const whole = placeInNation(nation, identity, own, own)?.national.low;
    expect(placeInNation(part, identity, own, own)?.national).toMatchObject({
      low: whole,
      high: whole,
      basis: 'table',
    });
    expect(placeInNation(part, identity, own + 60, own + 60)?.national).toMatchObject({
      low: rankOf(own + 60),
      high: rankOf(own + 60),
      basis: 'distribution',
    });
  });

  test('there are ranks only within prefectures that are all there', () => {
    expect(nation.ranks.scopes.map(({ name }) => name)).toContain('nation');
    expect(part.ranks.scopes.map(({ name }) => name)).toEqual(['prefecture']);
    const groups = part.ranks.scopes[0]?.groups;
    const unranked = [...part.table.municipalities.keys()].filter((at) => groups?.[at] === -1);
    const inPrefecture = [...part.table.municipalities.keys()].filter(
      (at) => part.table.municipalities[at]?.prefecture === prefecture,
    );
    expect(unranked).toEqual(inPrefecture);
  });

  test('a prefecture has its rows for a mean only where all of it is there', () => {
    const known = (one: typeof nation) => [...one.prefectures.keys()].filter((name) => name !== prefecture);
    expect(nation.prefectures.get(prefecture ?? '')).toContain(row);
    expect(part.prefectures.has(prefecture ?? '')).toBe(false);
    expect(known(part)).toEqual(known(nation));
  });

  test('a prefecture with more rows than municipalities has a band as wide as the surplus, and no mean', () => {
    const strangers = sheet?.grid.slice(firstRow).filter((cells) => cells[6] === prefecture).slice(0, 4) ?? []; // prettier-ignore
    const more = strangers.map((cells, at) => cells.map((cell, column) => (column === 7 ? `架空${'青赤白黒'[at]}町` : column === 3 ? null : cell))); // prettier-ignore
    expect(more).toHaveLength(4);
    const swollen = nationIn({
      ...content,
      sheets: sheet === undefined ? [] : [{ ...sheet, grid: [...sheet.grid, ...more] }],
    });
    expect(swollen.table.count).toBe(1745);
    const whole = placeInNation(nation, identity, own, own)?.prefecture;
    const band = placeInNation(swollen, identity, own, own)?.prefecture;
    expect(band?.of).toBe(whole?.of);
    expect(band?.low).toBeLessThanOrEqual(whole?.low ?? 0);
    expect(band?.high).toBeGreaterThanOrEqual(whole?.low ?? 0);
    expect(band?.high).not.toBe(band?.low);
    expect(swollen.prefectures.has(prefecture ?? '')).toBe(false);
  });

  test('a prefecture that is not all there gives a band as wide as what is missing', () => {
    const whole = placeInNation(nation, identity, own, own)?.prefecture;
    const band = placeInNation(part, identity, own, own)?.prefecture;
    expect(band?.of).toBe(whole?.of);
    expect((band?.high ?? 0) - (band?.low ?? 0)).toBe(3);
    expect(band?.low).toBeLessThanOrEqual(whole?.low ?? 0);
    expect(band?.high).toBeGreaterThanOrEqual(whole?.low ?? 0);
  });
});

test('a nation of workbooks is placed by the index: every rank as counted over all rows, and in linear time', () => {
  const names = nation.table.municipalities;
  const inPrefecture = (place: number) =>
    totals.filter((total, at) => names[at]?.prefecture === names[place]?.prefecture && total > totals[place]!).length +
    1;
  for (const [at, one] of names.entries()) {
    const own = totals[at]!;
    expect(nation.rowOf(one)).toBe(at);
    const place = placeInNation(nation, one, own, own);
    expect(place?.prefecture).toMatchObject({ low: inPrefecture(at), high: inPrefecture(at) });
  }
});

test('the row of a municipality: by code, else by folded name, and no row where several fit', () => {
  const of = (name: string, prefecture?: string, code?: string) => ({
    name,
    kind: identity.kind,
    notes: [],
    prefecture,
    code,
  });
  const rowOf = rowLookup({
    ...nation.table,
    municipalities: [of('府中市', '東京都', '132063'), of('府中市', '広島県'), of('１ｂ町'), of('府中市')],
  });
  expect(rowOf(of('まるで違う名', undefined, '132063'))).toBe(0);
  expect(rowOf(of('府中市', '広島県'))).toBeUndefined();
  expect(rowOf(of('1B町', '北海道'))).toBe(2);
  expect(rowOf(of('__proto__'))).toBeUndefined();
});
