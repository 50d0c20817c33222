/** A piece of a format: what stands there as it is (`literal`), or what is filled in. */
export type FormatPiece = { readonly literal: string } | { readonly code: string };

/** A day, or a time of it, under one section of a number format; undefined where a piece of it is not known. */
export const shownDate = (date: Date, section: readonly FormatPiece[]): string | undefined => {
  const parts = section.flatMap((piece): readonly FormatPiece[] =>
    'literal' in piece ? [piece] : (piece.code.match(tokens) ?? []).map((code) => ({ code })),
  );
  const codes = parts.map((part) => ('code' in part ? part.code.toLowerCase() : ''));
  if (!codes.some((code) => code in shownParts)) return undefined;
  let shown = '';
  for (const [at, part] of parts.entries()) {
    const code = codes[at] ?? '';
    if ('literal' in part) shown += part.literal;
    else if (/^m{1,2}$/.test(code) && isMinute(codes, at)) shown += two(date.getUTCMinutes(), code);
    else if (shownParts[code] !== undefined) shown += shownParts[code](date);
    else if (/^[-/.:, ()年月日時分秒]$/.test(code)) shown += code;
    else return undefined;
  }
  return shown;
};

/** The same letter again and again, or any other sign. */
const tokens = /y+|m+|d+|a+|h+|s+|g+|e+|[^]/gi;

/** `m` between hours and seconds. */
const isMinute = (codes: readonly string[], at: number): boolean => {
  const isTime = (code: string | undefined, letter: string): boolean => code?.startsWith(letter) === true;
  const named = (code: string): boolean => /^[ymdahsge]/.test(code);
  return isTime(codes.slice(0, at).findLast(named), 'h') || isTime(codes.slice(at + 1).find(named), 's');
};

const two = (number: number, code: string): string => String(number).padStart(code.length, '0');

const week = '日月火水木金土';
/** Their first days, as the law has them. */
const eras = [
  { from: Date.UTC(2019, 4, 1), names: ['R', '令', '令和'], before: 2018 },
  { from: Date.UTC(1989, 0, 8), names: ['H', '平', '平成'], before: 1988 },
  { from: Date.UTC(1926, 11, 25), names: ['S', '昭', '昭和'], before: 1925 },
] as const;
const eraOf = (date: Date) => eras.find(({ from }) => date.getTime() >= from);
const eraYear = (date: Date): number => date.getUTCFullYear() - (eraOf(date)?.before ?? 0);

const shownParts: Readonly<Record<string, ((date: Date) => string) | undefined>> = {
  yyyy: (date) => String(date.getUTCFullYear()),
  yy: (date) => two(date.getUTCFullYear() % 100, 'yy'),
  m: (date) => String(date.getUTCMonth() + 1),
  mm: (date) => two(date.getUTCMonth() + 1, 'mm'),
  d: (date) => String(date.getUTCDate()),
  dd: (date) => two(date.getUTCDate(), 'dd'),
  aaa: (date) => week.charAt(date.getUTCDay()),
  aaaa: (date) => `${week.charAt(date.getUTCDay())}曜日`,
  h: (date) => String(date.getUTCHours()),
  hh: (date) => two(date.getUTCHours(), 'hh'),
  s: (date) => String(date.getUTCSeconds()),
  ss: (date) => two(date.getUTCSeconds(), 'ss'),
  g: (date) => eraOf(date)?.names[0] ?? '',
  gg: (date) => eraOf(date)?.names[1] ?? '',
  ggg: (date) => eraOf(date)?.names[2] ?? '',
  e: (date) => String(eraYear(date)),
  ee: (date) => two(eraYear(date), 'ee'),
};
