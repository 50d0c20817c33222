import { evaluate, mergeResults, readBook, withYearsBehind, type Results } from '../../src/evaluation';
import { reportSheets, sheetsToWrite } from '../../src/report';
import type { CellValue, SheetModel } from '../../src/workbook';
import { answerForm, workbook } from '../builders/answerSheets';
import { printedRows } from '../builders/printed';
import { goldenCases, transcribedCriteria, type GoldenCase } from '../golden/cases';
import { hachiojiFacts } from '../fixtures/hachiojiFacts';

type Rows = readonly (readonly CellValue[])[];

const golden = (name: string): GoldenCase => {
  const found = goldenCases.find(([folder]) => folder === name)?.[1];
  if (found === undefined) throw new Error(`no golden ${name}`);
  return found;
};

/** The published answers of a municipality, those whose ids begin so left open. */
const scored = ({ municipality, prefecture, fiscalYear, scored: points }: GoldenCase, open = '-', settings?: Rows) => {
  const grid = answerForm({
    year: fiscalYear,
    municipality,
    prefecture,
    mark: ({ id }) => (id.startsWith(open) ? null : points[id] === undefined ? '×' : '○'),
  });
  const result = evaluate(
    workbook({ name: '回答', grid }, ...(settings === undefined ? [] : [{ name: '設定', grid: settings }])),
  );
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
};
const summaryOf = (results: Results): SheetModel => {
  const [sheet] = reportSheets(results, 'summary');
  if (sheet === undefined) throw new Error('no 概況');
  return sheet;
};
const rowsOf = (results: Results) => printedRows(summaryOf(results));
const rowOf = (rows: ReturnType<typeof rowsOf>, first: string) => rows.find(([label]) => label === first);

const r6 = golden('kitashiobara-R6');
const r7 = golden('kitashiobara-R7');
const told: Rows = [
  ['項目', '値', '単位'],
  ['今年度の都道府県内順位', 40],
  ['前年度', 'R6'],
  ['前年度の都道府県内順位', 44],
];

/** What an indicator brought in the total, from the published points of its criteria. */
const broughtBy = ({ scored: points }: GoldenCase, id: string): number =>
  Object.entries(points).reduce(
    (sum, [criterion, one]) => (criterion.startsWith(id) ? sum + one * (id.startsWith('C') ? 2 : 1) : sum),
    0,
  );

