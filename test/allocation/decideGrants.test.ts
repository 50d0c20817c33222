import { checkSanity, decideGrants, estimateGrants } from '../../src/allocation';
import { readSettingsSheet } from '../../src/settings';
import type { CellValue } from '../../src/workbook';
import { thousandYen } from '../builders/nation';

const codes = (problems: readonly { readonly code: string; readonly cell?: string }[]) =>
  problems.map(({ code, cell }) => (cell === undefined ? code : `${code} ${cell}`));
const rows = (...lines: readonly (readonly CellValue[])[]) => readSettingsSheet('設定', lines);

describe('sanity', () => {
  const against = (thousands: number) =>
    codes(checkSanity(thousandYen(thousands), { yen: thousandYen(1000), words: '前年度の額' }, { label: '内示額' }));
  test.each([
    [700, []],
    [699, ['E-523']],
    [1300, []],
    [1301, ['E-523']],
    [1, ['E-523']],
  ])('%i千円 against 1,000千円 of last year', (thousands, expected) => {
    expect(against(thousands)).toEqual(expected);
  });
});

describe('which amount counts', () => {
  const estimate = estimateGrants({
    name: '八王子市',
    year: 'R7',
    points: { promotion: 309, support: 269 },
    maxPoints: { promotion: 400, support: 400 },
    insured: 155_600,
  });
  if (!estimate.ok) throw new Error('refused');
  const settingsOf = (promotion: string) => {
    const read = rows(['内示額（推進）', promotion], ['前年度の金額（推進）', '45,195千円']);
    return read.settings;
  };

  test('the notice before the estimate, grant by grant', () => {
    const { grants, problems } = decideGrants('R7', {
      settings: settingsOf('40,676千円'),
      share: undefined,
      estimate: estimate.value.grants,
    });
    expect(grants?.promotion).toMatchObject({ yen: 40_676_000n, low: 40_676_000n, high: 40_676_000n, basis: 'notice' });
    expect(grants?.support.basis).toBe('estimate');
    expect(grants?.totalYen).toBe(40_676_000n + estimate.value.grants.support.yen!);
    expect(problems).toEqual([]);
  });

  test('円 written for 千円 is flagged against last year', () => {
    expect(
      codes(decideGrants('R7', { settings: settingsOf('40,676円'), share: undefined, estimate: undefined }).problems),
    ).toEqual(['E-523']);
    expect(decideGrants('R7', { settings: undefined, share: undefined, estimate: undefined }).grants).toBeNull();
  });

  test.each([
    // R7 八王子市's 推進 is estimated at 37,228 to 49,718千円; 30 % beyond either end is asked about.
    ['26,000千円', ['E-523', 'E-533 設定!B1']],
    ['27,000千円', ['E-523']],
    ['40,676千円', []],
    ['64,000千円', ['E-523']],
    ['65,000千円', ['E-523', 'E-533 設定!B1']],
    ['40,676円', ['E-523', 'E-533 設定!B1']],
  ])('a notice of %s against the estimate: %j', (told, expected) => {
    const { problems } = decideGrants('R7', {
      settings: settingsOf(told),
      share: undefined,
      estimate: estimate.value.grants,
    });
    expect(problems.map(({ code, sheet, cell }) => (cell === undefined ? code : `${code} ${sheet}!${cell}`))).toEqual(
      expected,
    );
    for (const { found, expected: band } of problems.filter(({ code }) => code === 'E-533')) {
      expect(found).toBe(told);
      expect(band).toMatch(/^[\d,]+千円～[\d,]+千円$/);
    }
  });

  test('one amount without the other makes no total', () => {
    const known = { settings: settingsOf('40,676千円'), share: undefined, estimate: undefined };
    expect(decideGrants('R7', known).grants).toBeNull();
  });
});
