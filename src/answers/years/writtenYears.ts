import { fiscalYearOf, foldText, reiwaYear, type FiscalYear } from '../../kernel';

/** A fiscal year that a text names as the year of a form. */
export interface WrittenYear {
  readonly year: FiscalYear;
  /** `grant`: said of the grant or the evaluation itself; `aside`: in brackets. */
  readonly kind: 'grant' | 'plain' | 'aside';
}

const era = '(?:令和|令|㋿|(?<![a-z0-9])r\\.?)\\s?';
const count = '(?:元|\\d{1,2}|[一二三四五六七八九十]{1,3})';
const western = '(?<!\\d)(?:fy\\s?)?20[1-9]\\d(?!\\d)';
const mention = new RegExp(
  `(?<era>${era})(?<count>${count})(?<unit>年度|年(?!度))?|(?<western>${western})(?<unit2>年度|年(?!度))?|(?<!\\d)(?<bare>\\d{1,2})年度`,
  'gi',
);
/** From one year to another: a plan's period. */
const period = new RegExp(
  `(?:${era})?\\d{1,2}(?:年度?)?\\s?[~〜～―–-]\\s?(?:${era})?\\d{1,2}年度?|20\\d\\d(?:年度?)?\\s?[~〜～―–-]\\s?(?:20)?\\d\\d(?:年度)`,
  'gi',
);
/** What follows a day's or month's year: 令和7年10月, R7.10.15, 2025-09-30. */
const dateAfter = /^\s?(?:[./-]\s?\d{1,2}(?:[./-]|月|日|$|\s)|年?\s?\d{1,2}\s?月|\d{1,2}月)/;
/** The year in which something was done, counted or handed in. */
const deedsAfter =
  /^[^(（【「、。]{0,12}?(?:実績|取組|事業|計画|実施|調査|時点|末|現在|決算|予算|提出|見込|作成|更新|データ|公表|改定|改訂|版)/;
const deedsBefore =
  /(?:評価対象|対象期間|対象|提出日?|作成日?|更新日?|基準日?|現在|印刷日?)\s?(?:年度)?\s?[:：=は]?\s?[(（]?$/;
const grantAfter =
  /^\s?(?:の|分の?)?\s?(?:保険者機能|介護保険保険者|推進交付金|努力支援|交付金|交付分?|評価|インセンティブ)/;

/**
 * The fiscal years a text names, dates and years of deeds left out: 「令和7年度 該当状況調査票（令和8年度交付金分）」 → R8.
 * Spellings: 令和８年度, 令和八年度, 令8年度, R8, R.8年度, ㋿8, 2026年度, FY2026, 8年度.
 */
export const writtenYears = (text: string): readonly WrittenYear[] => {
  const folded = foldText(text).replace(period, (found) => ' '.repeat(found.length));
  const found: WrittenYear[] = [];
  for (const match of folded.matchAll(mention)) {
    const year = yearOf(match.groups ?? {});
    if (year === undefined) continue;
    const before = folded.slice(0, match.index);
    const after = folded.slice(match.index + match[0].length);
    const isMonth = match[0].endsWith('年') ? /^\s?\d{1,2}\s?月/.test(after) : dateAfter.test(after);
    if (isMonth) continue;
    const ofGrant = grantAfter.test(after);
    if (!ofGrant && (deedsAfter.test(after) || deedsBefore.test(before))) continue;
    found.push({ year, kind: ofGrant ? 'grant' : isInBrackets(before) ? 'aside' : 'plain' });
  }
  return found;
};

/** Only an opening bracket at the very beginning sets nothing aside: 【令和8年度】回答票. */
const isInBrackets = (before: string): boolean => {
  const open = Math.max(...Array.from('(（[【「', (bracket) => before.lastIndexOf(bracket)));
  const close = Math.max(...Array.from(')）]】」', (bracket) => before.lastIndexOf(bracket)));
  return open > 0 && open > close;
};

const yearOf = (groups: Partial<Record<string, string>>): FiscalYear | undefined => {
  const { count: counted, western: long, bare } = groups;
  if (long !== undefined) return fiscalYearOf(Number(long.replace(/\D/g, '')));
  const reiwa = counted === undefined ? Number(bare) : countOf(counted);
  return reiwa >= 1 && reiwa <= 30 ? reiwaYear(reiwa) : undefined;
};

const countOf = (counted: string): number => {
  if (counted === '元') return 1;
  if (/^\d+$/.test(counted)) return Number(counted);
  const [tens = '', ones = ''] = counted.includes('十') ? counted.split('十') : ['', counted];
  const digit = (sign: string): number => '一二三四五六七八九'.indexOf(sign) + 1;
  return (counted.includes('十') ? Math.max(1, digit(tens)) * 10 : 0) + (ones === '' ? 0 : digit(ones));
};

/**
 * The years that texts name together: what is said of the grant before what is said plainly before what stands in brackets.
 */
export const yearsMentioned = (texts: readonly string[]): readonly FiscalYear[] => {
  const all = texts.flatMap(writtenYears);
  const kinds = (['grant', 'plain', 'aside'] as const).map((kind) =>
    all.flatMap((written) => (written.kind === kind ? written.year : [])),
  );
  return [...new Set(kinds.find((years) => years.length > 0) ?? [])];
};