describe('概況 of 北塩原村 R7, after R6, as published', () => {
  const rows = rowsOf(withYearsBehind(scored(r7, '-', told), [['R6.xlsx', scored(r6)]]));

  test('points, means, places and changes are the published ones', () => {
    const { total, grants, nationalRank } = r7.published;
    const before = r6.published;
    expect(rowOf(rows, '総得点（満点800）')).toEqual([
      '総得点（満点800）',
      `${total}点（42.4％）`,
      `${before.total}点（36.9％）`,
      `＋${total - before.total}点`,
    ]);
    for (const grant of ['推進', '支援'])
      expect(rowOf(rows, `${grant}（満点400）`)?.map((text) => text.replace(/（\d.*％）/, ''))).toEqual([
        `${grant}（満点400）`,
        `${grants[grant] ?? 0}点`,
        `${before.grants[grant] ?? 0}点`,
        `＋${(grants[grant] ?? 0) - (before.grants[grant] ?? 0)}点`,
      ]);
    // 厚生労働省's means of R7 and R6: 434.988 and 422.355.
    expect(rowOf(rows, '全国平均')).toEqual(['全国平均', '435.0点（差△96.0点）', '422.4点', '＋12.6点']);
    expect([nationalRank, before.nationalRank]).toEqual([1462, 1564]);
    expect(rowOf(rows, '全国順位')).toEqual([
      '全国順位',
      '1,462位（1,741市町村中）',
      '1,564位（1,741市町村中）',
      '102位上昇',
    ]);
    expect(rowOf(rows, '県内順位')).toEqual(['県内順位', '40位', '44位', '4位上昇']);
    expect(rows[1]).toEqual(['令和7年度に交付される分の得点です。評価の対象は、主に令和6年度の取組と実績です。']);
    expect(rows[2]).toEqual([
      '総得点は339点、得点率は42.4％で、全国1,741市町村中1,462位、県内40位です。令和6年度の295点から44点増え、全国順位は102位上がりました。',
    ]);
  });

  test('the three indicators up and the three down are those whose published points moved most', () => {
    const moved = rows.filter(([label]) => /^[増減]/.test(label ?? ''));
    expect(moved.map(([label, name, points]) => [label, name, points])).toEqual([
      ['増共通Ⅳ成果2', '長期的な要介護度の変化（要介護１・２）', '＋30点'],
      ['増共通Ⅳ成果5', '健康寿命延伸の状況', '＋20点'],
      ['増推進Ⅱ活動2', '医療情報との突合の実施状況', '＋16点'],
      ['減共通Ⅳ成果1', '短期的な要介護度の変化（要介護１・２）', '△20点'],
      ['減共通Ⅳ成果4', '長期的な要介護度の変化（要介護３～５）', '△20点'],
      // Dropped in R7; 北塩原村 had all of its 20 points.
      ['減支援Ⅱ体制1', '認知症初期集中支援チームの活動状況', '△20点'],
    ]);
    const change = (id: string) => broughtBy(r7, id) - broughtBy(r6, id);
    expect(['C4o2', 'C4o5', 'P2a2', 'C4o1', 'C4o4'].map(change)).toEqual([30, 20, 16, -20, -20]);
    expect(broughtBy(r6, 'S2p1')).toBe(20);
  });

  test('what most have and it lacks: four, by the published counts times the points', () => {
    const lacked = transcribedCriteria('R7').flatMap(([id, name, , criteria]) =>
      criteria
        .filter(([criterion, , , count]) => r7.scored[criterion] === undefined && count >= 1741 / 2)
        .map(([, label, points, count]) => ({ id, name, label, points, share: count / 1741 })),
    );
    const first = lacked.toSorted((one, other) => other.points * other.share - one.points * one.share).slice(0, 4);
    const at = rows.findIndex(([text]) => text?.startsWith('全国の半数以上が満たす未達成の枝番') === true);
    expect(rows[at]?.[0]).toContain(`（${lacked.length}件のうち、該当率×加点の大きい4件）`);
    expect(
      rows.slice(at + 2, at + 6).map(([name, place, points, share]) => [name, place?.at(-1), points, share]),
    ).toEqual(
      first.map(({ name, label, points, share }) => [
        name,
        label.at(-1),
        `＋${points}点`,
        `${(share * 100).toFixed(1)}%`,
      ]),
    );
  });

  test('the steps together bring the sum of their points', () => {
    const at = rows.findIndex(([text]) => text?.startsWith('次に取り組むこと') === true);
    const points = rows.slice(at + 2, at + 5).map((row) => Number(row[2]?.replace(/[＋点]/g, '')));
    const sum = points.reduce((one, other) => one + other, 0);
    expect(rows[at + 5]?.[0]).toContain(`総得点は${339 + sum}点（＋${sum}点）`);
  });

  test('a year two years back is named, not called 前年度', () => {
    const [older] = [golden('higashikawa-R6'), golden('higashikawa-R8')];
    const text = rowsOf(withYearsBehind(scored(golden('higashikawa-R8')), [['R6.xlsx', scored(older)]])).flat();
    expect(text.join('\n')).toContain('令和6年度の316点から1点減り');
    expect(text).toContain('令和6年度から増えた指標・減った指標（総得点への影響）');
  });
});

