import { sentenceOf } from '../../src/problems';
import { readSettingsFile, readSettingsSheet, settingFields } from '../../src/settings';
import type { CellValue } from '../../src/workbook';
import { thousandYen } from '../builders/nation';

const codes = (problems: readonly { readonly code: string; readonly cell?: string }[]) =>
  problems.map(({ code, cell }) => (cell === undefined ? code : `${code} ${cell}`));
const rows = (...lines: readonly (readonly CellValue[])[]) => readSettingsSheet('設定', lines);

describe('the sheet 設定', () => {
  test('every label of the form is found again, and a blank form sets nothing and complains of nothing', () => {
    const read = readSettingsSheet('設定', [
      ['設定'],
      ['項目', '値', '単位', '説明'],
      ...settingFields.map(({ label, unit, note }) => [label, null, unit, note]),
      [],
      ['事業名', '交付金', '経費区分', '金額', '単位'],
      [],
      ['記号', '意味'],
    ]);
    expect(read.problems).toEqual([]);
    expect(read.settings.insured).toBeUndefined();
    expect(read.settings.programmes).toEqual([]);
  });

  test('a programme with half of its row is said with its cell; rows with nothing but a unit are silent', () => {
    const read = rows(
      ['事業名', '交付金', '経費区分', '金額', '単位'],
      ['介護予防把握事業', '推進', '介護予防', 3000, '千円'],
      [null, '推進', null, 500, '千円'],
      ['見守り事業', '支援', null, null, '千円'],
      [null, null, null, null, '千円'],
      [null, '推進', null, null, '千円'],
      ['通所型サービス', '支援', '総合事業', 80, '千円'],
      [],
      ['（ここから下は表の外）', null, null, 9],
    );
    expect(codes(read.problems)).toEqual(['E-568 D3', 'E-569 D4']);
    expect(read.problems.map(({ severity }) => severity)).toEqual(['check', 'check']);
    expect(read.settings.programmes.map(({ name }) => name)).toEqual(['介護予防把握事業', '通所型サービス']);
  });

  test('reads amounts in any unit, persons, texts, programmes and marks', () => {
    const read = rows(
      ['項目', '値', '単位'],
      ['第１号被保険者数', '１５５，６００人', '人'],
      ['内示額(推進)', 40_676, '千円'],
      ['内示額（成果指向型配分枠）', 1.16762, '億円'],
      ['内示額（支援）', '82,935,000円', null],
      ['前年度', '令和６年度'],
      ['前年度の金額（推進）', '45,195千円', '千円'],
      ['前年度の全国順位', '12位'],
      ['資料番号', '資料4-1'],
      ['使途の表'],
      ['事業名', '交付金', '経費区分', '金額', '単位'],
      ['介護予防把握事業', '推進交付金', '介護予防', 3000, '万円'],
      ['第１号通所事業', '介護保険保険者努力支援交付金', '総合事業', '80,000千円', null],
      [],
      ['記号の意味'],
      ['記号', '意味'],
      ['レ', '該当'],
      ['＊', '非該当'],
    );
    expect(read.problems).toEqual([]);
    expect(read.settings.insured).toBe(155_600);
    expect(read.settings.notice).toEqual({
      promotion: thousandYen(40_676),
      outcomeOriented: thousandYen(116_762),
      support: thousandYen(82_935),
    });
    expect(read.settings.lastYear).toMatchObject({
      fiscalYear: 'R6',
      nationalRank: 12,
      yen: { promotion: thousandYen(45_195) },
    });
    expect(read.settings.document.number).toBe('資料4-1');
    expect(read.settings.programmes.map(({ grant, amountYen, cell }) => [grant, amountYen, cell])).toEqual([
      ['promotion', 30_000_000n, 'D12'],
      ['support', 80_000_000n, 'D13'],
    ]);
    expect([...read.settings.markMeanings]).toEqual([
      ['レ', 'met'],
      ['*', 'unmet'],
    ]);
  });

  test.each<[string, readonly CellValue[], string]>([
    ['an amount without a unit is asked for, not guessed', ['内示額（支援）', 82_935, null], 'E-521 B1'],
    ['a unit that is none', ['内示額（支援）', 82_935, '件'], 'E-521 B1'],
    ['two units that disagree', ['内示額（支援）', '82,935円', '千円'], 'E-522 B1'],
    ['one yen below none', ['内示額（支援）', -1, '円'], 'E-519 B1'],
    ['a negative amount', ['内示額（支援）', '△5', '千円'], 'E-519 B1'],
    ['parts of a yen', ['内示額（支援）', 0.5, '円'], 'E-562 B1'],
    ['約', ['内示額（支援）', '約80,000千円', '千円'], 'E-562 B1'],
    ['points in a money cell', ['内示額（支援）', '309点', '千円'], 'E-562 B1'],
    ['an endless amount', ['内示額（支援）', 1e300, '千円'], 'E-562 B1'],
    ['yen for points', ['全国平均点', '425円'], 'E-562 B1'],
    ['no insured persons', ['第1号被保険者数', 0, '人'], 'E-511 B1'],
    ['fewer than none', ['第1号被保険者数', -5, '人'], 'E-512 B1'],
    ['half a person', ['第1号被保険者数', 0.5, '人'], 'E-512 B1'],
    ['a year nobody knows', ['前年度', 'むかし'], 'E-562 B1'],
    ['rank 0', ['前年度の全国順位', 0], 'E-562 B1'],
    ['a misspelt item', ['内示がく', 1], 'E-564 A1'],
  ])('%s', (_, row, expected) => {
    const read = rows(row);
    expect(codes(read.problems)).toEqual([expected]);
    expect(read.settings.notice.support).toBeUndefined();
    expect(read.settings.insured).toBeUndefined();
  });

  test('the first of two rows counts, and the second is said', () => {
    const read = rows(['第1号被保険者数', 100], ['第一号被保険者数', 200]);
    expect(read.settings.insured).toBe(100);
    expect(codes(read.problems)).toEqual(['E-563 B2']);
  });

  test('every value that is used keeps the cell it stood in, and no other does', () => {
    const { settings } = readSettingsSheet('設 定', [
      ['設定'],
      [null, '内示額（推進）', 40_676, '千円'],
      ['内示額（支援）', 82_935, null],
      ['前年度', 'R6'],
      ['全国の平均点', '四百'],
      ['全国平均点', 422.36],
      ['資料番号', '資料4-1'],
      ['今年度の全国順位', 0],
      ['前年度の全国順位', 12],
      [],
      ['金額', '単位', '交付金', '事業名'],
      [3000, '千円', '推進', '介護予防把握事業'],
    ]);
    expect([...settings.places]).toEqual([
      ['notice.promotion', { sheet: '設 定', cell: 'C2' }],
      ['lastYear.fiscalYear', { sheet: '設 定', cell: 'B4' }],
      ['nation.mean', { sheet: '設 定', cell: 'B6' }],
      ['document.number', { sheet: '設 定', cell: 'B7' }],
      ['lastYear.nationalRank', { sheet: '設 定', cell: 'B9' }],
    ]);
    expect(settings.programmes).toMatchObject([{ sheet: '設 定', cell: 'A12', nameCell: 'D12' }]);
  });

  test.each([
    ['二千五百万円', null, 25_000_000n],
    ['五百万円', '万円', 5_000_000n],
    ['六百円', null, 600n],
  ])('%s is read as said', (value, unit, amount) => {
    expect(rows(['内示額（支援）', value, unit]).settings.notice.support).toBe(amount);
  });

  test('exactly 100,000 insured persons are read as they stand', () => {
    expect(rows(['第1号被保険者数', '100,000']).settings.insured).toBe(100_000);
  });
});

