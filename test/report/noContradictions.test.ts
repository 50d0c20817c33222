import { municipalitiesOf, nationBeside, type Results } from '../../src/evaluation';
import { reportSheets, resultSheets } from '../../src/report';
import type { CellValue, SheetModel } from '../../src/workbook';
import { answerForm } from '../builders/answerSheets';
import { evaluated } from '../builders/evaluated';
import { planWith, pot } from '../builders/nation';
import { seededRandom } from '../fixtures/seededRandom';
import { syntheticNation } from '../fixtures/syntheticNation';

/*
 * One fact is one figure on all sheets of a workbook, or a problem names both figures: over random settings and tables, told
 * rightly or not. The facts are read from the printed sheets by their words, never from the results.
 */

const random = seededRandom(20_261_128);
const upTo = (most: number): number => Math.floor(random() * most);
const chance = (share: number): boolean => random() < share;

const nations = ([7, 8] as const).map((seed) => {
  const nation = syntheticNation({ year: 'R8', seed });
  return { nation, beside: nationBeside(nation.content, '全国集計.xlsx') };
});

type Row = readonly CellValue[];

/** Settings of which each is told or not; what is told is often something that cannot be. */
const randomSettings = (): readonly Row[] => {
  const rows: readonly Row[] = [
    ['第1号被保険者数', 100 + upTo(60_000), '人'],
    ['内示額（推進）', 1000 + upTo(30_000), '千円'],
    ['内示額（支援）', 1000 + upTo(30_000), '千円'],
    ['今年度の得点（合計）', upTo(800)],
    ['今年度の全国順位', 1 + upTo(1741)],
    ['今年度の都道府県内順位', 1 + upTo(179)],
    ['全国の平均点（公表のとおり）', chance(0.5) ? 455.13 : 400 + upTo(10_000) / 100],
    ['都道府県の平均点', 400 + upTo(1000) / 10],
    ['都道府県内の市町村数', 1 + upTo(200)],
    ['前年度', 'R7'],
    ['前年度の得点（推進）', upTo(400)],
    ['前年度の得点（支援）', upTo(400)],
    ['前年度の全国順位', 1 + upTo(1741)],
    ['前年度の金額（推進）', 1000 + upTo(30_000), '千円'],
    ['前年度の金額（支援）', 1000 + upTo(30_000), '千円'],
  ];
  return rows.filter(() => chance(0.6));
};

const randomResults = (): Results => {
  const { nation, beside } = nations[upTo(nations.length)]!;
  const place = nation.places[upTo(nation.places.length)]!;
  const inTable = chance(0.6);
  const some = /[1abc]/;
  const share = random();
  const form = answerForm({
    year: 'R8',
    ...(inTable || chance(0.5) ? { municipality: place.name, prefecture: place.prefecture } : { municipality: '会津若松市', prefecture: '福島県' }), // prettier-ignore
    mark: ({ id }) => (some.test(id.slice(-1)) === chance(share) ? '○' : '×'),
  });
  return evaluated([{ grid: form }, { name: '設定', grid: [['項目', '値', '単位'], ...randomSettings()] }], {
    ...(inTable ? { national: beside, peers: nation.places.slice(0, 3).map(({ prefecture, name }) => `${prefecture}${name}`) } : {}), // prettier-ignore
  });
};

/** A figure of a fact, as a sheet prints it. */
interface Printed {
  readonly fact: string;
  readonly value: string;
  readonly sheet: string;
}

const halfWidth = (text: string): string =>
  text.replace(/[！-～]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0)).replaceAll(',', '');