describe('概況 of 東川町 R8 with open answers', () => {
  const results = scored(golden('higashikawa-R8'), 'P1p3');
  const rows = rowsOf(results);

  test('points, rates, places and the distance from the mean are ranges', () => {
    // 315 points as published; of 推Ⅰ体制3 it has 4 of 16.
    const had = broughtBy(golden('higashikawa-R8'), 'P1p3');
    const [least, most] = [315 - had, 315 - had + 16];
    expect(rowOf(rows, '総得点（満点800）')?.[1]).toBe(
      `${least}～${most}点（${(least / 8).toFixed(1)}～${(most / 8).toFixed(1)}％）`,
    );
    expect(rowOf(rows, '全国平均')?.[1]).toBe(
      `455.1点（差△${(455.126 - least).toFixed(1)}～△${(455.126 - most).toFixed(1)}点）`,
    );
    expect(rowOf(rows, '全国順位')?.[1]).toMatch(/^1,\d{3}～1,\d{3}位$/);
    expect(rows[0]?.[0]).toContain('【暫定】');
    expect(rows[2]?.[0]).toContain('（未確定の回答があるため暫定）');
    const bare = rows.flat().filter((text) => new RegExp(`(?<![\\d～])(${least}|${most})点`).test(text));
    expect(bare).toEqual([]);
  });

  test('what is open is counted, and what can be entered is named', () => {
    const text = rows.flat().join('\n');
    expect(text).toMatch(/・確認が必要な箇所：\d+件（総得点で16点が未確定）。/);
    expect(text).toContain('・交付額：シート「設定」に内示額を入力するか');
    expect(text).toContain('・道内順位：');
    expect(text).toContain('・令和7年度との増減：');
    expect(rowOf(rows, '交付額')).toBeUndefined();
  });
});

test.each([
  ['settled, after R6', () => withYearsBehind(scored(r7, '-', told), [['R6.xlsx', scored(r6)]])],
  [
    'with an estimate',
    () => withYearsBehind(scored(r7, '-', [...told, ['第1号被保険者数', 1_120]]), [['R6.xlsx', scored(r6)]]),
  ],
  [
    'open, with an estimate',
    () => withYearsBehind(scored(r7, 'P', [...told, ['第1号被保険者数', 1_120]]), [['R6.xlsx', scored(r6, 'S')]]),
  ],
  ['open, alone', () => scored(golden('higashikawa-R8'), 'P1p3')],
])('概況 is one page in the size of the screen: %s', (_, results) => {
  const { print } = summaryOf(results());
  expect([print.scale, print.rowBreaks, print.columnBreaks]).toEqual([100, [], undefined]);
});

test('概況 of told facts alone: 八王子市 R7, to the figures of its paper', () => {
  const result = evaluate(workbook({ name: '設定', grid: hachiojiFacts }));
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  const rows = rowsOf(result.value);
  expect(rowOf(rows, '総得点（満点800）')?.slice(1)).toEqual(['578点（72.3％）', '618点（77.3％）', '△40点']);
  expect(rowOf(rows, '全国順位')?.slice(1)).toEqual(['76位', '12位', '64位下降']);
  expect(rowOf(rows, '都内順位')?.slice(1)).toEqual(['4位', '2位', '2位下降']);
  expect(rowOf(rows, '交付額')?.slice(1)).toEqual(['240,373千円', '135,944千円', '＋104,429千円']);
  expect(rows.flat().join('\n')).not.toMatch(/試算|枝番|undefined|NaN/);
});

test('概況 comes first without being asked for; several municipalities have none, and are told so only when they ask', () => {
  const names = (results: Results) => sheetsToWrite(results, new Set(), []).sheets.map(({ name }) => name);
  expect(names(scored(r7))[0]).toBe('概況');
  const merged = mergeResults(
    ['川崎町', '東川町'].map((name) => ({
      file: `${name}.xlsx`,
      outcome: readBook(
        workbook({ name: '回答', grid: answerForm({ year: 'R7', municipality: name, mark: () => '○' }) }),
      ),
    })),
  );
  if (!merged.ok) throw new Error(JSON.stringify(merged.problems));
  expect(names(merged.value)).not.toContain('概況');
});
