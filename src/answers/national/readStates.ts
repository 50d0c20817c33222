import { problem, type Problem } from '../../kernel';
import type { Scheme } from '../../schemes';
import { a1, type CellValue, type SheetContent } from '../../workbook';
import { answerState } from '../answerState';
import { criterionIndexOf, type IndexedCriterion } from '../criterionIndex';
import { readMark, textOf } from '../marks';
import type { EntryRow } from './nationalRows';

/** The states of all municipalities, and what was doubtful in the cells. */
export interface StatesReading {
  readonly states: Uint8Array;
  readonly problems: readonly Problem[];
}

/**
 * Reads the criterion columns: points (0 or the criterion's) or marks (○, ×). A blank in a column that says "no" somewhere
 * is unanswered, in one that only says "yes" it is unmet (design §5). A value that is neither is held.
 */
export const readStates = (
  sheet: SheetContent,
  scheme: Scheme,
  columns: readonly (readonly number[])[],
  entries: readonly EntryRow[],
): StatesReading => {
  const { all } = criterionIndexOf(scheme);
  const states = new Uint8Array(entries.length * all.length);
  const problems: Problem[] = [];
  for (const criterion of all) {
    const [first, second] = columns[criterion.index] ?? [];
    if (first === undefined) continue;
    const column = readColumn(sheet, criterion, first, entries, problems);
    const again = second === undefined ? undefined : readColumn(sheet, criterion, second, entries, problems);
    for (let row = 0; row < entries.length; row += 1) {
      const state = column[row] ?? 0;
      const other = again?.[row] ?? state;
      if (state !== other && second !== undefined)
        problems.push(disagreement(sheet, criterion, entries[row], first, second));
      states[row * all.length + criterion.index] = state === other ? state : answerState.held;
    }
  }
  return { states, problems };
};

const blank = 255;

const readColumn = (
  sheet: SheetContent,
  criterion: IndexedCriterion,
  column: number,
  entries: readonly EntryRow[],
  problems: Problem[],
): Uint8Array => {
  const { points, id } = criterion.criterion;
  const states = new Uint8Array(entries.length);
  const ones: number[] = [];
  let saysNo = false;
  let other = points === 1;
  for (let place = 0; place < entries.length; place += 1) {
    const row = entries[place]?.row ?? 0;
    const cell = sheet.grid[row]?.[column] ?? null;
    let state: number = blank;
    if (cell === 0) state = answerState.unmet;
    else if (cell === points) state = answerState.met;
    else if (cell === 1) {
      ones.push(place);
      state = answerState.met;
    } else if (cell !== null && cell !== '') {
      state = stateOf(cell, points);
      if (state === answerState.held) {
        problems.push(
          problem('nation-cell-unreadable', {
            sheet: sheet.name,
            cell: a1(row, column),
            criterion: id,
            found: textOf(cell),
            expected: `0・${points}・○・×`,
            pointsAtStake: points,
          }),
        );
      }
    }
    saysNo ||= state === answerState.unmet;
    other ||= cell === points;
    states[place] = state;
  }
  // A column of 0 and 1 holds flags; a lone 1 among points of 4 is a slip.
  if (other && points !== 1) {
    for (const place of ones) {
      states[place] = answerState.held;
      problems.push(
        problem('nation-cell-unreadable', {
          sheet: sheet.name,
          cell: a1(entries[place]?.row ?? 0, column),
          criterion: id,
          found: '1',
          expected: `0・${points}`,
          pointsAtStake: points,
        }),
      );
    }
  }
  const meaning = saysNo ? answerState.unanswered : answerState.unmet;
  return states.map((state) => (state === blank ? meaning : state));
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
  { criterion }: IndexedCriterion,
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
      criterion: criterion.id,
      found: textAt(first),
      expected: textAt(second),
      pointsAtStake: criterion.points,
    },
    { municipality: entry?.name ?? '', other: a1(row, second) },
  );
};