/** What sentences and cells with words say. */
const inWords: readonly (readonly [fact: string, sheets: RegExp, pattern: RegExp])[] = [
  ['得点', /得点|順位/, /総得点 (\d+)点/],
  ['得点', /資料A/, /^(\d+)点\/800点\n\(全国/],
  ['得点', /資料B/, /得点の合計\((\d+)点/],
  ['得点', /グラフ/, /の(\d+)点は[\d～]+位/],
  ['全国順位', /得点|順位/, /^全国順位 ([\d～]+)位/],
  ['全国順位', /資料A/, /点\/800点\n\(全国(\d+)位/],
  ['全国順位', /資料B/, /市町村中(\d+)位/],
  ['全国順位', /グラフ/, /の\d+点は([\d～]+)位/],
  ['県内順位', /資料A/, /点\/800点\n\(全国\d+位、.内(\d+)位/],
  ['県内順位', /資料B/, /順位:.内(?:\d+市町村中)?(\d+)位/],
  ['全国平均', /資料B/, /全国平均点:([\d.]+)点/],
  ['全国平均', /グラフ/, /の平均は([\d.]+)点/],
  ['全国中央値', /グラフ/, /中央値は([\d.]+)点/],
];

const wordsIn = ({ name, rows }: SheetModel): readonly Printed[] => {
  const met = new Set<unknown>();
  return rows.flat().flatMap(({ value }) => {
    if (typeof value !== 'string') return [];
    const text = halfWidth(value);
    return inWords.flatMap((words) => {
      const [fact, sheets, pattern] = words;
      const found = sheets.test(name) ? pattern.exec(text)?.[1] : undefined;
      // Last year stands behind this year.
      if (found === undefined || met.has(words)) return [];
      met.add(words);
      return [{ fact, value: found, sheet: name }];
    });
  });
};

/** What a row under its heads says: the first row that matches, and the columns of the facts. */
const inRows: readonly (readonly [sheet: string, row: (cells: readonly CellValue[]) => boolean, Readonly<Record<string, string>>])[] = [
  ['得点', ([first]) => first === '合計', { 得点: '得点', 全国平均: '全国平均', 中央値: '全国中央値' }],
  ['順位', ([scope, kind]) => scope === '全国' && kind === '総得点', { 得点: '得点', 順位: '全国順位', 平均点: '全国平均', 中央値: '全国中央値' }],
  ['順位', ([scope, kind]) => scope === '都道府県内' && kind === '総得点', { 順位: '県内順位', 平均点: '県平均' }],
  ['統計', ([label]) => label === '総計', { 平均点: '全国平均', 中央値: '全国中央値' }],
  ['県内一覧', ([, , name]) => name === '全国平均', { 総得点: '全国平均' }],
]; // prettier-ignore

const rowsIn = ({ name, rows }: SheetModel): readonly Printed[] =>
  inRows.flatMap(([sheet, isMeant, columns]) => {
    if (name !== sheet) return [];
    const at = rows.findIndex((cells) => isMeant(cells.map(({ value }) => value)));
    const heads = rows.slice(0, Math.max(at, 0)).findLast((cells) => cells.some(({ look }) => look === 'header'));
    return (rows[at] ?? []).flatMap(({ value, number }, column) => {
      const fact = columns[String(heads?.[column]?.value ?? '').replaceAll('\n', '')];
      return fact === undefined || typeof value !== 'number'
        ? []
        : [{ fact, value: number === 'decimal1' ? value.toFixed(1) : String(value), sheet: name }];
    });
  });

/** The member of 県内一覧 that the workbook is about. */
const ownMemberIn = ({ name, rows }: SheetModel): readonly Printed[] => {
  const own = rows.find(([, rank, , total]) => name === '県内一覧' && rank?.look === 'total' && typeof rank.value === 'number' && total?.look === 'total'); // prettier-ignore
  return own === undefined
    ? []
    : [
        { fact: '県内順位', value: String(own[1]?.value), sheet: name },
        { fact: '得点', value: String(own[3]?.value), sheet: name },
        { fact: '全国順位', value: String(own[5]?.value), sheet: name },
      ];
};

/** The municipality of the workbook beside its 比較団体. */
const comparedIn = ({ name, rows }: SheetModel): readonly Printed[] => {
  if (name !== '比較団体') return [];
  const own = (label: string) => halfWidth(String(rows.find(([first]) => first?.value === label)?.[2]?.value ?? ''));
  const rank = /^([\d～]+)位$/.exec(own('全国順位'))?.[1];
  const points = /^\d+$/.exec(own('総得点'))?.[0];
  return [
    ...(rank === undefined ? [] : [{ fact: '全国順位', value: rank, sheet: name }]),
    ...(points === undefined ? [] : [{ fact: '得点', value: points, sheet: name }]),
  ];
};

/** Figures that print alike with the fewest decimals either has are one. */
const alike = (one: string, other: string): boolean => {
  const places = Math.min(...[one, other].map((text) => text.split('.')[1]?.length ?? 0));
  return one === other || Math.abs(Number(one) - Number(other)) <= 0.5 * 10 ** -places + 1e-9;
};

/** Whether a problem tells this figure: as found, or as expected. */
const tells = (results: Results, one: string, other: string): boolean =>
  results.problems.some(({ found = '', expected = '' }) => {
    const [first = '', second = ''] = [found, expected].map((text) => /[\d.]+(?:～[\d.]+)?/.exec(text.replaceAll(',', ''))?.[0]); // prettier-ignore
    return (alike(first, one) && alike(second, other)) || (alike(first, other) && alike(second, one));
  });

test('one fact is one figure on all sheets, or a problem names both: 200 random settings and tables', () => {
  const contradictions: string[] = [];
  let compared = 0;
  let named = 0;
  for (let run = 0; run < 200; run += 1) {
    const results = randomResults();
    const [own] = municipalitiesOf(results);
    if (own === undefined) throw new Error('nobody');
    const sheets = [...reportSheets(results, 'all'), ...resultSheets(results)];
    const printed = sheets.flatMap((sheet) => [
      ...wordsIn(sheet),
      ...rowsIn(sheet),
      ...ownMemberIn(sheet),
      ...comparedIn(sheet),
    ]);
    for (const [at, one] of printed.entries()) {
      for (const other of printed.slice(at + 1).filter(({ fact }) => fact === one.fact)) {
        compared += 1;
        if (alike(one.value, other.value)) continue;
        if (tells(results, one.value, other.value)) named += 1;
        else contradictions.push(`${run} ${one.fact}: ${one.value} (${one.sheet}), ${other.value} (${other.sheet})`);
      }
    }
  }
  expect(contradictions).toEqual([]);
  expect(compared).toBeGreaterThan(5000);
  expect(named).toBeGreaterThan(500);
}, 300_000);

/*
 * A plan with coefficients shares out the whole nation; a notice beside it says what is paid. Sheets print the notice, and the
 * share nowhere: where both differ, a problem names them.
 */
test('a notice and the share of a plan: no sheet prints the share, and a problem names both where they differ', () => {
  const { nation, beside } = nations[0]!;
  const plan = planWith((file) => {
    file.fiscalYear = 'R8';
    // As large as the municipalities' part of R6.
    file.pots = { promotion: pot(9_500_000_000), support: pot(19_000_000_000) };
    file.total.yen = 28_500_000_000;
  });
  const place = nation.places[700]!;
  const of = (...notices: readonly Row[]): Results =>
    evaluated(
      [
        { grid: answerForm({ year: 'R8', municipality: place.name, prefecture: place.prefecture, mark: () => '○' }) },
        { name: '設定', grid: [['項目', '値', '単位'], ...notices] },
      ],
      { national: beside, plan },
    );
  const yenIn = (results: Results) => {
    const { promotion, support } = municipalitiesOf(results)[0]!.grants!;
    return { promotion: Number(promotion.yen), support: Number(support.yen), basis: promotion.basis };
  };
  const share = yenIn(of());
  expect(share.basis).toBe('share');
  const printedIn = (results: Results, amount: number): readonly string[] => {
    const words = new RegExp(
      `(?<![\\d,])(?:${Math.floor(amount / 1000).toLocaleString('en-US')}千円|${amount.toLocaleString('en-US')}円)`,
    );
    return [...reportSheets(results, 'all'), ...resultSheets(results)].flatMap(({ name, rows }) =>
      rows
        .flat()
        .flatMap(({ value }) => (value === amount || (typeof value === 'string' && words.test(value)) ? [name] : [])),
    );
  };
  // The check sees the share where it is what is paid.
  expect(new Set(printedIn(of(), share.promotion)).size).toBeGreaterThan(3);
  for (let run = 0; run < 10; run += 1) {
    const told = share.promotion + (1 + upTo(99_999)) * 1000;
    const results = of(['内示額（推進）', told, '円'], ['内示額（支援）', share.support, '円']);
    expect(yenIn(results)).toEqual({ promotion: told, support: share.support, basis: 'notice' });
    expect(new Set(printedIn(results, share.promotion))).toEqual(new Set(['要確認']));
    const named = results.problems.filter(({ code }) => code === 'E-448');
    expect(named.map(({ facts, cell, found, expected }) => [facts['label'], cell, ...[found, expected].map((text) => Number(text?.replace(/[,円]/g, '').replace('千', '000')))])).toEqual([
      ['内示額（推進・通常枠）', 'B2', told, share.promotion],
    ]); // prettier-ignore
  }
});
