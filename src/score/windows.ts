import { at, uint16At, uint32At, uint8At } from '../kernel';
import { timesByState, type OpenAnswers } from './runs';

/*
 * The inner loop of a nation (464,847 answers a year). A state takes two bits of its byte, so four criteria that stand one
 * after the other are one number below 256, and what the four bring is one look into a table. One by one they take twice
 * as long.
 */

/** Four criteria in a row, and which of them are counted: the others are those beside them. */
interface Window {
  readonly start: number;
  readonly counted: readonly number[];
}

/** The windows of all sums of a scheme, laid out for scoring; the points stand in tables of 256, window after window. */
export interface Windows {
  readonly starts: Uint16Array;
  readonly pointsBy: (open: OpenAnswers) => Uint16Array;
}

/** Windows from `first` on, one past the last being `end`: what they bring is added up. */
export interface WindowRange {
  readonly first: number;
  readonly end: number;
}

const criteriaInWindow = 4;
const statesInWindow = 256;

/** Lays out lists of criteria in ascending order, each as few windows; the ranges are in the order of the lists. */
export const windowsOf = (
  lists: readonly (readonly number[])[],
  points: Uint16Array,
): { readonly windows: Windows; readonly ranges: readonly WindowRange[] } => {
  const all: Window[] = [];
  const ranges = lists.map((criteria) => {
    const first = all.length;
    let rest = criteria;
    while (rest.length > 0) {
      const start = at(rest, 0);
      const counted = rest.filter((criterion) => criterion < start + criteriaInWindow);
      all.push({ start, counted });
      rest = rest.slice(counted.length);
    }
    return { first, end: all.length };
  });
  const tables = new Map<OpenAnswers, Uint16Array>();
  return {
    ranges,
    windows: {
      starts: Uint16Array.from(all, ({ start }) => start),
      pointsBy: (open) => {
        const known = tables.get(open) ?? tableOf(all, points, timesByState[open]);
        tables.set(open, known);
        return known;
      },
    },
  };
};

const tableOf = (windows: readonly Window[], points: Uint16Array, times: Uint8Array): Uint16Array => {
  const table = new Uint16Array(windows.length * statesInWindow);
  for (const [place, { start, counted }] of windows.entries()) {
    for (let states = 0; states < statesInWindow; states += 1) {
      let sum = 0;
      for (const criterion of counted)
        sum += uint16At(points, criterion) * at(times, (states >> (2 * (criterion - start))) & 3);
      table[place * statesInWindow + states] = sum;
    }
  }
  return table;
};

/** Throws for what is no state. */
export const checkStates = (states: Uint8Array): void => {
  let bits = 0;
  let place = 0;
  if (states.byteOffset % 4 === 0) {
    const fours = new Uint32Array(states.buffer, states.byteOffset, states.length >> 2);
    for (; place < fours.length; place += 1) bits |= uint32At(fours, place);
    place *= 4;
  }
  for (; place < states.length; place += 1) bits |= uint8At(states, place);
  if ((bits & beyondTwoBits) !== 0) throw new RangeError('scoreTable: a state beyond the four there are');
};

/** Of each of four bytes all but the two bits of a state. */
const beyondTwoBits = 0xfcfcfcfc;

/** Municipalities that stand one after the other. */
export interface Rows {
  /** Their states, from the first on, and at least three bytes behind the last: a window may look beyond it. */
  readonly states: DataView;
  readonly count: number;
  readonly criterionCount: number;
}

/** The rows `first` … `first + count - 1` of checked states. */
export const rowsOf = (states: Uint8Array, first: number, count: number, criterionCount: number): Rows => {
  const [start, length] = [first * criterionCount, count * criterionCount];
  if (start + length + roomBehind <= states.length)
    return {
      states: new DataView(states.buffer, states.byteOffset + start, length + roomBehind),
      count,
      criterionCount,
    };
  const copy = new Uint8Array(length + roomBehind);
  copy.set(states.subarray(start, start + length));
  return { states: new DataView(copy.buffer), count, criterionCount };
};

const roomBehind = criteriaInWindow - 1;

/**
 * Adds what the windows of a range bring to each of some municipalities: window by window, as each is a tight loop, and two at
 * a time, which spares every second look at the sums.
 */
export const addWindows = (
  table: Uint16Array,
  starts: Uint16Array,
  { states, count, criterionCount }: Rows,
  { first, end }: WindowRange,
  sums: Uint16Array,
): void => {
  let window = first;
  for (; window + 1 < end; window += 2) {
    const points = window * statesInWindow;
    const start = uint16At(starts, window);
    const ahead = uint16At(starts, window + 1) - start;
    let place = start;
    for (let row = 0; row < count; row += 1) {
      sums[row] =
        uint16At(sums, row) +
        uint16At(table, points + stateNumber(states.getUint32(place, true))) +
        uint16At(table, points + statesInWindow + stateNumber(states.getUint32(place + ahead, true)));
      place += criterionCount;
    }
  }
  for (; window < end; window += 1) {
    const points = window * statesInWindow;
    let place = uint16At(starts, window);
    for (let row = 0; row < count; row += 1) {
      sums[row] = uint16At(sums, row) + uint16At(table, points + stateNumber(states.getUint32(place, true)));
      place += criterionCount;
    }
  }
};

/** Four bytes of two bits each as one number below 256. */
const stateNumber = (four: number): number => {
  const pairs = four | (four >>> 6);
  return (pairs & 15) | ((pairs >>> 12) & 240);
};
