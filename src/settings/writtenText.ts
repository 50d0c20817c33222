import type { CellValue } from '../workbook';

/** A text as it stands; a date cell as 令和7年8月15日, the first year of an era as 元年 (LibreOffice cannot format it). */
export const writtenText = (value: CellValue): string => {
  if (!(value instanceof Date)) return String(value ?? '').trim();
  const count = value.getUTCFullYear() - beforeReiwa;
  const year = count >= 1 ? `令和${count === 1 ? '元' : count}年` : `${value.getUTCFullYear()}年`;
  return `${year}${value.getUTCMonth() + 1}月${value.getUTCDate()}日`;
};

/** 2019 is 令和元年. */
const beforeReiwa = 2018;
