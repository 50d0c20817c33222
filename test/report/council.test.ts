import { evaluate, municipalitiesOf, nationBeside, withYearsBehind, type Results } from '../../src/evaluation';
import { reportSheets } from '../../src/report';
import type { CellValue, SheetModel } from '../../src/workbook';
import { answerForm, workbook } from '../builders/answerSheets';
import { formOfPlace } from '../builders/formOfPlace';
import { printedRows } from '../builders/printed';
import { goldenCases, transcribedCriteria, type GoldenCase } from '../golden/cases';
import { amakusaFacts } from '../fixtures/amakusaFacts';
import { syntheticNation } from '../fixtures/syntheticNation';

const golden = (name: string): GoldenCase => {
  const found = goldenCases.find(([folder]) => folder === name)?.[1];
  if (found === undefined) throw new Error(`no golden ${name}`);
  return found;
};
const scored = ({ municipality, prefecture, fiscalYear, scored: points }: GoldenCase, open = '-'): Results => {
  const mark = ({ id }: { readonly id: string }): CellValue =>
    id.startsWith(open) ? null : points[id] === undefined ? '×' : '○';
  const grid = answerForm({ year: fiscalYear, municipality, prefecture, mark });
  const result = evaluate(workbook({ name: '回答', grid }));
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
};
const paperOf = (results: Results): SheetModel => {
  const [sheet] = reportSheets(results, 'council');
  if (sheet === undefined) throw new Error('no paper');
  return sheet;
};

const r6 = golden('kitashiobara-R6');
const r7 = golden('kitashiobara-R7');
const rows = printedRows(paperOf(withYearsBehind(scored(r7), [['R6.xlsx', scored(r6)]])));
const rowOf = (first: string) => rows.find(([label]) => label?.startsWith(first) === true);

describe('協議会資料 of 北塩原村 R7, after R6, as published', () => {
  test('points and ranks of both years, with the published means; columns nobody knows are not there', () => {
    // 福島県's means as published: 354.1 and 385.3.
    expect(rows.slice(rows.findIndex(([label]) => label === '年度')).slice(0, 3)).toEqual([
      ['年度', '総得点', '得点率', '全国平均', '県平均', '全国順位'],
      ['令和6年度', `${r6.published.total}点/800点`, '36.9％', '422.4点', '354.1点', '1,564位'],
      ['令和7年度', `${r7.published.total}点/800点`, '42.4％', '435.0点', '385.3点', '1,462位'],
    ]);
  });

  test('every goal and grant as published, against the published means of the nation', () => {
    // 厚生労働省, R7 (rules/grants.md): means of the goals.
    const means = [
      ['推進目標Ⅰ', '推進|Ⅰ', '59.4'],
      ['推進目標Ⅱ', '推進|Ⅱ', '65.4'],
      ['推進目標Ⅲ', '推進|Ⅲ', '46.6'],
      ['支援目標Ⅰ', '支援|Ⅰ', '55.3'],
      ['支援目標Ⅱ', '支援|Ⅱ', '46.5'],
      ['支援目標Ⅲ', '支援|Ⅲ', '66.1'],
      ['共通目標Ⅳ', '推進|Ⅳ', '47.8'],
    ] as const;
    for (const [label, key, mean] of means) {
      const points = r7.published.goals[key] ?? NaN;
      expect(rowOf(label)?.slice(1)).toEqual(['100', String(points), `${points}.0％`, mean]);
    }
    expect(rowOf('推進計')?.slice(1, 3)).toEqual(['400', String(r7.published.grants['推進'])]);
    expect(rowOf('支援計')?.slice(1, 3)).toEqual(['400', String(r7.published.grants['支援'])]);
  });

  test('the strongest and the weakest goal are those farthest from the published mean rates', () => {
    const text = rows.flat().join('\n');
    expect(text).toContain('得点率が高いのは共通の目標Ⅳで、70.0％（全国平均47.8％）です。');
    expect(text).toContain('得点率が低いのは推進の目標Ⅰで、21.0％（全国平均59.4％）です。');
  });

  test('ten of what most have and it lacks, by the published counts times the points', () => {
    const lacked = transcribedCriteria('R7').flatMap(([, name, , criteria]) =>
      criteria
        .filter(([criterion, , , count]) => r7.scored[criterion] === undefined && count >= 1741 / 2)
        .map(([, , points, count]) => ({ name, points, share: count / 1741 })),
    );
    const first = lacked.toSorted((one, other) => other.points * other.share - one.points * one.share).slice(0, 10);
    const at = rows.findIndex(([text]) => text?.includes('本団体が満たしていない項目') === true);
    expect(rows.slice(at + 2, at + 12).map(([name, , points, share]) => [name, points, share])).toEqual(
      first.map(({ name, points, share }) => [name, `＋${points}点`, `${(share * 100).toFixed(1)}%`]),
    );
    expect(rows[at + 12]?.[0]).toContain(`50％以上の項目${lacked.length}件のうち`);
  });

  test('says which year is rated, and nothing to staff: no sheet, no setting, no gap to fill', () => {
    const text = rows.flat().join('\n');
    expect(text).toContain('令和７年度に交付される交付金は、主に令和６年度の取組と実績の評価によります。');
    expect(text).not.toMatch(/シート|設定|入力|要確認|試算|undefined|NaN/);
  });
});

