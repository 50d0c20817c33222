import { details } from '../details';
import { FileFault, limits } from '../fault';
import { emptyRichText, readRichText } from './richText';
import { decodedText, withoutEscapes } from '../xml/content';
import { damaged, isElement, nextTag, openXml, skipElement } from '../xml/cursor';

/** The texts that cells share by number. */
export interface SharedTexts {
  readonly count: number;
  /** The text of that number, which is below `count`. */
  readonly text: (index: number) => string;
  /** True when all runs of it are struck through. */
  readonly isStruck: (index: number) => boolean;
  /** What makes a run of it hard to see. */
  readonly isTiny: (index: number) => boolean;
  readonly isPale: (index: number) => boolean;
}

export const noSharedTexts: SharedTexts = {
  count: 0,
  text: () => '',
  isStruck: () => false,
  isTiny: () => false,
  isPale: () => false,
};

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
  const made: (string | undefined)[] = [];
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
    text: (index) => (made[index] ??= decode(index).slice(0, limits.textLength)),
    isStruck: (index) => struck.has(index),
    isTiny: (index) => tiny.has(index),
    isPale: (index) => pale.has(index),
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
