import { municipalitiesOf, nationBeside, withYearsBehind, type Results } from '../../src/evaluation';
import { fiscalYearLabel, halfUp } from '../../src/kernel';
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

const years = ['R6', 'R7', 'R8'] as const;
type Year = (typeof years)[number];
const nations = new Map(
  years.map((year, at) => {
    const nation = syntheticNation({ year, seed: 7 + at });
    return [year, { nation, beside: nationBeside(nation.content, '全国集計.xlsx') }] as const;
  }),
);
const nationOf = (year: Year) => nations.get(year)!;

type Row = readonly CellValue[];

/** Settings of which each is told or not; what is told is often something that cannot be. */
const randomSettings = (yearBefore: string): readonly Row[] => {
  const rows: readonly Row[] = [
    ['第1号被保険者数', 100 + upTo(60_000), '人'],
    ['内示額（推進）', 1000 + upTo(30_000), '千円'],
    ['内示額（支援）', 1000 + upTo(30_000), '千円'],
    ['内示額（成果指向型配分枠）', upTo(30_000), '千円'],
    ['今年度の得点（合計）', upTo(800)],
    ['今年度の全国順位', 1 + upTo(1741)],
    ['今年度の都道府県内順位', 1 + upTo(179)],
    ['全国の平均点（公表のとおり）', chance(0.5) ? 455.13 : 400 + upTo(10_000) / 100],
    ['都道府県の平均点', 400 + upTo(1000) / 10],
    ['都道府県内の市町村数', 1 + upTo(200)],
    ['前年度', yearBefore],
    ['前年度の得点（推進）', upTo(400)],
    ['前年度の得点（支援）', upTo(400)],
    ['前年度の全国順位', 1 + upTo(1741)],
    ['前年度の金額（推進）', 1000 + upTo(30_000), '千円'],
    ['前年度の金額（支援）', 1000 + upTo(30_000), '千円'],
  ];
  return rows.filter(() => chance(0.6));
};

const before = (year: Year): string => `R${Number(year.slice(1)) - 1}`;

const randomResults = (): Results => {
  const year = years[upTo(years.length)]!;
  const { nation, beside } = nationOf(year);
  const place = nation.places[upTo(nation.places.length)]!;
  const inTable = chance(0.6);
  const some = /[1abc]/;
  const share = random();
  const open = chance(0.3) ? 0.05 : 0;
  const town = inTable || chance(0.5) ? { municipality: place.name, prefecture: place.prefecture } : { municipality: '会津若松市', prefecture: '福島県' }; // prettier-ignore
  const formOf = (of: Year) =>
    answerForm({
      year: of,
      ...town,
      mark: ({ id }) => (chance(open) ? '' : some.test(id.slice(-1)) === chance(share) ? '○' : '×'),
    });
  const results = evaluated(
    [{ grid: formOf(year) }, { name: '設定', grid: [['項目', '値', '単位'], ...randomSettings(before(year))] }],
    inTable
      ? { national: beside, peers: nation.places.slice(0, 3).map(({ prefecture, name }) => `${prefecture}${name}`) }
      : {},
  );
  const earlier = years.filter((one) => one < year).slice(-1 - upTo(2));
  if (earlier.length === 0 || !chance(0.4)) return results;
  return withYearsBehind(
    answered(results),
    earlier.map((one) => [`${one}.xlsx`, answered(evaluated([{ grid: formOf(one) }]))]),
  );
};

const answered = (results: Results) => {
  if (results.subject !== 'answers') throw new Error('no answers');
  return results;
};

/** A figure of a fact, as a sheet prints it, and where. */
interface Printed {
  readonly fact: string;
  readonly value: string;
  readonly sheet: string;
  readonly at: readonly [row: number, column: number];
}

const halfWidth = (text: string): string =>
  text.replace(/[！-～]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0)).replaceAll('~', '～').replaceAll(',', ''); // prettier-ignore