test('open answers: every total is a range, and the title says 暫定', () => {
  const printed = printedRows(paperOf(scored(golden('higashikawa-R8'), 'P1p3'))).flat();
  // 315 points as published, of which 推Ⅰ体制3 brought 4 of 16.
  expect(printed.some((text) => text === '311～327点/800点')).toBe(true);
  expect(printed.join('\n')).toContain('【暫定】');
  expect(printed.filter((text) => /(?<![\d～])(311|327)(?![\d～]|$)/.test(text))).toEqual([]);
});

test('with a national table, ranks in the prefecture are those counted town by town', () => {
  const nation = syntheticNation({ year: 'R8' });
  const own = 700;
  const national = nationBeside(nation.content, '全国集計.xlsx');
  const of = (row: number) => {
    const result = evaluate(formOfPlace(nation, row), row === own ? { national } : {});
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    return result.value;
  };
  const { prefecture } = nation.places[own]!;
  const members = [...nation.places.keys()].filter((row) => nation.places[row]!.prefecture === prefecture);
  const goalIn = (results: Results): number =>
    municipalitiesOf(results)[0]!.blocks.find(
      ({ block }) => block.grant === 'support' && block.goal === 2 && block.group === null,
    )!.points;
  const mine = goalIn(of(own));
  const points = members.map((row) => goalIn(of(row)));
  const row = printedRows(paperOf(of(own))).find(([label]) => label?.startsWith('支援目標Ⅱ') === true);
  const mean = points.reduce((sum, one) => sum + one, 0) / points.length;
  expect(row?.slice(1, 6)).toEqual([
    '100',
    String(mine),
    `${mine}.0％`,
    mean.toFixed(1),
    `${points.filter((one) => one > mine).length + 1}位`,
  ]);
  expect(row).toHaveLength(8);
});

