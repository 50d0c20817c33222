import type { CellValue } from '../..';
import { formatColour } from './colours';

/** What becomes of a value under a number format. */
export interface Shown {
  /** False when nothing, or a fixed text, stands in its place. */
  readonly seen: boolean;
  /** The colour the format gives it. */
  readonly colour: string | undefined;
}

/** How a number format shows values. What holds no fixed text and no empty section needs no asking: undefined. */
export const numberFormat = (code: string): ((value: CellValue) => Shown) | undefined => {
  const sections = sectionsOf(code);
  const isWhole = sections.at(-1)?.holds === undefined;
  if (isWhole && sections.every(({ seen, colour }) => seen && colour === undefined)) return undefined;
  const last = sections.at(-1);
  const forText = sections[3] ?? (last?.forText === true ? last : undefined);
  const numeric = sections.slice(0, 3).filter((section) => section !== forText);
  const only = sections.length === 1 ? last : undefined;
  const ofText: Shown = {
    seen: forText === undefined || (forText.text && forText.seen),
    colour: (forText ?? only)?.colour,
  };
  return (value) => {
    if (typeof value !== 'number' && !(value instanceof Date)) return ofText;
    // A day is a positive number.
    const number = typeof value === 'number' ? value : 1;
    if (numeric.length === 0) return ofText;
    const section = numeric.find((one, at) => (one.holds ?? defaults(at, numeric))(number));
    return section === undefined ? hashes : section.dash && number === 0 ? { ...section, seen: true } : section;
  };
};

/** Excel fills a cell with # when no section is for its number. */
const hashes: Shown = { seen: false, colour: undefined };

interface Section extends Shown {
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

const sectionsOf = (code: string): readonly Section[] => {
  const sections: string[][] = [[]];
  for (const [piece] of code.matchAll(pieces)) {
    if (piece === ';') sections.push([]);
    else sections.at(-1)?.push(piece);
  }
  return sections.map((section): Section => {
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
};

const placeholder = /[0#?ymdhsegabr]/i;
const elapsed = /^(?:h+|m+|s+)$/i;
/** A mark beside the value makes another answer of it. */
const marks = /[○〇◯⭕×✕✖✓✔☑☒]/;

const conditionOf = (bracket: string): Section['holds'] => {
  const [, sign, written] = /^(<>|<=|>=|<|>|=)(-?\d{1,15}(?:\.\d{1,15})?)$/.exec(bracket.replaceAll(' ', '')) ?? [];
  if (sign === undefined || written === undefined) return undefined;
  const bound = Number(written);
  return (number) =>
    (sign.includes('=') && number === bound) ||
    (sign.includes('<') && number < bound) ||
    (sign.includes('>') && number > bound);
};

/** Which numbers a section without a condition is for, by its place. */
const defaults = (at: number, { length }: readonly Section[]): ((number: number) => boolean) => {
  if (at === length - 1) return () => true;
  if (at === 1) return (number) => number < 0;
  return length === 2 ? (number) => number >= 0 : (number) => number > 0;
};