describe('the settings file', () => {
  test('numbers are yen, texts carry their unit', () => {
    const read = readSettingsFile({
      schema: 'incentive-settings/1',
      insured: 155_600,
      notice: { promotion: '40,676千円', support: 82_935_000 },
      lastYear: { fiscalYear: 'R6', yen: { promotion: 45_195_000 }, points: { total: 618 } },
      document: { meeting: '分科会' },
      programmes: [{ name: 'a', grant: 'support', amount: '1億円' }],
      markMeanings: { レ: 'met' },
    });
    if (!read.ok) throw new Error('refused');
    expect(read.value.problems).toEqual([]);
    expect(read.value.settings.notice.promotion).toBe(thousandYen(40_676));
    expect(read.value.settings.notice.support).toBe(thousandYen(82_935));
    expect(read.value.settings.programmes[0]?.amountYen).toBe(thousandYen(100_000));
    expect(read.value.settings.lastYear.points.total).toBe(618);
    expect(read.value.settings.places.size).toBe(0);
    expect([...read.value.settings.markMeanings]).toEqual([['レ', 'met']]);
  });

  test.each([
    [null],
    [{}],
    [{ schema: 'incentive-settings/1', extra: 1 }],
    [{ schema: 'incentive-settings/1', insured: true }],
  ])('%j is refused as a whole', (data) => {
    const read = readSettingsFile(data);
    expect(read.ok ? [] : [...new Set(codes(read.problems))]).toEqual(['E-561']);
  });

  const of = (data: object) => {
    const read = readSettingsFile({ schema: 'incentive-settings/1', ...data });
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    return read.value;
  };

  test.each([[1722], [40_676], [900_000], [999_999]])(
    '%d as an amount may be yen or thousands: asked, not used',
    (amount) => {
      const { settings, problems } = of({
        notice: { promotion: amount, support: 1_000_000 },
        lastYear: { yen: { support: amount } },
        programmes: [{ name: '教室', grant: 'support', amount }],
      });
      expect(codes(problems)).toEqual(['E-595', 'E-595', 'E-595']);
      expect(problems.map(({ found }) => found)).toEqual([String(amount), String(amount), String(amount)]);
      expect([settings.notice.promotion, settings.lastYear.yen.support]).toEqual([undefined, undefined]);
      expect(settings.programmes).toEqual([]);
      expect(settings.notice.support).toBe(thousandYen(1000));
      expect(sentenceOf(problems[0]!)).toContain(`「"${amount}千円"」`);
    },
  );

  test('with its unit, or nothing at all, an amount of any size is an amount', () => {
    const { settings, problems } = of({
      notice: { promotion: '1,722円', support: 0, outcomeOriented: '１，７２２千円' },
    });
    expect(problems).toEqual([]);
    expect(settings.notice).toEqual({ promotion: 1722n, support: 0n, outcomeOriented: thousandYen(1722) });
  });

  test.each([['第312位'], ['312位'], ['３１２位'], ['312'], ['第３１２位'], ['三百十二位']])(
    '%s is a rank, as on the sheet',
    (rank) => {
      const { settings, problems } = of({
        thisYear: { nationalRank: rank },
        lastYear: { points: { total: '５８１点' } },
      });
      expect(problems).toEqual([]);
      expect([settings.thisYear.nationalRank, settings.lastYear.points.total]).toEqual([312, 581]);
      expect(rows(['今年度の全国順位', rank]).settings.thisYear.nationalRank).toBe(312);
    },
  );

  test.each([['上位312位'], ['312点'], ['第3回'], ['約312位'], [3.5], ['0位']])(
    '%p is no rank, and is said in our own words',
    (rank) => {
      const { settings, problems } = of({ thisYear: { nationalRank: rank } });
      expect(codes(problems)).toEqual(['E-562']);
      expect(sentenceOf(problems[0]!)).toContain('「今年度の全国順位」');
      expect(settings.thisYear.nationalRank).toBeUndefined();
    },
  );

  test('what is neither a number nor a text is refused with what to enter', () => {
    const read = readSettingsFile({
      schema: 'incentive-settings/1',
      thisYear: { nationalRank: true },
      notice: { support: [] },
    });
    const sentences = read.ok ? [] : read.problems.map((one) => sentenceOf(one));
    expect(sentences.join()).toContain('整数か、単位を付けた文字列');
    expect(sentences.join()).toContain('"40,676千円" のような文字列');
  });

  test('a value that cannot be used is left out and said', () => {
    const read = readSettingsFile({ schema: 'incentive-settings/1', notice: { promotion: '40,676' }, insured: 0 });
    if (!read.ok) throw new Error('refused');
    expect(codes(read.value.problems)).toEqual(['E-511', 'E-521']);
  });
});