describe('with a national table, every place and every mean is that of its printed columns, counted one by one', () => {
  const nation = syntheticNation({ year: 'R8' });
  const own = 700;
  const result = evaluate(formOfPlace(nation, own), { national: nationBeside(nation.content, '全国集計.xlsx') });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  const printed = printedRows(paperOf(result.value));
  // A table for each grant and one for both, each with its head.
  const begins = printed.findIndex(([label]) => label === '区分');
  const table = printed.slice(begins, begins + 28).filter(([label]) => label !== '区分');
  // The columns of the ministry's R8 table (test/fixtures/officialTableLayout.json), counted from 0.
  const columns = [
    ['推進目標Ⅰ', [56]],
    ['うち体制・取組', [54]],
    ['うち活動', [55]],
    ['推進目標Ⅱ', [78]],
    ['うち体制・取組', [76]],
    ['うち活動', [77]],
    ['推進目標Ⅲ', [107]],
    ['うち体制・取組', [105]],
    ['うち活動', [106]],
    ['支援目標Ⅰ', [237]],
    ['うち体制・取組', [235]],
    ['うち活動', [236]],
    ['支援目標Ⅱ', [266]],
    ['うち体制・取組', [264]],
    ['うち活動', [265]],
    ['支援目標Ⅲ', [300]],
    ['うち体制・取組', [298]],
    ['うち活動', [299]],
    ['共通目標Ⅳ', [140]],
    ['推進計', [141]],
    ['支援計', [334]],
    ['両交付金の体制・取組', [54, 76, 105, 235, 264, 298]],
    ['両交付金の活動', [55, 77, 106, 236, 265, 299]],
    // 目標Ⅳ stands once under each grant.
    ['両交付金の成果', [140, 333]],
    ['総得点', [335]],
  ] as const;
  const towns = nation.sheet.grid
    .slice(nation.firstRow)
    .filter((cells) => typeof cells[335] === 'number' && typeof cells[0] === 'number' && cells[7] !== '');
  const mine = towns.find(
    (cells) => cells[7] === nation.places[own]!.name && cells[6] === nation.places[own]!.prefecture,
  )!;
  const neighbours = towns.filter((cells) => cells[6] === mine[6]);

  test('the table is the nation, and the paper has a row for each sum', () => {
    expect(towns).toHaveLength(1741);
    expect(neighbours.length).toBeGreaterThan(10);
    expect(table.map(([label]) => label?.replaceAll('　', '').slice(0, 5))).toEqual(
      columns.map(([label]) => label.slice(0, 5)),
    );
  });

  test.each(columns.map(([label, at], row) => [label, at, row] as const))('%s', (_, at, row) => {
    const pointsOf = (cells: readonly CellValue[]) => at.reduce((sum, column) => sum + Number(cells[column]), 0);
    const place = (among: typeof towns) => among.filter((cells) => pointsOf(cells) > pointsOf(mine)).length + 1;
    const mean = neighbours.reduce((sum, cells) => sum + pointsOf(cells), 0) / neighbours.length;
    const [, , points, , prefectureMean, prefectureRank, , nationRank] = table[row]!;
    expect([points, prefectureMean, prefectureRank, nationRank]).toEqual([
      String(pointsOf(mine)),
      mean.toFixed(1),
      `${place(neighbours)}位`,
      `${place(towns).toLocaleString('en-US')}位`,
    ]);
  });

  test('the table of the radar has the rates of the same goals, and its mean of the prefecture', () => {
    const goals = columns.flatMap(([label, [column]]) => (label.includes('目標') ? [[label, column] as const] : []));
    const start = printed.findIndex(([label]) => label === '目標') + 1;
    expect(
      printed
        .slice(start, start + 7)
        .map(([label, rate, , mean]) => [label, rate, mean])
        .toSorted(),
    ).toEqual(
      goals
        .map(([label, column]) => [
          label.replace('目標', ''),
          `${Number(mine[column]).toFixed(1)}%`,
          `${(neighbours.reduce((sum, cells) => sum + Number(cells[column]), 0) / neighbours.length).toFixed(1)}%`,
        ])
        .toSorted(),
    );
  });
});

describe('the sentence of the amounts', () => {
  const money = (facts: readonly (readonly CellValue[])[]) => {
    const result = evaluate(workbook({ name: '設定', grid: facts }));
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    return printedRows(paperOf(result.value)).flat().filter((text) => text.includes('両交付金を合わせて')); // prettier-ignore
  };

  test('as 天草市 printed its amounts, with the change that is its own subtraction; decided money is not expected', () => {
    expect(money(amakusaFacts)).toEqual([
      '令和６年度の交付金決定額は、両交付金を合わせて32,210千円（推進10,484千円、支援21,726千円）です。前年度の40,438千円と比べて△8,228千円です。',
    ]);
  });

  test('where nothing is told there is no sentence', () => {
    expect(money(amakusaFacts.filter(([label]) => !String(label).startsWith('内示額')))).toEqual([]);
  });

  test('an estimate says so, with its band', () => {
    const grid = answerForm({ year: 'R7', municipality: '八王子市', prefecture: '東京都', mark: () => '○' });
    const facts = { name: '設定', grid: [['項目', '値', '単位'], ['第1号被保険者数', 155_600, '人']] }; // prettier-ignore
    const result = evaluate(workbook({ name: '回答', grid }, facts));
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    const text = printedRows(paperOf(result.value)).flat().find((one) => one.includes('両交付金を合わせて')); // prettier-ignore
    expect(text).toMatch(
      /交付額（試算）は、両交付金を合わせて[\d,]+千円～[\d,]+千円（.*）です。試算であり、国の通知による額ではありません。$/,
    );
  });
});

test('of told facts alone it says what was told, and no section of answers', () => {
  const result = evaluate(workbook({ name: '設定', grid: amakusaFacts }));
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  const printed = printedRows(paperOf(result.value));
  expect(printed.find(([label]) => label === '令和6年度')).toEqual([
    '令和6年度',
    '581点/800点',
    '72.6％',
    '422.4点',
    '425.2点',
    '56位',
    '2位',
  ]);
  expect(printed.flat().join('\n')).not.toMatch(/目標・指標群|満たしていない|次の年度の目標/);
});

test('what the user writes keeps its place: above all that grows', () => {
  const places = (results: Results) => paperOf(results).userCells;
  expect(places(scored(r7))).toEqual(places(scored(golden('higashikawa-R8'), 'P1p3')));
  expect(places(scored(r7))).toHaveLength(2);
});
