import { checkDigitOf } from '../../../src/answers/municipality/code';
import { foldName } from '../../../src/answers/municipality/foldName';
import { foldLabel } from '../../../src/kernel';
import { prefectures, readPrefecture } from '../../../src/answers/municipality/register';
import { registeredMunicipalities } from '../../../src/answers';
import { publishedRanks } from '../../golden/cases';

const all = registeredMunicipalities();
const countIn = (prefecture: string) => all.filter((one) => one.prefecture === prefecture).length;

describe('the register of municipalities', () => {
  test('holds 1,741 municipalities in 47 prefectures: 792 cities, 743 towns, 183 villages, 23 special wards', () => {
    expect(all).toHaveLength(1741);
    expect(prefectures).toHaveLength(47);
    const endings = ['市', '町', '村', '区'].map((ending) => all.filter(({ name }) => name.endsWith(ending)).length);
    expect(endings).toEqual([792, 743, 183, 23]);
  });

  test.each([
    ['北海道', 179],
    ['福島県', 59],
    ['岩手県', 33],
    ['宮城県', 35],
    ['熊本県', 45],
    ['東京都', 62],
    ['富山県', 15],
  ])('has for %s the known %i', (prefecture, count) => {
    expect(countIn(prefecture)).toBe(count);
  });

  test('every code has its check digit, its prefecture, and stands once, in order', () => {
    const codes = all.map(({ code }) => code);
    expect(codes.filter((code) => !/^\d{6}$/.test(code) || checkDigitOf(code.slice(0, 5)) !== code[5])).toEqual([]);
    expect([...new Set(codes)].sort()).toEqual(codes);
    expect(all.filter(({ code, prefecture }) => prefectures[Number(code.slice(0, 2)) - 1] !== prefecture)).toEqual([]);
  });

  test('the check digit catches a changed digit, unless remainders 0 and 10 meet in the digit 1 (1,417 of 94,014)', () => {
    const changes = all.flatMap(({ code }) =>
      Array.from(code).flatMap((old, place) =>
        Array.from('0123456789')
          .filter((digit) => digit !== old)
          .map((digit) => ({ place, changed: code.slice(0, place) + digit + code.slice(place + 1) })),
      ),
    );
    const missed = changes.filter(({ changed }) => checkDigitOf(changed.slice(0, 5)) === changed[5]);
    expect([changes.length, missed.length]).toEqual([94_014, 1417]);
    expect(missed.filter(({ place, changed }) => place === 5 || !changed.endsWith('1'))).toEqual([]);
  });

  test('25 names are shared, by 57 municipalities', () => {
    const counts = new Map<string, number>();
    for (const { name } of all) counts.set(name, (counts.get(name) ?? 0) + 1);
    const shared = [...counts.values()].filter((count) => count > 1);
    expect([shared.length, shared.reduce((sum, count) => sum + count, 0)]).toEqual([25, 57]);
  });

  test('names are stored as they are compared: folding spaces and forms changes none', () => {
    expect(all.filter(({ name }) => foldLabel(name).normalize('NFC') !== name)).toEqual([]);
  });

  test('no two municipalities of one prefecture are the same name but for variant characters', () => {
    const keys = all.map(({ prefecture, name }) => `${prefecture}${foldName(name)}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('the six villages of the Northern Territories are not counted', () => {
    expect(all.filter(({ name }) => ['色丹村', '留夜別村', '留別村', '紗那村', '蘂取村'].includes(name))).toEqual([]);
    expect(all.filter(({ name }) => name === '泊村')).toHaveLength(1);
  });

  test('every municipality of the published results is there, under its code', () => {
    const known = new Map(all.map((one) => [`${one.prefecture}${one.name}`, one.code]));
    const published = publishedRanks();
    const missing = published.filter(({ municipality, prefecture, code }) => {
      const registered = known.get(`${prefecture}${municipality}`);
      return registered === undefined || (code !== null && code !== registered);
    });
    expect(published.length).toBeGreaterThan(400);
    expect(missing).toEqual([]);
  });
});

describe('readPrefecture', () => {
  test.each([
    ['福島県', '福島県'],
    ['福島', '福島県'],
    [' 福　島 県 ', '福島県'],
    ['東京', '東京都'],
    ['京都', '京都府'],
    ['北海道', '北海道'],
    ['北海', undefined],
    ['架空県', undefined],
    ['', undefined],
  ])('reads 「%s」 as %s', (text, expected) => {
    expect(readPrefecture(text)).toBe(expected);
  });
});
