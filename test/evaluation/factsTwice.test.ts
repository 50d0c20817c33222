import {
  evaluate,
  municipalitiesOf,
  nationBeside,
  prefectureMeanOf,
  withYearsBehind,
  type ScoredResults,
} from '../../src/evaluation';
import { sentenceOf } from '../../src/problems';
import type { CellValue } from '../../src/workbook';
import { answerForm, workbook } from '../builders/answerSheets';
import { syntheticNation } from '../fixtures/syntheticNation';

type Rows = readonly (readonly CellValue[])[];

const nation = syntheticNation({ year: 'R8' });
const place = nation.places[20]!;
const national = nationBeside(nation.content, '全国集計.xlsx');

interface Case {
  readonly settings?: Rows;
  readonly year?: string;
  readonly table?: boolean;
  readonly name?: string;
  readonly prefecture?: string;
}

const evaluated = ({ settings = [], year = 'R8', table = false, name = '会津若松市', prefecture = '福島県' }: Case) => {
  const of = table ? { municipality: place.name, prefecture: place.prefecture } : { municipality: name, prefecture };
  const grid = answerForm({ year, ...of, mark: ({ id }) => (/[1ac]$/.test(id) ? '○' : '×') });
  const result = evaluate(
    workbook({ name: '回答', grid }, { name: '設定', grid: [['項目', '値', '単位'], ...settings] }),
    table ? { national } : {},
  );
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
};
const saidOf = (of: Case) =>
  evaluated(of).problems.filter(({ code }) => code === 'E-440' || code === 'E-441').map(({ facts, found, expected, cell, sheet }) => [facts['label'] ?? '都道府県の平均点', found, expected, cell === undefined ? undefined : `${sheet ?? ''}!${cell}`]); // prettier-ignore

/** The second value of the first of them. */
const secondOf = (said: ReturnType<typeof saidOf>): string => {
  const value = said[0]?.[2];
  return typeof value === 'string' ? value : '';
};

/** What the table and the answers say of each other; the settings add theirs. */
const withTable = () => saidOf({ table: true });

describe('a fact that is told twice', () => {
  test('the answers and the row of the national table: points and insured persons', () => {
    const [own] = municipalitiesOf(evaluated({ table: true }));
    const medians = expect.stringMatching(/^全国の支援の中央値（ほか\d+件）$/);
    expect(withTable()).toEqual([
      [medians, expect.stringMatching(/点$/), expect.stringMatching(/点$/), undefined],
      [`${place.name}の得点（総計）`, `${own!.total}点`, expect.stringMatching(/点$/), undefined],
    ]);
    expect(saidOf({})).toEqual([]);
  });

  const inTable = evaluated({ table: true });
  const ranked = municipalitiesOf(inTable)[0]!;
  // In 北海道, all 179 of which are in the table.
  const rank = ranked.rank.prefecture!.low;
  const { mean } = prefectureMeanOf(inTable as ScoredResults, ranked)!;

  test.each<[string, CellValue, CellValue]>([
    ['今年度の都道府県内順位', rank, rank + 1],
    ['都道府県の平均点', Number(mean.toFixed(2)), Number((mean + 0.02).toFixed(2))],
    ['都道府県の平均点', Math.round(mean), Math.round(mean) + 1],
    ['都道府県内の市町村数', 179, 12],
    ['市町村名（資料用）', place.name, '別の町'],
  ])('%s of the settings against the table: %s agrees, %s is named with its cell', (label, right, wrong) => {
    const ofSettings = (value: CellValue) =>
      saidOf({ table: true, settings: [[label, value]] }).slice(withTable().length);
    expect(ofSettings(right)).toEqual([]);
    expect(ofSettings(wrong)).toEqual([[label, expect.stringContaining(String(wrong)), expect.any(String), '設定!B2']]); // prettier-ignore
  });

  test('insured persons of the settings, and the first of the nation', () => {
    const told = (rows: Rows) => saidOf({ table: true, settings: rows }).slice(withTable().length);
    const insured = Number(/(\d[\d,]*)人/.exec(secondOf(told([['第1号被保険者数', 1]])))?.[1]?.replace(',', ''));
    expect(told([['第1号被保険者数', insured]])).toEqual([]);
    expect(told([['第1号被保険者数', insured + 1]])).toHaveLength(1);
    const [top] = told([['今年度の全国1位の得点', 1]]);
    const most = Number(/\d+/.exec(secondOf(top === undefined ? [] : [top]))?.[0]);
    expect(told([['今年度の全国1位の得点', most]])).toEqual([]);
    expect(told([['今年度の全国1位の市町村', 'どこにもない市']])).toHaveLength(1);
  });

  test('without a table, what is published of the prefecture counts', () => {
    expect(saidOf({ settings: [['都道府県の平均点', 1.5]] })).toHaveLength(1);
    expect(saidOf({ settings: [['今年度の都道府県内順位', 1]] })).toHaveLength(1);
    expect(saidOf({ settings: [['都道府県内の市町村数', 59]] })).toEqual([]);
    expect(saidOf({ settings: [['都道府県内の市町村数', 58]] })).toHaveLength(1);
  });

  test('last year as told, and as its workbook has it', () => {
    const before = evaluated({ year: 'R7' });
    if (before.subject !== 'answers') throw new Error(before.subject);
    const [own] = municipalitiesOf(before);
    const said = (...rows: Rows) => {
      const now = evaluated({ settings: [['前年度', 'R7'], ...rows] });
      return withYearsBehind(now, [['R7.xlsx', before]]).problems.filter(({ code }) => code === 'E-440').map(({ facts, found, expected, cell }) => [facts['label'], found, expected, cell]); // prettier-ignore
    };
    const total = own!.total;
    expect(said(['前年度の得点（合計）', total])).toEqual([]);
    expect(said(['前年度の得点（合計）', total + 1])).toEqual([
      ['前年度の得点（合計）', `${total + 1}点`, `${total}点`, 'B3'],
    ]);
    const { low, high } = own!.rank.national!;
    expect(said(['前年度の全国順位', low])).toEqual([]);
    expect(said(['前年度の全国順位', high + 1])).toHaveLength(1);
  });

  test('the sentence names both values and whose they are', () => {
    const [said] = evaluated({ settings: [['都道府県内の市町村数', 58]] }).problems.filter(
      ({ code }) => code === 'E-440',
    );
    expect(said && sentenceOf(said)).toContain(
      '都道府県内の市町村数が2通りあります。設定では 58、登録済みの市町村の数では 59 です',
    );
    expect(said && sentenceOf(said, 'en')).toContain('58 (設定) and 59');
  });
});
