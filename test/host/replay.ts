import type { Exchange, Recording } from '../../src/taskpane/record/recording';
import { ExcelHost } from './excelHost';
import type { ExcelProfile } from './excelProfiles';
import { HostWorkbook } from './model/hostWorkbook';
import { isList, recordOf, type Wire } from './model/wire';
import type { RequestBody, ResponseBody } from './requestBody';

/** Where our host answers otherwise than the Excel that was recorded. */
export interface Difference {
  /** Which round trip of the recording, from 1. */
  readonly trip: number;
  /** What was asked, as `Range.values`-like words of the request, and the place in its answer. */
  readonly asked: string;
  readonly place: string;
  readonly recorded: Wire;
  readonly ours: Wire;
}

export interface Replayed {
  readonly trips: number;
  /** Requests to services beside the workbook, as custom functions: not replayed. */
  readonly leftOut: number;
  readonly differences: readonly Difference[];
}

/** Asks our host what Excel was asked, over a fresh workbook with one sheet, and compares each answer. */
export const replay = async (recording: Recording, excel: ExcelProfile): Promise<Replayed> => {
  const host = new ExcelHost(new HostWorkbook('Sheet1'), new Map(), excel);
  const ids = new Map<string, string>();
  const differences: Difference[] = [];
  let [trips, leftOut] = [0, 0];
  for (const [place, exchange] of recording.exchanges.entries()) {
    const text = JSON.stringify(exchange.request);
    if (text.includes('"Microsoft.')) {
      leftOut += 1;
      continue;
    }
    trips += 1;
    const request = withOurIds(JSON.parse(text) as RequestBody & Wire, ids);
    const answer = await host.answer(JSON.stringify(request), exchange.flags);
    for (const one of compared(exchange, answer, ids)) {
      if (!recording.keepsText && isUncalculated(one)) continue;
      differences.push({
        trip: place + 1,
        asked: memberAt(exchange, one.place),
        ...one,
      });
    }
  }
  return { trips, leftOut, differences };
};

/** Where the words of a recording were replaced, so were those of its formulas: no host works them out as Excel did. */
const isUncalculated = ({ place, ours }: Unlike): boolean =>
  /\.Values\[\d+\]\[\d+\]$/.test(place) && (ours === '#NAME?' || ours === '#VALUE!');

type Unlike = Pick<Difference, 'place' | 'recorded' | 'ours'>;

const compared = (
  { answer: recorded, refused }: Exchange,
  answer: ResponseBody | { readonly number: number },
  ids: Map<string, string>,
): readonly Unlike[] => {
  const ours = 'number' in answer ? { refused: answer.number } : { ...answer };
  const theirs = refused === undefined ? recordOf(recorded) : { refused };
  return unlike(theirs, JSON.parse(JSON.stringify(ours)) as Wire, '', ids);
};

/** Excel names objects as it likes; which of our names is which of its own is learnt from the answers. */
const named = /(?:^|\.)(?:Id|id|_Id|_ReferenceId)$/;
/** Worded, or counted, by each Excel as it likes. */
const free = /(?:^|\.)(?:Message|TraceIds|HttpStatusCode)$/;

const unlike = (recorded: Wire, ours: Wire, place: string, ids: Map<string, string>): readonly Unlike[] => {
  if (free.test(place)) return [];
  if (named.test(place) && typeof recorded === 'string' && typeof ours === 'string') {
    const known = ids.get(recorded);
    ids.set(recorded, ours);
    return known === undefined || known === ours ? [] : [{ place, recorded, ours }];
  }
  if (isList(recorded) && isList(ours)) {
    const most = Math.max(recorded.length, ours.length);
    return Array.from({ length: most }, (_, at) =>
      unlike(recorded[at] ?? null, ours[at] ?? null, `${place}[${String(at)}]`, ids),
    ).flat();
  }
  if (isTable(recorded) && isTable(ours)) {
    const keys = new Set([...Object.keys(recorded), ...Object.keys(ours)]);
    return [...keys].flatMap((key) =>
      unlike(recorded[key] ?? null, ours[key] ?? null, place === '' ? key : `${place}.${key}`, ids),
    );
  }
  return recorded === ours ? [] : [{ place, recorded, ours }];
};

const isTable = (value: Wire): value is Readonly<Record<string, Wire>> =>
  typeof value === 'object' && value !== null && !isList(value);

const withOurIds = (value: Wire, ids: ReadonlyMap<string, string>): Wire => {
  if (typeof value === 'string') return ids.get(value) ?? value;
  if (isList(value)) return value.map((one) => withOurIds(one, ids));
  if (!isTable(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withOurIds(one, ids)]));
};

/** The member whose answer lies at this place, as `Worksheets.GetItem.Names`. */
const memberAt = ({ request, answer }: Exchange, place: string): string => {
  const { Actions, ObjectPaths } = request as unknown as RequestBody;
  const results = recordOf(answer)['Results'];
  const result = isList(results) ? recordOf(results[Number(/^Results\[(\d+)\]/.exec(place)?.[1])]) : {};
  const action = Actions.find(({ Id }) => Id === result['ActionId']);
  const names = action === undefined ? [] : [action.Name];
  for (let id = action?.ObjectPathId; id !== undefined; id = ObjectPaths[String(id)]?.ParentObjectPathId)
    names.unshift(ObjectPaths[String(id)]?.Name ?? '');
  return names.filter((name) => name !== '').join('.');
};
