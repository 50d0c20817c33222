import { readSettingsFile } from '../../src/settings';
import { evaluate } from '../../src/evaluation';
import { reportSheets } from '../../src/report';
import type { CellValue } from '../../src/workbook';
import type { PointsOutcome } from '../../src/years';
import { answerForm, workbook } from '../builders/answerSheets';
import { printedRows } from '../builders/printed';

const settings = (...rows: readonly (readonly CellValue[])[]) =>
  workbook({ name: '設定', grid: [['項目', '値', '単位'], ...rows] });
const codesOf = (content: ReturnType<typeof workbook>, options = {}) => {
  const result = evaluate(content, options);
  const problems = result.ok ? result.value.problems : result.problems;
  return problems.map(({ code }) => code);
};
const kindsOf = (outcome: PointsOutcome | undefined) => ({
  points: outcome?.points.origin.kind,
  most: outcome?.maxPoints.origin.kind,
  nationalRank: outcome?.nationalRank?.origin.kind,
  prefectureRank: outcome?.prefectureRank?.origin.kind,
});
const answers = {
  name: '回答',
  grid: answerForm({ year: 'R7', municipality: '八王子市', prefecture: '東京都', mark: () => '○' }),
};

describe('facts told beside or instead of answers', () => {
  test('a workbook with nothing but the facts needs a year', () => {
    expect(codesOf(settings(['今年度の得点（推進）', 309]))).toEqual(codesOf(settings(['今年度の得点（支援）', 1])));
    expect(evaluate(settings(['今年度の得点（推進）', 309])).ok).toBe(false);
    expect(evaluate(settings(['今年度の得点（推進）', 309]), { year: 'R7' }).ok).toBe(true);
  });

  test('the plain words of a notice are understood, on a sheet of any name that is headed 項目 and 値', () => {
    const told = workbook({
      name: '通知',
      grid: [
        ['令和８年度の内示'],
        ['項目', '値', '単位'],
        ['年度', '令和8年度'],
        ['団体名', '福智町'],
        ['都道府県', '福岡県'],
        ['得点（推進）', 212],
        ['得点（支援）', 231],
        ['全国順位', 702],
        ['県内順位', 12],
        ['内示額（推進）', 3120, '千円'],
        ['内示額（支援）', 5441, '千円'],
      ],
    });
    const result = evaluate(told);
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    const [paper] = reportSheets(result.value, 'a');
    const text = (paper?.rows ?? []).flat().map(({ value }) => String(value ?? '')).join('\n'); // prettier-ignore
    expect(text).toContain('212点/400点');
    expect(text).toContain('8,561千円');
    expect(text).toMatch(/全国702位、県内12位/);
    expect(result.value.problems.map(({ name }) => name)).not.toContain('settings-unknown-row');
  });

  test('a workbook whose 設定 tells nothing of this year is refused for want of answers, as before', () => {
    expect(evaluate(settings(['資料番号', '1']), { year: 'R7' }).ok).toBe(false);
  });

  test('another year asked for than told is refused', () => {
    expect(evaluate(settings(['評価年度', 'R6'], ['今年度の得点（推進）', 309]), { year: 'R7' }).ok).toBe(false);
  });

  test('points from the answers win over points told, and the difference is said', () => {
    const content = workbook(answers, {
      name: '設定',
      grid: [
        ['項目', '値'],
        ['今年度の得点（推進）', 309],
        ['今年度の全国順位', 76],
      ],
    });
    expect(codesOf(content)).toContain('E-566');
    const result = evaluate(content);
    expect(result.ok && result.value.money.own?.thisYear.points.promotion?.points.value).not.toBe(309);
    expect(result.ok && result.value.money.own?.thisYear.points.total).toMatchObject({
      points: { origin: { kind: 'scored', block: { grant: null, goal: null, group: null }, place: { sheet: '回答' } } },
      nationalRank: {
        value: 76,
        origin: { kind: 'told', label: '今年度の全国順位', place: { sheet: '設定', cell: 'B3' } },
      },
    });
  });

  test('the maxima of last year are those of its own scheme: 1,355, 830 and 2,185 in R5', () => {
    const told = [
      ['今年度の得点（推進）', 309],
      ['今年度の得点（支援）', 269],
      ['前年度', 'R5'],
      ['前年度の得点（推進）', 900],
      ['前年度の得点（支援）', 600],
    ] as const;
    const result = evaluate(settings(...told), { year: 'R6' });
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    const { promotion, support, total } = result.value.money.own?.comparison?.before.points ?? {};
    expect([promotion, support, total].map((row) => row?.maxPoints.value)).toEqual([1355, 830, 2185]);
  });

  test('points and ranks know whether they were told, added or worked out', () => {
    const told = [
      ['今年度の得点（推進）', 309],
      ['今年度の得点（支援）', 269],
      ['前年度', 'R5'],
      ['前年度の得点（合計）', 1500],
      ['前年度の満点（合計）', 2185],
      ['前年度の都道府県内順位', 3],
    ] as const;
    const result = evaluate(settings(...told), { year: 'R7' });
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    const { thisYear, comparison } = result.value.money.own ?? {};
    expect(kindsOf(thisYear?.points.promotion)).toMatchObject({ points: 'told', most: 'rules' });
    expect(kindsOf(thisYear?.points.total)).toEqual({
      points: 'sum',
      most: 'rules',
      nationalRank: undefined,
      prefectureRank: undefined,
    });
    expect(kindsOf(comparison?.before.points.total)).toEqual({
      points: 'told',
      most: 'told',
      nationalRank: undefined,
      prefectureRank: 'told',
    });
    const ranked = evaluate(
      workbook({
        name: '回答',
        grid: answerForm({ year: 'R8', municipality: '八王子市', prefecture: '東京都', mark: () => '○' }),
      }),
    );
    expect(ranked.ok && ranked.value.money.own?.thisYear.points.total).toMatchObject({
      points: { origin: { kind: 'scored', table: undefined } },
      nationalRank: { origin: { kind: 'ranked', by: 'distribution' } },
    });
  });

  test('facts of another year than the answers are left out and said', () => {
    const content = workbook(answers, {
      name: '設定',
      grid: [
        ['項目', '値'],
        ['評価年度', 'R6'],
        ['今年度の全国順位', 76],
      ],
    });
    expect(codesOf(content)).toContain('E-565');
    const result = evaluate(content);
    expect(result.ok && result.value.money.own?.thisYear.points.total?.nationalRank?.value).not.toBe(76);
  });

  test.each([
    [422.36, false],
    [422.35, false],
    [422.37, true],
  ])('a national mean of %d in R6 is questioned: %s', (mean, questioned) => {
    const content = settings(['評価年度', 'R6'], ['今年度の得点（合計）', 581], ['全国の平均点（公表のとおり）', mean]);
    expect(codesOf(content).includes('E-567')).toBe(questioned);
  });

  test('an estimate is never called 内示額 in a paper', () => {
    const result = evaluate(
      workbook(answers, {
        name: '設定',
        grid: [
          ['項目', '値', '単位'],
          ['第1号被保険者数', 155_600, '人'],
        ],
      }),
    );
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    const text = reportSheets(result.value, 'a').flatMap(printedRows).flat().join('\n');
    expect(text).toContain('交付額（試算）');
    expect(text.replaceAll('内示額ではないため、', '')).not.toMatch(/内示/);
  });

  test('words of the prefecture: 都内, 道内, 府内, 県内', () => {
    const inside = (prefecture: string) => {
      const result = evaluate(
        settings(
          ['評価年度', 'R7'],
          ['都道府県名（資料用）', prefecture],
          ['今年度の得点（合計）', 500],
          ['今年度の都道府県内順位', 4],
        ),
      );
      if (!result.ok) throw new Error(JSON.stringify(result.problems));
      return reportSheets(result.value, 'a').flatMap(printedRows).flat().join('\n');
    };
    expect(inside('東京都')).toContain('(都内４位)');
    expect(inside('北海道')).toContain('(道内４位)');
    expect(inside('大阪府')).toContain('(府内４位)');
    expect(inside('熊本県')).toContain('(県内４位)');
  });

  test('the settings file knows the same facts', () => {
    const read = readSettingsFile({
      schema: 'incentive-settings/1',
      thisYear: {
        fiscalYear: 'R7',
        points: { promotion: 309 },
        grantRanks: { promotion: { national: 48 } },
        top: { name: 'a', points: 1 },
      },
      place: { name: '八王子市', prefecture: '東京都' },
      prefecture: { mean: 425.19, count: 45 },
      document: { date: '令和7年8月15日', amountWord: '交付決定額' },
    });
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    expect(read.value.problems).toEqual([]);
    expect(read.value.settings).toMatchObject({
      thisYear: {
        fiscalYear: 'R7',
        points: { promotion: 309 },
        grantRanks: { promotion: { national: 48 } },
        top: { points: 1 },
      },
      prefecture: { mean: 425.19, count: 45 },
      document: { amountWord: '交付決定額' },
    });
  });

  test('a date cell is printed in the Japanese era, the first year as 元年', () => {
    const date = (day: string) => {
      const result = evaluate(settings(['評価年度', 'R7'], ['今年度の得点（合計）', 1], ['資料の日付', new Date(day)]));
      return result.ok ? result.value.money.settings?.document.date : undefined;
    };
    expect(date('2025-08-15T00:00:00Z')).toBe('令和7年8月15日');
    expect(date('2019-05-01T00:00:00Z')).toBe('令和元年5月1日');
  });
});

