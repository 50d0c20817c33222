import { halfUp, inGroups } from '../../../kernel';
import type { CellValue } from '../..';
import { conditionOf, defaults, piecesOf } from './numberFormat';
import { shownDate, type FormatPiece } from './shownDate';

/**
 * What Excel shows of a value under a number format: `shownValue(0.5, '0.0%')` = "50.0%". Undefined where the value is shown
 * as it is, and for a format that this does not know to the letter: a value shown as it is stored is plain, one shown wrongly
 * is not (fractions, exponents, elapsed hours, names of months). A value that its format hides is shown too.
 */
export const shownValue = (value: CellValue, code: string): string | undefined => {
  if (code === '' || value === null || typeof value === 'boolean' || value === '') return undefined;
  const sections = sectionsOf(code);
  if (value instanceof Date) return shownDate(value, sections[0]?.pieces ?? []);
  if (typeof value === 'string') return shownText(value, sections[3] ?? sections.find(isForText));
  return shownNumber(
    value,
    sections.slice(0, 3).filter((section) => !isForText(section)),
  );
};

interface Section {
  readonly pieces: readonly FormatPiece[];
  /** `[=1]`, `[<5]`. */
  readonly holds: ((number: number) => boolean) | undefined;
}

const sectionsOf = (code: string): readonly Section[] =>
  piecesOf(code).map((section) => {
    const conditions = section.map((piece) => (piece.startsWith('[') ? conditionOf(piece.slice(1, -1)) : undefined));
    return {
      pieces: section.flatMap((piece, at) => (conditions[at] === undefined ? pieceOf(piece) : [])),
      holds: conditions.findLast((condition) => condition !== undefined),
    };
  });

const pieceOf = (piece: string): readonly FormatPiece[] => {
  if (piece.startsWith('[')) return [bracketed(piece.slice(1, -1))];
  if (/^["\\!]/.test(piece)) return [{ literal: piece.replaceAll(/^[\\!]|"/g, '') }];
  // The width of a sign, and signs that fill the cell, are room.
  return /^[_*]/.test(piece) ? [] : [{ code: piece }];
};

/** `[$¥-411]` is a currency, `[$-411]` a language, `[Red]` and `[赤]` are colours; anything else is not known. */
const bracketed = (inside: string): FormatPiece => {
  const currency = /^\$([^-]*)(?:-(?!f[48]00)[\dA-Za-z,-]*)?$/i.exec(inside)?.[1];
  if (currency !== undefined) return { literal: currency };
  return /^(?:black|blue|cyan|green|magenta|red|white|yellow|[黒青水緑紫赤白黄]|(?:color|色) ?\d{1,2})$/i.test(inside)
    ? { literal: '' }
    : { code: '[' };
};

const isForText = ({ pieces }: Section): boolean => pieces.some((piece) => 'code' in piece && piece.code.includes('@'));

const shownText = (value: string, section: Section | undefined): string | undefined => {
  if (section === undefined || !isForText(section)) return undefined;
  const shown = section.pieces.map((piece) => ('literal' in piece ? piece.literal : piece.code.replaceAll('@', value)));
  return shown.join('');
};

const shownNumber = (value: number, sections: readonly Section[]): string | undefined => {
  const at = sections.findIndex(({ holds }, place) => (holds ?? defaults(place, sections.length))(value));
  const section = sections[at];
  if (section === undefined) return undefined;
  const hasConditions = sections.some(({ holds }) => holds !== undefined);
  if (value < 0 && hasConditions) return undefined;
  const hasCode = section.pieces.some((piece) => 'code' in piece);
  // Nothing, or a dash, for zero; for another number that would hide it.
  if (!hasCode) return value === 0 && at > 0 ? section.pieces.map(literalOf).join('') : undefined;
  const digits = filled(Math.abs(value), section);
  return digits === undefined ? undefined : `${value < 0 && at === 0 ? '-' : ''}${digits}`;
};

const literalOf = (piece: FormatPiece): string => ('literal' in piece ? piece.literal : '');

/** One group of digits, with literals and signs that stand for themselves around it. */
const core = /^([^0-9#?.,%a-z@/[]*)(#,##0|#,###|0+|#)(?:\.(0*)(#*))?(,*)(%?)([^0-9#?.,%a-z@/[]*)$/i;

const filled = (size: number, { pieces }: Section): string | undefined => {
  const coded = pieces.flatMap((piece) => ('code' in piece && piece.code !== '' ? [piece.code] : []));
  // Literals stand in as letters nobody writes, so that they may hold anything.
  const literals: string[] = [];
  const whole = pieces
    .map((piece) => {
      if ('code' in piece) return piece.code;
      literals.push(piece.literal);
      return String.fromCharCode(firstPrivate + literals.length - 1);
    })
    .join('');
  const found = core.exec(whole);
  if (found === null || coded.some((code) => /[\ue000-\uf8ff]/.test(code))) return undefined;
  const [, before = '', places = '', fixed, open = '', thousands = '', percent = '', after = ''] = found;
  const scaled = (size * (percent === '' ? 1 : 100)) / 1000 ** thousands.length;
  if (scaled >= 1e15) return undefined;
  const restored = (text: string): string =>
    text.replaceAll(/[\ue000-\uf8ff]/g, (sign) => literals[sign.charCodeAt(0) - firstPrivate] ?? '');
  return `${restored(before)}${digitsIn(scaled, places, fixed, open.length)}${percent}${restored(after)}`;
};

const firstPrivate = 0xe000;

/** `000` shows at least three digits. */
const zerosIn = (places: string): number => (places.startsWith('0') ? places.length : 0);

const digitsIn = (size: number, places: string, fixed: string | undefined, open: number): string => {
  const [whole = '', fraction = ''] = halfUp(size, (fixed?.length ?? 0) + open).split('.');
  const shown = whole === '0' && places.endsWith('#') ? '' : whole;
  const digits = places.includes(',') && shown !== '' ? inGroups(BigInt(shown)) : shown.padStart(zerosIn(places), '0');
  if (fixed === undefined) return digits;
  const kept = fraction.slice(fixed.length).replace(/0+$/, '');
  return `${digits}.${fraction.slice(0, fixed.length)}${kept}`;
};
