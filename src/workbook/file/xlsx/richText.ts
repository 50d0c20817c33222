import { alike, ink, leastSize, paper } from '../colours';
import { colourOf } from './colours';
import { decodedText, readContent, withoutEscapes, type XmlContent } from '../xml/content';
import { attributeOf, isElement, isOpening, nextTag, skipElement, type XmlCursor } from '../xml/cursor';

/**
 * What an `<si>` or `<is>` says: its runs one after the other, furigana left out. One plain run is given by its place, its
 * `_x000D_` not yet read; `text` is complete. Filled again and again.
 */
export interface RichText extends XmlContent {
  /** True when there are runs and all of them that show anything are struck through. */
  struck: boolean;
  /** True when a run of it is too small to be seen; or white, so that it is seen on something dark only. */
  tiny: boolean;
  pale: boolean;
}

export const emptyRichText = (): RichText => ({
  start: 0,
  end: 0,
  text: undefined,
  struck: false,
  tiny: false,
  pale: false,
});

/** Reads the element whose tag was read last, and stands behind its end. */
export const readRichText = (cursor: XmlCursor, into: RichText, textOf: (content: XmlContent) => string): void => {
  let [pieces, runs, struckRuns] = [0, 0, 0];
  let joined = '';
  const piece: XmlContent = { start: cursor.place, end: cursor.place, text: undefined };
  into.tiny = false;
  into.pale = false;
  const readPiece = (): void => {
    if (pieces === 1) joined = withoutEscapes(textOf(piece));
    readContent(cursor, piece);
    if (pieces > 0) joined += withoutEscapes(textOf(piece));
    pieces += 1;
  };
  if (isOpening(cursor)) {
    const { depth } = cursor;
    while (nextTag(cursor) && cursor.depth > depth) {
      if (isElement(cursor, 't')) readPiece();
      else if (isOpening(cursor) && isElement(cursor, 'r')) {
        const before = pieces;
        const isStruck = readRun(cursor, into, readPiece);
        // A space behind the struck mark is not seen.
        if (pieces > before && isBlank(cursor, piece)) continue;
        runs += 1;
        if (isStruck) struckRuns += 1;
      } else skipElement(cursor);
    }
  }
  into.start = piece.start;
  into.end = piece.end;
  into.text = pieces > 1 ? joined : piece.text === undefined ? undefined : withoutEscapes(piece.text);
  into.struck = runs > 0 && struckRuns === runs;
};

/** Whatever the caller makes of texts: of shared ones it makes none yet. */
const isBlank = (cursor: XmlCursor, { text, start, end }: XmlContent): boolean =>
  (text ?? decodedText(cursor, start, end)).trim() === '';

/** Reads one run; true when it is struck through. */
const readRun = (cursor: XmlCursor, into: RichText, readPiece: () => void): boolean => {
  const { depth } = cursor;
  let struck = false;
  while (nextTag(cursor) && cursor.depth > depth) {
    if (isElement(cursor, 't')) readPiece();
    else if (isOpening(cursor) && isElement(cursor, 'rPr')) {
      while (nextTag(cursor) && cursor.depth > depth + 1) {
        if (isElement(cursor, 'strike')) struck = !['0', 'false'].includes(attributeOf(cursor, 'val') ?? '1');
        else if (isElement(cursor, 'sz')) into.tiny ||= Number(attributeOf(cursor, 'val') ?? leastSize) < leastSize;
        else if (isElement(cursor, 'color')) into.pale ||= alike(runColour(cursor), paper);
        skipElement(cursor);
      }
    } else skipElement(cursor);
  }
  return struck;
};

const runColour = (cursor: XmlCursor): string => colourOf({ get: (name) => attributeOf(cursor, name) }) ?? ink;
