import type { Steps } from '../../kernel';
import { problem, type Problem } from '../../problems';
import { criterionIndexOf, criterionNotation, type IndexedCriterion, type Scheme } from '../../schemes';
import { a1, type CellValue, type SheetContent } from '../../workbook';
import { answerState } from '../answerState';
import { readMark, textOf } from '../marks';
import { notedIn } from './fewOfEach';
import type { EntryRow } from './nationalRows';

/** The states of all municipalities, and what was doubtful in the cells. */
export interface StatesReading {
  readonly states: Uint8Array;
  readonly problems: readonly Problem[];
}

/**
 * Reads the criterion columns: points (0 or the criterion's) or marks (○, ×). A blank in a column that says "no" somewhere
 * is unanswered, in one that only says "yes" it is unmet (rules/design.md#blanks-and-numbers). A value that is neither
 * is held.
 */
export function* readStates(
  sheet: SheetContent,
  scheme: Scheme,
  columns: readonly (readonly number[])[],
  entries: readonly EntryRow[],
): Steps<StatesReading> {
  const { all } = criterionIndexOf(scheme);
  const problems: Problem[] = [];
  const flat = all.flatMap((criterion) => (columns[criterion.index] ?? []).map((column) => ({ criterion, column })));
  const read = yield* readColumns(sheet, flat, entries, problems);
  const states = new Uint8Array(entries.length * all.length);
  const firstOf = new Map<number, number>();
  const differ = notedIn(problems);
  for (const [place, { criterion, column }] of flat.entries()) {
    if (place % columnsAtOnce === 0) yield;
    const known = firstOf.get(criterion.index);
    if (known === undefined) firstOf.set(criterion.index, column);
    for (let row = 0; row < entries.length; row += 1) {
      const at = row * all.length + criterion.index;
      const state = read[place * entries.length + row] ?? 0;
      if (known !== undefined && states[at] !== state) {
        differ(() => disagreement(sheet, criterion, entries[row], known, column));
        states[at] = answerState.held;
      } else states[at] = state;
    }
  }
  return { states, problems };
}

const columnsAtOnce = 32;
/** Of cells that all hold another text, so many rows take some milliseconds. */
const rowsAtOnce = 4;

const blank = 255;

interface PlacedColumn {
  readonly criterion: IndexedCriterion;
  readonly column: number;
}

/**
 * States column after column. The sheet is walked row by row: its rows are long, and jumping between them for every
 * column costs more than the reading itself.
 */
function* readColumns(
  sheet: SheetContent,
  columns: readonly PlacedColumn[],
  entries: readonly EntryRow[],
  problems: Problem[],
): Steps<Uint8Array> {
  const count = entries.length;
  const states = new Uint8Array(columns.length * count);
  const places = Int32Array.from(columns, ({ column }) => column);
  const points = Int32Array.from(columns, ({ criterion }) => criterion.criterion.points);
  const saysNo = new Uint8Array(columns.length);
  const holdsPoints = new Uint8Array(columns.length);
  const ones = new Map<number, number[]>();
  const note = notedIn(problems);
  for (let entry = 0; entry < count; entry += 1) {
    if (entry % rowsAtOnce === 0) yield;
    const row = entries[entry]?.row ?? 0;
    const cells = sheet.grid[row] ?? [];
    for (let at = 0; at < places.length; at += 1) {
      const cell = cells[places[at] ?? 0] ?? null;
      const full = points[at] ?? 0;
      let state: number = blank;
      if (cell === 0) state = answerState.unmet;
      else if (cell === full) {
        state = answerState.met;
        holdsPoints[at] = 1;
      } else if (cell === 1) {
        state = answerState.met;
        const known = ones.get(at);
        if (known === undefined) ones.set(at, [entry]);
        else known.push(entry);
      } else if (cell !== null && cell !== '') {
        state = stateOf(cell, full);
        if (state === answerState.held) note(() => unreadable(sheet, columns[at], row, textOf(cell)));
      }
      if (state === answerState.unmet) saysNo[at] = 1;
      states[at * count + entry] = state;
    }
  }
  // A column of 0 and 1 holds flags; a lone 1 among points of 4 is a slip.
  for (const [at, rows] of ones) {
    if (holdsPoints[at] === 0) continue;
    for (const entry of rows) {
      states[at * count + entry] = answerState.held;
      note(() => unreadable(sheet, columns[at], entries[entry]?.row ?? 0, '1'));
    }
  }
  for (let at = 0; at < columns.length; at += 1) {
    const meaning = saysNo[at] === 1 ? answerState.unanswered : answerState.unmet;
    for (let cell = at * count; cell < (at + 1) * count; cell += 1) if (states[cell] === blank) states[cell] = meaning;
  }
  return states;
}

const unreadable = (sheet: SheetContent, column: PlacedColumn | undefined, row: number, found: string): Problem => {
  const { points, id } = column?.criterion.criterion ?? { points: 0, id: '' };
  return problem(
    'nation-cell-unreadable',
    {
      sheet: sheet.name,
      cell: a1(row, column?.column ?? 0),
      criterion: id,
      found,
      expected: `0・${points}・○・×`,
      pointsAtStake: points,
    },
    { name: column === undefined ? '' : criterionNotation(column.criterion) },
  );
};

const stateOf = (cell: Exclude<CellValue, null>, points: number): number => {
  const reading = readMark(cell);
  switch (reading.kind) {
    case 'met':
      return answerState.met;
    case 'unmet':
    case 'not-applicable':
      return answerState.unmet;
    case 'blank':
    case 'placeholder':
      return blank;
    case 'number':
      return reading.value === 0 ? answerState.unmet : reading.value === points ? answerState.met : answerState.held;
    case 'ask':
    case 'held':
      return answerState.held;
  }
};

const disagreement = (
  sheet: SheetContent,
  criterionAt: IndexedCriterion,
  entry: EntryRow | undefined,
  first: number,
  second: number,
): Problem => {
  const row = entry?.row ?? 0;
  const textAt = (column: number): string => textOf(sheet.grid[row]?.[column] ?? null);
  return problem(
    'nation-goal4-differs',
    {
      sheet: sheet.name,
      cell: a1(row, first),
      criterion: criterionAt.criterion.id,
      found: textAt(first),
      expected: textAt(second),
      pointsAtStake: criterionAt.criterion.points,
    },
    { municipality: entry?.name ?? '', name: criterionNotation(criterionAt), other: a1(row, second) },
  );
};
