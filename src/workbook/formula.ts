import { a1Range, quotedSheetName, type Rectangle } from './address';

/**
 * An ordinary formula over cells of sheets we write, in parts of which none can hold text from outside: places, numbers,
 * words of ours and a few functions that Excel 2010 and LibreOffice know (src/decisions/live-checks.md).
 */
export type Formula =
  | FormulaPlace
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'word'; readonly word: FormulaWord }
  | { readonly kind: 'call'; readonly name: FunctionName; readonly given: readonly Formula[] }
  | { readonly kind: 'infix'; readonly operator: Operator; readonly left: Formula; readonly right: Formula };

/** Cells of the sheet with that marker, counted from the first cell of its model, wherever it stands in the end. */
export interface FormulaPlace {
  readonly kind: 'place';
  readonly marker: string;
  readonly area: Rectangle;
}

const functionNames = [
  ...(['SUM', 'MIN', 'MAX', 'ROUND', 'IF', 'COUNTIF', 'SUMIFS', 'AVERAGE', 'SUMPRODUCT'] as const),
  // A figure out of a text that another sheet prints.
  ...(['VALUE', 'LEFT', 'MID', 'FIND', 'CLEAN', 'SUBSTITUTE', 'ISERROR'] as const),
] as const;
const operators = ['+', '-', '*', '/', '&', '=', '<>', '>'] as const;
const formulaWords = [
  ...([
    '一致',
    '不一致',
    '暫定',
    '○',
    '未回答',
    '要確認',
    '達成',
    '>',
    '件中 ',
    '件一致',
    '（ほかに暫定 ',
    '件）',
  ] as const),
  ...(['～', '点', '＋', '±', '△', '-', ''] as const),
] as const;

export type FunctionName = (typeof functionNames)[number];
export type Operator = (typeof operators)[number];
/** The only texts a formula of ours can hold. */
export type FormulaWord = (typeof formulaWords)[number];

/** Where a sheet stands: its name, and the cell its model begins with. */
export interface SheetOrigin {
  readonly name: string;
  readonly top: number;
  readonly left: number;
}

/**
 * The formula as it is written on the sheet with the marker `on`, without its `=`. Throws where it asks for a sheet that is
 * not written along: whoever makes a formula knows the sheets.
 */
export const formulaText = (formula: Formula, on: string, origins: ReadonlyMap<string, SheetOrigin>): string => {
  const text = (part: Formula): string => {
    switch (part.kind) {
      case 'place':
        return placeText(part, on, origins);
      case 'number':
        return String(part.value);
      case 'word':
        return `"${part.word}"`;
      case 'call':
        return `${part.name}(${part.given.map(text).join(',')})`;
      case 'infix':
        return `${operand(part.left)}${part.operator}${operand(part.right)}`;
    }
  };
  const operand = (part: Formula): string => (part.kind === 'infix' ? `(${text(part)})` : text(part));
  return text(formula);
};

const placeText = (
  { marker, area: { top, left, bottom, right } }: FormulaPlace,
  on: string,
  origins: ReadonlyMap<string, SheetOrigin>,
): string => {
  const origin = origins.get(marker);
  if (origin === undefined) throw new Error(`formulaText: no sheet ${marker} is written along`);
  const address = a1Range({
    top: top + origin.top,
    left: left + origin.left,
    bottom: bottom + origin.top,
    right: right + origin.left,
  });
  return marker === on ? address : `${quotedSheetName(origin.name)}!${address}`;
};

/** True where both say the same: programs that save a file leave out quotation marks and write spaces of their own. */
export const sameFormula = (one: string, other: string): boolean => bare(one) === bare(other);

const bare = (formula: string): string => formula.replace(/^=|[\s'$]/g, '').toUpperCase();

/**
 * Whether a text is a formula as {@link formulaText} writes them: what comes out of a file may be put back as a formula only
 * if it is. Nothing that follows a link, calls a program or opens another book is among them.
 */
export const isOwnFormula = (formula: string): boolean => {
  let rest = formula.replace(/^=/, '');
  let leads = false;
  while (rest !== '') {
    const piece = pieces.exec(rest);
    if (piece === null) return false;
    leads ||= piece[1] !== undefined;
    rest = rest.slice(piece[0].length);
  }
  return leads;
};

const escaped = (text: string): string => text.replace(/[*+/]/g, '\\$&');

const pieces = new RegExp(
  [
    `^(?:(?:${functionNames.join('|')})\\(`,
    // A place, on a sheet that is named in full or not at all; `[` would open another book, `|` a program.
    `((?:(?:'(?:[^'\\[\\]|:\\\\/?*]|'')+'|[\\p{L}_][\\p{L}\\p{N}_.]*)!)?\\$?[A-Z]{1,3}\\$?[1-9]\\d{0,6}(?::\\$?[A-Z]{1,3}\\$?[1-9]\\d{0,6})?)(?![\\p{L}\\p{N}_(!])`,
    `\\d+(?:\\.\\d+)?(?![\\p{L}\\p{N}_(!])`,
    `"(?:${formulaWords.map(escaped).join('|')})"`,
    `(?:${operators.map(escaped).join('|')})`,
    `[(),]`,
  ].join('|') + ')',
  'u',
);