describe('widths of signs', () => {
  const rowsOf = (kind: 'a' | 'b', ...rows: readonly (readonly CellValue[])[]) => {
    const result = evaluate(settings(['評価年度', 'R7'], ['今年度の得点（合計）', 500], ...rows));
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    return reportSheets(result.value, kind).flatMap(printedRows);
  };

  test('sentences of sections 1 to 3 of 資料B print figures full-width, as the council paper does', () => {
    const texts = rowsOf('b').flat();
    const sentences = texts.filter((text) => /^(＜国の予算＞|令和.年度から|※保険者機能|全国平均点)/.test(text));
    expect(sentences).toHaveLength(4);
    expect(sentences.filter((text) => /[0-9]/.test(text))).toEqual([]);
  });

  test('the name of a programme is printed as it was written', () => {
    const programmes = [
      [],
      ['事業名', '交付金', '経費区分', '金額', '単位'],
      ['第１号通所事業（Ｃ型）', '支援', '総合事業', 82_935, '千円'],
    ];
    expect(rowsOf('a', ...programmes).flat()).toContain('◼第１号通所事業（Ｃ型）');
  });
});

describe('the print footer of the papers', () => {
  const footersOf = (...rows: readonly (readonly CellValue[])[]) => {
    const result = evaluate(settings(['評価年度', 'R7'], ['今年度の得点（合計）', 500], ...rows));
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    return [...reportSheets(result.value, 'a'), ...reportSheets(result.value, 'b')].map(({ print }) => {
      expect(print.header).toBeUndefined();
      return print.footer?.replace(/^&L&8(?:検算コード [0-9A-Z]{8}|[^&]*)&C&P/, '');
    });
  };
  const both = (header: string) => [header, header];

  test('names the municipality and nothing that page 1 prints already', () => {
    expect(footersOf(['市町村名（資料用）', '八王子市'], ['資料番号', '資料4-1'])).toEqual(both('&R&8八王子市'));
  });

  test('is the name of the tab where nobody told the municipality', () => {
    expect(footersOf()).toEqual(both('&R&8&A'));
  });

  test('holds no code, no line end and never more than Excel takes, whatever the name is', () => {
    expect(footersOf(['市町村名（資料用）', 'A&F市\n第二'])).toEqual(both('&R&8A＆F市 第二'));
    expect(footersOf(['市町村名（資料用）', '100市'])).toEqual(both('&R&8 100市'));
    expect(footersOf(['市町村名（資料用）', '市'.repeat(5000)])).toEqual(both(`&R&8${'市'.repeat(60)}`));
  });
});