/** What sentences and cells with words say: the first cell of the sheet that matches. 資料A has the grants' own ranks, too. */
const inWords: readonly (readonly [fact: string, sheets: RegExp, pattern: RegExp])[] = [
  ['得点', /^(?:得点|順位|該当状況一覧)$/, /総得点 ([\d～]+)点/],
  ['得点', /資料A/, /^(\d+)点\/800点\(全国/],
  ['得点', /資料B/, /得点の合計\(([\d～]+)点/],
  ['得点', /グラフ/, /の([\d～]+)点は[\d～]+位/],
  ['得点', /概況/, /^総得点は([\d～]+)点/],
  ['得点', /取組案/, /^いま ([\d～]+)点/],
  ['全国順位', /^(?:得点|順位)$/, /^全国順位 ([\d～]+)位/],
  ['全国順位', /資料A/, /点\/800点\(全国(\d+)位/],
  ['全国順位', /資料B/, /全国\d+市町村中(\d+)位/],
  ['全国順位', /グラフ/, /の[\d～]+点は([\d～]+)位/],
  ['県内順位', /資料A/, /点\/800点\(全国\d+位、.内(\d+)位/],
  ['県内順位', /資料B/, /順位:.内(?:\d+市町村中)?(\d+)位/],
  ['全国平均', /資料B/, /全国平均点:([\d.]+)点/],
  ['全国平均', /グラフ/, /の平均は([\d.]+)点/],
  ['県平均', /資料B/, /(?<!全国)(?:都|道|府|県)平均点:([\d.]+)点/],
  ['全国中央値', /グラフ/, /中央値は([\d.]+)点/],
  ['交付額', /協議会資料/, /両交付金を合わせて([\d～千円]+)\(/],
];

const wordsIn = ({ name, rows }: SheetModel): readonly Printed[] => {
  const met = new Set<unknown>();
  return rows.flatMap((cells, row) =>
    cells.flatMap(({ value }, column) => {
      if (typeof value !== 'string') return [];
      const text = halfWidth(value).replaceAll('\n', '');
      return inWords.flatMap((words) => {
        const [fact, sheets, pattern] = words;
        // Last year stands at the right.
        const isMeant = sheets.test(name) && (name !== '資料A' || column <= 2);
        const found = isMeant ? pattern.exec(text)?.[1]?.replaceAll('千円', '') : undefined;
        // Last year stands behind this year.
        if (found === undefined || met.has(words)) return [];
        met.add(words);
        return [{ fact, value: found, sheet: name, at: [row, column] as const }];
      });
    }),
  );
};

type Columns = Readonly<Record<string, string>>;
interface Table {
  readonly sheet: string;
  readonly row: (cells: readonly CellValue[], year: string) => boolean;
  readonly columns: Columns;
}

const means = { 総得点: '得点', 全国平均: '全国平均', 県平均: '県平均', 全国順位: '全国順位', 県内順位: '県内順位' };

/** What a row under its heads says: the first row that matches, and the columns of the facts. */
const tables: readonly Table[] = [
  { sheet: '得点', row: ([first]) => first === '合計', columns: { 得点: '得点', 全国平均: '全国平均', 中央値: '全国中央値' } },
  { sheet: '順位', row: ([scope, kind]) => scope === '全国' && kind === '総得点', columns: { 得点: '得点', 順位: '全国順位', 平均点: '全国平均', 中央値: '全国中央値' } },
  { sheet: '順位', row: ([scope, kind]) => scope === '都道府県内' && kind === '総得点', columns: { 順位: '県内順位', 平均点: '県平均' } },
  { sheet: '統計', row: ([label]) => label === '総計', columns: { 平均点: '全国平均', 中央値: '全国中央値' } },
  { sheet: '県内一覧', row: ([, , name]) => name === '全国平均', columns: { 総得点: '全国平均' } },
  { sheet: '県内一覧', row: ([, , name]) => typeof name === 'string' && /[都道府県](?:の)?平均$/.test(name) && name !== '全国平均', columns: { 総得点: '県平均' } },
  { sheet: '協議会資料', row: ([first], year) => first === year, columns: means },
  { sheet: '協議会資料', row: ([first]) => first === '総得点', columns: { ...means, 得点: '得点' } },
  { sheet: '推移', row: ([first, second], year) => first === year && second !== null, columns: { ...means, '交付額（千円）': '交付額' } },
  ...['総得点', '全国平均', '全国順位', '県内順位', '交付額'].map((label): Table => ({
    sheet: '概況',
    row: ([first]) => typeof first === 'string' && first.replace(/（満点\d+）$/, '').replace(/^[都道府]内/, '県内') === label,
    columns: { '': label === '総得点' ? '得点' : label },
  })),
  { sheet: '資料B', row: ([first]) => typeof first === 'string' && /^(?:当.|本団体)の得点$/.test(first), columns: { last: '得点' } },
  { sheet: '資料B', row: ([first]) => first === '平均点', columns: { last: '全国平均' } },
  { sheet: '比較団体', row: ([first]) => first === '総得点', columns: { third: '得点' } },
  { sheet: '比較団体', row: ([first]) => first === '全国順位', columns: { third: '全国順位' } },
  { sheet: '前年度比較', row: ([first, , , , points]) => first === '合計' && typeof points === 'number', columns: { '5th': '得点', '7th': '全国順位' } },
]; // prettier-ignore

/** A cell as text: 「1,010～1,628」 of 「約1,250位（1,010～1,628位）」 and 「313～\n446点\n/800点」. */
const figureIn = (value: CellValue, number: string | undefined): string | undefined => {
  if (typeof value === 'number') return number === 'decimal1' ? halfUp(value, 1) : String(value);
  if (typeof value !== 'string') return undefined;
  const text = halfWidth(value).replaceAll('\n', '').replaceAll('千円', '');
  return /^約\d+位\(([\d～]+)位\)/.exec(text)?.[1] ?? /^[\d.]+(?:～[\d.]+)?/.exec(text)?.[0];
};

const rowsIn = ({ name, rows }: SheetModel, year: string): readonly Printed[] =>
  tables.flatMap(({ sheet, row: isMeant, columns }) => {
    if (name !== sheet) return [];
    const at = rows.findIndex((cells) => isMeant(cells.map(({ value }) => value), year)); // prettier-ignore
    const heads = rows.slice(0, Math.max(at, 0)).findLast((cells) => cells.some(({ look }) => look === 'header'));
    const cells = rows[at] ?? [];
    return cells.flatMap(({ value, number }, column) => {
      const head = String(heads?.[column]?.value ?? '').replaceAll('\n', '').replace(/^[都道府](?=平均|内順位)/, '県'); // prettier-ignore
      const places: readonly string[] = [
        ...(column === 1 ? [''] : []),
        ...(column === 2 ? ['third'] : []),
        ...(column === 4 ? ['5th'] : []),
        ...(column === 6 ? ['7th'] : []),
        ...(column === cells.length - 1 ? ['last'] : []),
        ...(head === '' ? [] : [head]),
      ];
      const fact = places.map((place) => columns[place]).find((found) => found !== undefined);
      const figure = figureIn(value, number);
      return fact === undefined || figure === undefined
        ? []
        : [{ fact, value: figure, sheet: name, at: [at, column] as const }];
    });
  });

/** The member of 県内一覧 that the workbook is about. */
const ownMemberIn = ({ name, rows }: SheetModel): readonly Printed[] => {
  const row = rows.findIndex(([, rank, , total]) => name === '県内一覧' && rank?.look === 'total' && typeof rank.value === 'number' && total?.look === 'total'); // prettier-ignore
  return ([['県内順位', 1], ['得点', 3], ['全国順位', 5]] as const).flatMap(([fact, column]) => {
    const value = figureIn((rows[row] ?? [])[column]?.value ?? null, undefined);
    return value === undefined ? [] : [{ fact, value, sheet: name, at: [row, column] as const }];
  }); // prettier-ignore
};

/** Both ends in columns of their own: 配分 in yen, 機械可読. */
const endsIn = ({ name, rows }: SheetModel): readonly Printed[] => {
  const row = name === '配分' ? rows.findIndex(([first]) => first?.value === '合計') : name === '機械可読' ? 1 : -1;
  const heads = rows.slice(0, Math.max(row, 0)).findLast((cells) => cells.some(({ look }) => look === 'header' || look === 'plain')); // prettier-ignore
  const columnOf = (head: string): number => heads?.findIndex(({ value }) => value === head) ?? -1;
  return (
    [
      ['交付額', '下限（円）', '上限（円）'],
      ['得点', '総得点の下限（点）', '総得点の上限（点）'],
      ['全国順位', '全国順位の上限（位）', '全国順位の下限（位）'],
    ] as const
  ).flatMap(([fact, ...names]) => {
    const [low, high] = names.map((head) => rows[row]?.[columnOf(head)]?.value);
    if (typeof low !== 'number' || typeof high !== 'number') return [];
    const shown = (value: number) => String(fact === '交付額' ? Math.floor(value / 1000) : value);
    const value = low === high ? shown(low) : `${shown(low)}～${shown(high)}`;
    return [{ fact, value, sheet: name, at: [row, columnOf(names[0])] as const }];
  });
};

/** Figures that print alike with the fewest decimals either has are one. */
const alike = (one: string, other: string): boolean => {
  const places = Math.min(...[one, other].map((text) => text.split('.')[1]?.length ?? 0));
  return one === other || Math.abs(Number(one) - Number(other)) <= 0.5 * 10 ** -places + 1e-9;
};

/** A rank that the settings tell is no contradiction of the range that open answers leave, where it lies within. */
const toldWithin = ({ money: { settings } }: Results, fact: string, one: string, other: string): boolean => {
  const told = fact === '全国順位' ? settings?.thisYear.nationalRank : fact === '県内順位' ? settings?.thisYear.prefectureRank : undefined; // prettier-ignore
  const [low = NaN, high = NaN] =
    [one, other]
      .find((text) => text.includes('～'))
      ?.split('～')
      .map(Number) ?? [];
  return told !== undefined && [one, other].includes(String(told)) && low <= told && told <= high;
};

/** Whether a problem tells this figure: as found, or as expected. */
const tells = (results: Results, one: string, other: string): boolean =>
  results.problems.some(({ found = '', expected = '' }) => {
    const [first = '', second = ''] = [found, expected].map((text) => /[\d.]+(?:～[\d.]+)?/.exec(text.replaceAll(',', ''))?.[0]); // prettier-ignore
    return (alike(first, one) && alike(second, other)) || (alike(first, other) && alike(second, one));
  });

const sheetsOf = (results: Results): readonly SheetModel[] => [
  ...reportSheets(results, 'all'),
  ...resultSheets(results),
];

const printedIn = (results: Results, sheets: readonly SheetModel[]): readonly Printed[] => {
  const year = fiscalYearLabel(results.scheme.fiscalYear);
  return sheets.flatMap((sheet) => [
    ...wordsIn(sheet),
    ...rowsIn(sheet, year),
    ...ownMemberIn(sheet),
    ...endsIn(sheet),
  ]);
};

/** Every two figures of one fact: how many, how many of them a problem names, and those that nothing explains. */
const compare = (results: Results, printed: readonly Printed[]) => {
  let compared = 0;
  let named = 0;
  const contradictions: string[] = [];
  for (const [at, one] of printed.entries()) {
    for (const other of printed.slice(at + 1).filter(({ fact }) => fact === one.fact)) {
      compared += 1;
      if (alike(one.value, other.value) || toldWithin(results, one.fact, one.value, other.value)) continue;
      if (tells(results, one.value, other.value)) named += 1;
      else contradictions.push(`${one.fact}: ${one.value} (${one.sheet}), ${other.value} (${other.sheet})`);
    }
  }
  return { compared, named, contradictions };
};

test('one fact is one figure on all sheets, or a problem names both: 200 random settings, tables, years and notices', () => {
  const contradictions: string[] = [];
  let compared = 0;
  let named = 0;
  const seen = new Map<string, number>();
  for (let run = 0; run < 200; run += 1) {
    const results = randomResults();
    const printed = printedIn(results, sheetsOf(results));
    for (const { fact, sheet } of printed) seen.set(`${fact} ${sheet}`, (seen.get(`${fact} ${sheet}`) ?? 0) + 1);
    const found = compare(results, printed);
    compared += found.compared;
    named += found.named;
    contradictions.push(...found.contradictions.map((text) => `${run} ${results.scheme.fiscalYear} ${text}`));
  }
  expect(contradictions).toEqual([]);
  expect(compared).toBeGreaterThan(30_000);
  expect(named).toBeGreaterThan(1000);
  // Every paper was read, not only the sheets of results.
  for (const [fact, sheet] of readOften) expect([fact, sheet, (seen.get(`${fact} ${sheet}`) ?? 0) > 20]).toEqual([fact, sheet, true]); // prettier-ignore
}, 600_000);

const readOften: readonly (readonly [fact: string, sheet: string])[] = [
  ...['得点', '順位', '概況', 'グラフ', '県内一覧', '比較団体', '取組案', '協議会資料', '資料A', '資料B', '該当状況一覧', '機械可読', '推移', '前年度比較'].map((sheet) => ['得点', sheet] as const),
  ...['得点', '順位', '概況', 'グラフ', '県内一覧', '比較団体', '協議会資料', '資料A', '資料B', '機械可読', '推移', '前年度比較'].map((sheet) => ['全国順位', sheet] as const),
  ...['順位', '協議会資料', '資料B', '推移'].map((sheet) => ['県平均', sheet] as const),
  ...['配分', '概況', '協議会資料', '推移'].map((sheet) => ['交付額', sheet] as const),
]; // prettier-ignore

/*
 * The check above sees one wrong figure, wherever it stands: each figure it reads is printed otherwise once, and told of by no
 * problem.
 */
test('one figure printed otherwise on one sheet is a contradiction, for every figure that is read', () => {
  const { nation, beside } = nationOf('R8');
  const place = nation.places[700]!;
  const formOf = (year: Year) =>
    answerForm({
      year,
      municipality: place.name,
      prefecture: place.prefecture,
      mark: ({ id }) => (/[1ab]$/.test(id) ? '○' : '×'),
    });
  const behind = evaluated([{ grid: formOf('R7') }]);
  const now = evaluated(
    [{ grid: formOf('R8') }, { name: '設定', grid: [['項目', '値', '単位'], ['第1号被保険者数', 12_000, '人'], ['内示額（推進）', 12_000, '千円'], ['内示額（支援）', 9000, '千円'], ['前年度', 'R7'], ['前年度の得点（推進）', 200], ['前年度の得点（支援）', 210]] }],
    { national: beside, peers: nation.places.slice(0, 3).map(({ prefecture, name }) => `${prefecture}${name}`) },
  ); // prettier-ignore
  if (behind.subject !== 'answers' || now.subject !== 'answers') throw new Error('no answers');
  const results = withYearsBehind(now, [['R7.xlsx', behind]]);
  const sheets = sheetsOf(results);
  const printed = printedIn(results, sheets);
  expect(compare(results, printed).contradictions).toEqual([]);
  const unseen = printed
    .filter(({ fact }) => printed.filter((other) => other.fact === fact).length > 1)
    .filter(({ fact, value, sheet, at: [row, column] }) => {
      const otherwise = (given: CellValue): CellValue =>
        typeof given === 'number' ? given + 37 : otherFigure(given, value.split('～')[0]!);
      const changed = sheets.map((one) =>
        one.name === sheet
          ? {
              ...one,
              rows: one.rows.map((cells, r) =>
                r === row ? cells.map((cell, c) => (c === column ? { ...cell, value: otherwise(cell.value) } : cell)) : cells,
              ),
            }
          : one,
      ); // prettier-ignore
      const { contradictions } = compare(results, printedIn(results, changed));
      return !contradictions.some((text) => text.startsWith(fact) && text.includes(`(${sheet})`));
    });
  expect(unseen.map(({ fact, sheet, value }) => `${fact} ${sheet} ${value}`)).toEqual([]);
  expect(new Set(printed.map(({ sheet }) => sheet)).size).toBeGreaterThan(15);
}, 60_000);

/** The text with that figure, whichever way it is set, 37 higher. */
const otherFigure = (given: CellValue, figure: string): CellValue => {
  if (typeof given !== 'string') throw new Error(`no figure in ${String(given)}`);
  const set = Array.from(figure, (sign) => (sign === '.' ? '[.．]' : `[${sign}${String.fromCharCode(sign.charCodeAt(0) + 0xfee0)}]`)).join('[,，]?'); // prettier-ignore
  const changed = given.replace(new RegExp(`(?<![\\d０-９])${set}`), String(Number(figure) + 37));
  if (changed === given) throw new Error(`no ${figure} in ${given}`);
  return changed;
};

/*
 * A plan with coefficients shares out the whole nation; a notice beside it says what is paid. Sheets print the notice, and the
 * share nowhere: where both differ, a problem names them.
 */
test('a notice and the share of a plan: no sheet prints the share, and a problem names both where they differ', () => {
  const { nation, beside } = nationOf('R8');
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
  const printedOf = (results: Results, amount: number): readonly string[] => {
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
  expect(new Set(printedOf(of(), share.promotion)).size).toBeGreaterThan(3);
  for (let run = 0; run < 10; run += 1) {
    const told = share.promotion + (1 + upTo(99_999)) * 1000;
    const results = of(['内示額（推進）', told, '円'], ['内示額（支援）', share.support, '円']);
    expect(yenIn(results)).toEqual({ promotion: told, support: share.support, basis: 'notice' });
    expect(new Set(printedOf(results, share.promotion))).toEqual(new Set(['要確認']));
    const named = results.problems.filter(({ code }) => code === 'E-448');
    expect(named.map(({ facts, cell, found, expected }) => [facts['label'], cell, ...[found, expected].map((text) => Number(text?.replace(/[,円]/g, '').replace('千', '000')))])).toEqual([
      ['内示額（推進・通常枠）', 'B2', told, share.promotion],
    ]); // prettier-ignore
  }
});
