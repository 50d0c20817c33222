import { isList, redactor, type Json } from './redact';

/** One round trip as it travelled: the request of the library, and the answer of Excel. */
export interface Exchange {
  /** The library's request flags: 1 writes, 64 waits for the end of cell editing. */
  readonly flags: number;
  readonly request: Json;
  /** The body of the answer; or the code with which the request was refused as a whole. */
  readonly answer: Json;
  readonly refused?: number;
  readonly milliseconds: number;
}

/** The file a person sends; test/host/replay.ts replays it. */
export interface Recording {
  readonly format: 'incentive-score/excel-recording/1';
  /** Whether texts are those of the workbook; else each was replaced by another (redact.ts). */
  readonly keepsText: boolean;
  /** What Excel says of itself. */
  readonly excel: {
    readonly platform: string;
    readonly version: string;
    readonly locale: string;
    readonly api: string;
  };
  readonly exchanges: readonly Exchange[];
}

/** What was seen of a round trip. */
export interface SeenTrip {
  readonly flags: number;
  /** JSON */
  readonly request: string;
  /** JSON; or the code of the refusal. */
  readonly answer: string | number;
  readonly milliseconds: number;
}

/** Keeps round trips; `words` are the strings of Excel's own that stay as they are. */
export const recorder = (words: ReadonlySet<string>, keepsText: boolean) => {
  const exchanges: Exchange[] = [];
  const redact = keepsText ? (value: Json): Json => value : redactor(words);
  return {
    keep: ({ flags, request, answer, milliseconds }: SeenTrip): void => {
      const kept = { flags, milliseconds, request: requestKept(parsed(request), redact) };
      exchanges.push(
        typeof answer === 'number'
          ? { ...kept, answer: null, refused: answer }
          : { ...kept, answer: answerKept(parsed(answer), redact) },
      );
    },
    count: (): number => exchanges.length,
    recording: (excel: Recording['excel']): Recording => ({
      format: 'incentive-score/excel-recording/1',
      keepsText,
      excel,
      exchanges: [...exchanges],
    }),
  };
};

const parsed = (text: string): Json => JSON.parse(text) as Json;

type Redact = (value: Json) => Json;

/** Names of members and properties are the library's; what a caller gives stands in Arguments and ObjectState. */
const requestKept = (value: Json, redact: Redact): Json =>
  mapped(value, (key, one) => (key === 'Arguments' || key === 'ObjectState' ? argumentsKept(one, redact) : undefined));

/** Each argument by itself: a table among them is one that lies in it, not the list. */
const argumentsKept = (given: Json, redact: Redact): Json => (isList(given) ? given.map(redact) : redact(given));

/** The sentence of an error may name a sheet, and is worded as each Excel likes: its code is kept. */
const answerKept = (value: Json, redact: Redact): Json =>
  mapped(value, (key, one) => (key === 'Value' ? redact(one) : key === 'Message' ? '' : undefined));

/** The value with what `replaced` gives for a key in its place, however deep. */
const mapped = (value: Json, replaced: (key: string, one: Json) => Json | undefined): Json => {
  if (isList(value)) return value.map((one) => mapped(one, replaced));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, replaced(key, one) ?? mapped(one, replaced)]),
  );
};
