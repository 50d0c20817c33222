import { details } from '../details';
import { FileFault, limits } from '../fault';
import { emptyRichText, readRichText } from './richText';
import { decodedText, withoutEscapes } from '../xml/content';
import { damaged, isElement, nextTag, openXml, skipElement } from '../xml/cursor';

/** The texts that cells share by number; each is made when a cell asks for it. */
export interface SharedTexts {
  readonly count: number;
  /** The numbers of the texts all runs of which are struck through. */
  readonly struck: ReadonlySet<number>;
  /** Of those with a run that is hard to see. */
  readonly tiny: ReadonlySet<number>;
  readonly pale: ReadonlySet<number>;
  /** Filled by {@link sharedText}. */
  readonly made: (string | undefined)[];
  readonly make: (index: number) => string;
}

const none: ReadonlySet<number> = new Set();

export const noSharedTexts: SharedTexts = { count: 0, struck: none, tiny: none, pale: none, made: [], make: () => '' };

/** The text of that number, which is below `count`. */
export const sharedText = ({ made, make }: SharedTexts, index: number): string => (made[index] ??= make(index));

/**
 * Walks the part of the shared texts once. A text is made when a cell asks for it: until then it is two numbers. Throws
 * {@link FileFault} for damage, and for more texts than a workbook can honestly hold.
 */
export const readSharedTexts = (bytes: Uint8Array, part: string): SharedTexts => {
  const cursor = openXml(bytes, part);
  nextTag(cursor);
  if (!isElement(cursor, 'sst')) throw damaged(cursor);
  const [starts, ends] = [growing(), growing()];
  const [struck, tiny, pale] = [new Set<number>(), new Set<number>(), new Set<number>()];
  const rich = emptyRichText();
  const isOpen = cursor.kind === 'open';
  while (isOpen && nextTag(cursor) && cursor.depth > 0) {
    if (!isElement(cursor, 'si')) {
      skipElement(cursor);
      continue;
    }
    if (starts.count === limits.texts) throw new FileFault('file-unpacks-too-large', details.manyTexts(limits.texts));
    const { start } = cursor;
    readRichText(cursor, rich, nothing);
    if (rich.struck) struck.add(starts.count);
    if (rich.tiny) tiny.add(starts.count);
    if (rich.pale) pale.add(starts.count);
    starts.push(rich.text === undefined ? rich.start : start);
    ends.push(rich.text === undefined ? rich.end : -1);
  }
  nextTag(cursor);
  const again = openXml(bytes, part);
  const decode = (index: number): string => {
    const [start, end] = [starts.at(index), ends.at(index)];
    if (end >= 0) return withoutEscapes(decodedText(cursor, start, end));
    Object.assign(again, { place: start, opened: 0, kind: 'end' });
    nextTag(again);
    readRichText(again, rich, ({ start: from, end: to, text }) => text ?? decodedText(again, from, to));
    return rich.text ?? '';
  };
  return {
    count: starts.count,
    struck,
    tiny,
    pale,
    made: [],
    make: (index) => decode(index).slice(0, limits.textLength),
  };
};

/** While only places are looked for. */
const nothing = (): string => '';

/** Whole numbers, as many as come. */
const growing = () => {
  let numbers = new Int32Array(1024);
  return {
    count: 0,
    push(number: number): void {
      if (this.count === numbers.length) {
        const larger = new Int32Array(2 * numbers.length);
        larger.set(numbers);
        numbers = larger;
      }
      numbers[this.count] = number;
      this.count += 1;
    },
    at: (index: number): number => numbers[index] ?? -1,
  };
};
