import { foldText } from './text';

/** A grant year as 令和 label: R6 = fiscal 2024. */
export type FiscalYear = `R${number}`;

/** 2019 is 令和元年. */
const reiwaOffset = 2018;
const heiseiOffset = 1988;

/** The 令和 label of a western fiscal year: 2025 → R7. */
export const fiscalYearOf = (western: number): FiscalYear => reiwaYear(western - reiwaOffset);

/** The label of 令和 `count`年度: 8 → R8. */
export const reiwaYear = (count: number): FiscalYear => `R${count}`;

/** The western fiscal year: R7 → 2025. */
export const westernYear = (year: FiscalYear): number => Number(year.slice(1)) + reiwaOffset;

/** As printed in Japanese documents: R8 → 令和8年度. */
export const fiscalYearLabel = (year: FiscalYear): string => `${reiwaLabel(Number(year.slice(1)))}度`;

/** A calendar year as documents print it: 2025 → 令和7年, 2018 → 2018年. */
export const calendarYearLabel = (western: number): string =>
  western > reiwaOffset ? reiwaLabel(western - reiwaOffset) : `${western}年`;

/** The first year of an era is 元年, as text (LibreOffice cannot format it). */
const reiwaLabel = (count: number): string => `令和${count === 1 ? '元' : count}年`;

/**
 * Reads a fiscal year in any usual spelling: 令和７年度, R7, ㋿7, 令7, 2025年度, FY2025, 2025/4/1 (April to March), 平成31年度.
 * Undefined when it is none of these; a bare number counts only from 2018 to 2099.
 */
export const readFiscalYear = (value: string | number | Date | boolean | null): FiscalYear | undefined => {
  if (value === null || typeof value === 'boolean') return undefined;
  if (value instanceof Date) return fiscalYearOf(value.getUTCFullYear() - (value.getUTCMonth() < 3 ? 1 : 0));
  const text = foldText(String(value)).replace(/\s/g, '');
  const era = /^(令和|令|r|㋿|平成|平|h)(元|\d{1,2})(年度|年)?(?:\(.*\))?$/i.exec(text);
  if (era?.[1] !== undefined && era[2] !== undefined) {
    const count = era[2] === '元' ? 1 : Number(era[2]);
    return /^(平|h)/i.test(era[1]) ? fiscalYearOf(count + heiseiOffset) : reiwaYear(count);
  }
  const eraDate = /^(?:令和|令|r|㋿)(元|\d{1,2})[年./-](\d{1,2})[月./-](\d{1,2})日?$/i.exec(text);
  if (eraDate?.[1] !== undefined) {
    const count = eraDate[1] === '元' ? 1 : Number(eraDate[1]);
    return reiwaYear(count - (Number(eraDate[2]) < 4 ? 1 : 0));
  }
  const date = /^(20\d\d)[/.-](\d{1,2})[/.-](\d{1,2})$/.exec(text);
  if (date !== null) return fiscalYearOf(Number(date[1]) - (Number(date[2]) < 4 ? 1 : 0));
  const western = /^(?:fy|西暦)?(20(?:1[89]|[2-9]\d))(?:年度|年)?(?:\(.*\))?$/i.exec(text);
  return western === null ? undefined : fiscalYearOf(Number(western[1]));
};

/** Every fiscal year named anywhere in a text, in order, without repeats: 「令和７年度評価（R6実績）」 → R7, R6. */
export const fiscalYearsIn = (text: string): readonly FiscalYear[] => {
  const found = [
    ...foldText(text).matchAll(
      /(?:令和|㋿)\s?(?:元|\d{1,2})|(?<![a-z0-9])r\d{1,2}(?!\d)|(?<!\d)20[1-9]\d年度?|fy20\d\d/gi,
    ),
  ];
  const years = found
    .map(([spelling]) => readFiscalYear(spelling.replace(/\s/g, '')))
    .filter((year) => year !== undefined);
  return [...new Set(years)];
};
