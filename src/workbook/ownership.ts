import { foldLabel } from '../kernel';
import { parseA1, quotedSheetName, type Rectangle } from './address';
import type { DefinedName } from './content';
import { readStamp, stampText, type SheetStamp } from './documentCode';
import type { SheetModel } from './model';
import { outwardValue, type CellValue, type Grid } from './values';

/** Our sheet as an earlier run left it, and as it is now. */
export interface OwnedSheet {
  readonly name: string;
  readonly rectangle: Rectangle;
  /** Of the values we wrote; absent when an older version wrote them. */
  readonly fingerprint?: string;
  /** What tells whether it still says what we wrote; absent when an older version wrote it. */
  readonly stamp?: SheetStamp;
}

/**
 * The sheets that bear the marker, whatever they are called now; the one with the wanted name first. A marker that is
 * broken, or points to another sheet than the one it belongs to, counts as none (rules/bad-inputs.md#b077).
 */
export const ownedSheets = (
  names: readonly DefinedName[],
  model: Pick<SheetModel, 'marker' | 'name'>,
): readonly OwnedSheet[] => {
  const found = names.flatMap((name) => ownedBy(name, names, model.marker));
  return [...found.filter(({ name }) => name === model.name), ...found.filter(({ name }) => name !== model.name)];
};

const ownedBy = (marker: DefinedName, names: readonly DefinedName[], wanted: string): readonly OwnedSheet[] => {
  const sheet = marker.sheet;
  if (sheet === undefined || marker.name.toLowerCase() !== markerName(wanted).toLowerCase()) return [];
  const refersTo = marker.refersTo.replace(/^=/, '');
  const place = refersTo.slice(0, Math.max(0, refersTo.lastIndexOf('!')));
  const rectangle = parseA1(refersTo);
  if (rectangle === undefined || (place !== sheet && place !== quotedSheetName(sheet))) return [];
  const hash = names.find(
    (name) => name.sheet === sheet && name.name.toLowerCase() === markerHashName(wanted).toLowerCase(),
  );
  const [digits = '', ...stamped] = textConstant(hash?.refersTo ?? '').split(' ');
  const stamp = readStamp(stamped.join(' '));
  return [
    {
      name: sheet,
      rectangle,
      ...(/^[0-9a-f]{16}$/.test(digits) ? { fingerprint: digits } : {}),
      ...(stamp === undefined ? {} : { stamp }),
    },
  ];
};

/** Excel takes no more than 255 signs between two quotation marks of a formula. */
const longestConstant = 250;

/** What the name of the fingerprint refers to: a text of ours, cut into pieces that Excel takes. */
const constantOf = (text: string): string =>
  Array.from({ length: Math.ceil(text.length / longestConstant) }, (_, at) => {
    return `"${text.slice(at * longestConstant, (at + 1) * longestConstant)}"`;
  }).join('&');

/** Reads {@link constantOf}, as any program writes it back; of an old version without quotation marks. */
const textConstant = (refersTo: string): string => {
  const formula = refersTo.replace(/^=/, '');
  const pieces = [...formula.matchAll(/"([^"]*)"/g)].map(([, piece = '']) => piece);
  return pieces.length === 0 ? formula : pieces.join('');
};

/** What {@link markerHashName} refers to: fingerprint and stamp of a sheet, those of the model it is written from. */
export const hashReference = ({
  fingerprint,
  stamp,
}: {
  readonly fingerprint: string;
  readonly stamp: SheetStamp | undefined;
}): string => constantOf([fingerprint, ...(stamp === undefined ? [] : [stampText(stamp)])].join(' '));

/** Every sheet that bears a mark of ours, with its marker as the name has it. */
export const markedSheets = (
  names: readonly DefinedName[],
): readonly { readonly marker: string; readonly owned: OwnedSheet }[] =>
  names.flatMap((name) => {
    const marker = name.name.slice(markerPrefix.length);
    if (!name.name.toLowerCase().startsWith(markerPrefix.toLowerCase())) return [];
    return ownedBy(name, names, marker).map((owned) => ({ marker, owned }));
  });

