import type { CellValue } from '../..';
import { formatColour } from './colours';

/**
 * Whether a number format hides a value: nothing or a fixed text stands in its place, or it is given a colour that
 * `isLost`. Undefined for a format that hides none.
 */
export const numberFormat = (
  code: string,
  isLost: (colour: string | undefined) => boolean,
): ((value: CellValue) => boolean) | undefined => {
  const sections = sectionsOf(code);
  const last = sections.at(-1);
  const hides = ({ seen, colour }: Section): boolean => !seen || isLost(colour);
  if (last?.holds === undefined && !isLost(undefined) && !sections.some(hides)) return undefined;
  const forText = sections[3] ?? (last?.forText === true ? last : undefined);
  const hidesText =
    forText === undefined ? isLost(sections.length === 1 ? last?.colour : undefined) : !forText.text || hides(forText);
  const numeric = sections
    .slice(0, 3)
    .filter((section) => section !== forText)
    .map((section, at, { length }) => {
      const hidden = hides(section);
      const hidesZero = section.dash ? isLost(section.colour) : hidden;
      return { holds: section.holds ?? defaults(at, length), hidden, hidesZero };
    });
  return (value) => {
    if (numeric.length === 0 || (typeof value !== 'number' && !(value instanceof Date))) return hidesText;
    // A day is a positive number.
    const number = typeof value === 'number' ? value : 1;
    for (const { holds, hidden, hidesZero } of numeric) if (holds(number)) return number === 0 ? hidesZero : hidden;
    // Excel fills a cell with # when no section is for its number.
    return true;
  };
};

interface Section {
  /** It shows something of the value. */
  readonly seen: boolean;
  readonly colour: string | undefined;
  /** It holds the placeholder that only a text has. */
  readonly forText: boolean;
  /** It shows a text. */
  readonly text: boolean;
  /** Its fixed text is a dash, which says zero. */
  readonly dash: boolean;
  /** `[=1]`, `[<5]`. */
  readonly holds: ((number: number) => boolean) | undefined;
}

/** A quoted or escaped text, a bracket, the end of a section, or anything between: each once, however long the code. */
const pieces = /"[^"]*"?|[\\_*!][^]?|\[[^\]]*\]?|;|[^"\\_*![;]+/g;

/** The pieces of a code as they are written, section by section; at least one section. */
export const piecesOf = (code: string): readonly (readonly string[])[] => {
  const sections: string[][] = [[]];
  for (const [piece] of code.matchAll(pieces)) {
    if (piece === ';') sections.push([]);
    else sections.at(-1)?.push(piece);
  }
  return sections;
};

const sectionsOf = (code: string): readonly Section[] =>
  piecesOf(code).map((section): Section => {
    const fixed = section
      .map((piece) => (/^[_*[]/.test(piece) ? '' : piece.replaceAll(/["\\]/g, '')))
      .join('')
      .trim();
    const brackets = section.flatMap((piece) => (piece.startsWith('[') ? [piece.slice(1, -1)] : []));
    const plain = section.filter((piece) => !/^["\\_*![]/.test(piece)).join('');
    const text = /@|general/i.test(plain);
    return {
      forText: plain.includes('@'),
      text,
      seen:
        (text || placeholder.test(plain) || brackets.some((bracket) => elapsed.test(bracket))) && !marks.test(fixed),
      dash: /^[-－―ー‐−]$/.test(fixed),
      colour: brackets.map(formatColour).find((colour) => colour !== undefined),
      holds: brackets.map(conditionOf).find((condition) => condition !== undefined),
    };
  });

const placeholder = /[0#?ymdhsegabr]/i;
const elapsed = /^(?:h+|m+|s+)$/i;
/** A mark beside the value makes another answer of it. */
const marks = /[○〇◯⭕×✕✖✓✔☑☒]/;

export const conditionOf = (bracket: string): Section['holds'] => {
  const [, sign, written] = /^(<>|<=|>=|<|>|=)(-?\d{1,15}(?:\.\d{1,15})?)$/.exec(bracket.replaceAll(' ', '')) ?? [];
  if (sign === undefined || written === undefined) return undefined;
  const bound = Number(written);
  return (number) =>
    (sign.includes('=') && number === bound) ||
    (sign.includes('<') && number < bound) ||
    (sign.includes('>') && number > bound);
};

/** Which numbers a section without a condition is for, by its place. */
export const defaults = (at: number, length: number): ((number: number) => boolean) => {
  if (at === length - 1) return () => true;
  if (at === 1) return (number) => number < 0;
  return length === 2 ? (number) => number >= 0 : (number) => number > 0;
};
