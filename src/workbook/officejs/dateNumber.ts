const dayMilliseconds = 86_400_000;
/** 1970-01-01 in Excel's 1900 system. */
const epochSerial = 25_569;
/** Excel's year 1900 has a 29 February that never was; days before it count one less. */
const phantomDay = 60;

/**
 * The UTC midnight of a day number in the 1900 system (Office.js does not say when a workbook uses 1904); undefined for
 * numbers that are no day (below 1, beyond the year 9999).
 */
export const dateOfSerial = (serial: number): Date | undefined => {
  const day = Math.floor(serial);
  if (day < 1 || day > 2_958_465) return undefined;
  return new Date((day - epochSerial + (day < phantomDay ? 1 : 0)) * dayMilliseconds);
};

/** The day number to write for a date. */
export const serialOfDate = (date: Date): number => {
  const day = date.getTime() / dayMilliseconds + epochSerial;
  return day <= phantomDay ? day - 1 : day;
};

/** True when a number format shows a day: it has a year, month or day outside quotes, brackets and escapes. */
export const showsDay = (numberFormat: string): boolean => {
  const [firstSection = ''] = numberFormat.split(';');
  const bare = firstSection
    .replace(/"[^"]*"/g, '')
    .replace(/\\./g, '')
    .replace(/[_*]./g, '')
    .replace(/\[[^\]]*\]/g, '')
    .replace(/E[+-]/g, '')
    .replace(/general/gi, '')
    .toLowerCase();
  return /[yedg年]/.test(bare) || (bare.includes('m') && !/[hs]/.test(bare));
};
