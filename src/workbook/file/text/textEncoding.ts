import type { Steps } from '../../../kernel';
import { FileFault } from '../fault';

/**
 * The text of a .csv, .tsv or .txt: UTF-8, UTF-16 with or without a mark, Shift_JIS as Windows writes it (CP932), EUC-JP or
 * ISO-2022-JP. Throws {@link FileFault} where no encoding gives readable text: a guess would turn answers into others.
 */
export function* decodingText(bytes: Uint8Array): Steps<string> {
  const text = yield* unicode(bytes);
  if (text !== undefined) {
    // Seven bits a byte, so it is UTF-8 too; the escape is how it begins Japanese (JIS X 0208).
    const plain = /\u001b\$[@B]/.test(text) ? yield* strictly(bytes, 'iso-2022-jp') : text;
    if (plain !== undefined && !(yield* isGarbled(plain))) return plain;
    throw new FileFault('file-garbled', '');
  }
  const windows = yield* strictly(bytes, 'shift_jis');
  if (windows !== undefined && !(yield* isGarbled(windows))) return windows;
  const unix = yield* strictly(bytes, 'euc-jp');
  if (unix !== undefined && (yield* isJapanese(unix))) return unix;
  throw new FileFault('file-garbled', '');
}

/** Whether bytes with zeros among them are text all the same, because they are UTF-16 without a mark. */
export const isUnmarkedUtf16 = (bytes: Uint8Array): boolean => unmarkedOrder(bytes) !== undefined;

function* unicode(bytes: Uint8Array): Steps<string | undefined> {
  const marked = markedOrder(bytes);
  if (marked !== undefined) return yield* decoding(bytes, new TextDecoder(marked));
  const order = unmarkedOrder(bytes);
  const text = order === undefined ? undefined : yield* strictly(bytes, order);
  return text ?? (yield* strictly(bytes, 'utf-8'));
}

type Order = 'utf-16le' | 'utf-16be';

const markedOrder = ([first, second]: Uint8Array): Order | undefined => {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
};

/** So many bytes tell the encoding. */
const head = 1 << 16;

/**
 * The order of bytes of UTF-16 without a mark: commas, digits and line ends have a zero byte each, on the same side of the
 * pair; no other encoding of a text has zeros at all. What then holds control characters is no text.
 */
const unmarkedOrder = (bytes: Uint8Array): Order | undefined => {
  if (bytes.length % 2 !== 0) return undefined;
  let [even, odd] = [0, 0];
  const start = bytes.subarray(0, head);
  for (let place = 0; place + 1 < start.length; place += 2) {
    if (start[place] === 0) even += 1;
    if (start[place + 1] === 0) odd += 1;
  }
  if (even === odd) return undefined;
  const order = odd > even ? 'utf-16le' : 'utf-16be';
  const text = new TextDecoder(order).decode(start);
  return /[\u0000-\u0008\u000b\u000e-\u001a\u001c-\u001f\ufffe\uffff]/.test(text) ? undefined : order;
};

const strictly = (bytes: Uint8Array, encoding: string): Steps<string | undefined> =>
  decoding(bytes, new TextDecoder(encoding, { fatal: true }));

/** Bytes decoded, and units looked at, in a few milliseconds. */
const [bytesOfStep, unitsOfStep] = [1 << 19, 1 << 18];

/** Undefined where the decoder is strict and refuses the bytes. */
function* decoding(bytes: Uint8Array, decoder: TextDecoder): Steps<string | undefined> {
  let text = '';
  try {
    for (let place = 0; place < bytes.length; place += bytesOfStep) {
      text += decoder.decode(bytes.subarray(place, place + bytesOfStep), { stream: true });
      yield;
    }
    return text + decoder.decode();
  } catch {
    return undefined;
  }
}

type Units = Readonly<Record<'wide' | 'odd' | 'lost' | 'narrowKana' | 'kana', number>>;

/** How many units of a text are of which kind; counted one by one, as lists of 14 million of them would fill the memory. */
function* unitsOf(text: string): Steps<Units> {
  const count = { wide: 0, odd: 0, lost: 0, narrowKana: 0, kana: 0 };
  for (let place = 0; place < text.length; place += 1) {
    if (place % unitsOfStep === unitsOfStep - 1) yield;
    const unit = text.charCodeAt(place);
    if (unit < 0x80) continue;
    count.wide += 1;
    if (unit === 0x7e3a || unit === 0x7e67 || unit === 0x7e5d || unit < 0xa0) count.odd += 1;
    else if (unit >= 0xe000 && unit <= 0xf8ff) count.odd += 1;
    else if (unit === 0xfffd) count.lost += 1;
    else if (unit >= 0xff61 && unit <= 0xff9f) count.narrowKana += 1;
    else if (unit >= 0x3041 && unit <= 0x30fe) count.kana += 1;
  }
  return count;
}

/** UTF-8 read as CP932 is full of 縺 繧 繝 and of replacement characters; EUC-JP read as CP932 is nearly all half-width kana. */
function* isGarbled(text: string): Steps<boolean> {
  const { wide, odd, lost, narrowKana } = yield* unitsOf(text);
  return lost * 20 > wide || (wide > 3 && (odd * 5 > wide || narrowKana * 5 > wide * 4));
}

/** No Japanese text goes without kana; half-width kana of CP932 read as EUC-JP are rare kanji. */
function* isJapanese(text: string): Steps<boolean> {
  const { wide, kana } = yield* unitsOf(text);
  return kana * 10 >= wide && !(yield* isGarbled(text));
}