/** Sheet-scoped names that begin like this mark the rectangles we own (rules/design.md#refreshing-sheets). */
export const markerPrefix = '_INCENTIVE_';

/** The defined name for a model's marker: `score` → `_INCENTIVE_score`. */
export const markerName = (marker: string): string => `${markerPrefix}${marker}`;

/** The defined name that holds the fingerprint of what we wrote, as a text constant: `_INCENTIVE_score_hash`. */
export const markerHashName = (marker: string): string => `${markerName(marker)}_hash`;

/** The defined name that stands while the pages of a sheet are still to be set up: `_INCENTIVE_score_page`. */
export const markerPageName = (marker: string): string => `${markerName(marker)}_page`;

/** Excel's limit, in UTF-16 units. */
const longestName = 31;

/**
 * A name Excel accepts that no other sheet bears: forbidden characters become `_`, 31 units at most; if taken — Excel
 * compares without case and width — 「名前 (2)」, 「名前 (3)」…
 */
export const uniqueSheetName = (wanted: string, taken: readonly string[]): string => {
  const allowed =
    wanted
      .replace(/[\u0000-\u001F\u007F\uFFFE\uFFFF]/g, '')
      .replace(/[\uD800-\uDFFF]/gu, '')
      .replace(/[:\\/?*[\]：￥／？＊［］]/g, '_')
      .replace(/^'+|'+$/g, '')
      .trim() || '採点';
  const used = new Set(taken.map(foldLabel));
  const reserved = foldLabel(allowed) === 'history';
  for (let count = reserved ? 2 : 1; ; count += 1) {
    const tail = count === 1 ? '' : ` (${count})`;
    const name = `${cut(allowed, longestName - tail.length)}${tail}`;
    if (!used.has(foldLabel(name))) return name;
  }
};

const cut = (name: string, units: number): string =>
  name
    .slice(0, units)
    .replace(/[\uD800-\uDFFF]$/u, '')
    .trimEnd();

/**
 * 16 hexadecimal digits that change when a value of the block changes: two 32-bit FNV-1a sums.
 * It tells an edited sheet from an untouched one; it is no protection against someone who wants to deceive.
 */
export const fingerprint = (values: readonly (readonly CellValue[])[]): string => {
  let first = 0x811c9dc5;
  let second = 0x01000193;
  for (const row of values) {
    for (const value of row) {
      const text = textOf(value);
      for (let place = 0; place < text.length; place += 1) {
        const unit = text.charCodeAt(place);
        first = Math.imul(first ^ unit, 0x01000193);
        second = Math.imul(second ^ unit, 0x85ebca6b);
      }
    }
    first = Math.imul(first ^ 0x1e, 0x01000193);
    second = Math.imul(second ^ 0x1e, 0x85ebca6b);
  }
  return hex(first) + hex(second);
};

const textOf = (value: CellValue): string => {
  const outward = outwardValue(value);
  if (outward === null) return '\u001f';
  if (outward instanceof Date) return `d${outward.toISOString()}\u001f`;
  return `${(typeof outward).charAt(0)}${String(outward)}\u001f`;
};

const hex = (sum: number): string => (sum >>> 0).toString(16).padStart(8, '0');

/**
 * The last two columns of every table we write for machines. A file of comma-separated values bears no name that marks it as
 * ours: by these headings it is known, and never read as answers.
 */
export const publicDataHeadings = ['暫定の別', '検算コード'] as const;

/** The headings of the file that tells where such tables come from. */
export const publicSourceHeadings = ['公開用データの項目', '内容'] as const;

/** True for a sheet that begins as such a table, or as the file beside it, does. */
export const isPublicData = ({ grid }: { readonly grid: Grid }): boolean => {
  const head = grid[0] ?? [];
  return (
    publicSourceHeadings.every((heading, column) => head[column] === heading) ||
    (head.length > publicDataHeadings.length &&
      publicDataHeadings.every((heading, at) => head[head.length - publicDataHeadings.length + at] === heading))
  );
};
