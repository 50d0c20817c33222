import type { SeenTrip } from './recording';

/** Where the library sends each request to Excel, the same in every Excel: office.js 1.1.110, `OfficeJsRequestExecutor`. */
interface RichApi {
  executeRichApiRequestAsync: (message: readonly unknown[], done: (result: RichResult) => void) => void;
}

interface RichResult {
  readonly status: string;
  readonly value?: { readonly data?: readonly unknown[] };
  readonly error?: { readonly code: number };
}

/** The places of body and flags in a request, and of the body in an answer. */
const at = { body: 4, flags: 6, answered: 2 };

/** Listens to every round trip, without touching any; false where this library has no such place. */
export const listenToExcel = (heard: (trip: SeenTrip) => void): boolean => {
  const parts = libraryParts();
  const api = parts?.RichApi;
  if (parts === undefined || typeof api?.executeRichApiRequestAsync !== 'function') return false;
  const executeRichApiRequestAsync: RichApi['executeRichApiRequestAsync'] = (message, done) => {
    const began = performance.now();
    const request = String(message[at.body]);
    const flags = Number(message[at.flags]);
    api.executeRichApiRequestAsync(message, (result) => {
      const answer = answerOf(result);
      heard({ flags, request, answer, milliseconds: Math.round(performance.now() - began) });
      done(result);
    });
  };
  // The member itself is read-only: an object that differs from the library's by it takes its place.
  parts.RichApi = Object.create(api, { executeRichApiRequestAsync: { value: executeRichApiRequestAsync } }) as RichApi;
  return true;
};

const answerOf = ({ status, value, error }: RichResult): string | number => {
  if (status !== 'succeeded') return error?.code ?? 0;
  const body = value?.data?.[at.answered];
  // A long answer may come in pieces.
  return Array.isArray(body) ? body.join('') : String(body);
};

/** What the library calls OSF.DDA. */
const libraryParts = (): { RichApi?: RichApi } | undefined => {
  const { OSF }: { readonly OSF?: { readonly DDA?: { RichApi?: RichApi } } } = window as object;
  return OSF?.DDA;
};

/** The strings Excel's own enumerations have, as `Visible` or `ColumnClustered`. */
export const wordsOfExcel = (library: object): ReadonlySet<string> =>
  new Set(
    Object.values(library).flatMap((one: unknown) =>
      typeof one === 'object' && one !== null
        ? Object.values(one).filter((value): value is string => typeof value === 'string')
        : [],
    ),
  );
