import type { AnswerCell, MunicipalityAnswers } from '../answers';
import { a1, parseA1 } from '../workbook';
import type { Problem } from '../problems';
import type { BookRead } from './evaluate';

/**
 * The same of a workbook in a few kilobytes: what its answers say and where they stand, without the grids they were read
 * from, so that a folder may hold thousands of workbooks.
 */
export const withoutGrids = (book: BookRead): BookRead =>
  book.subject === 'whole'
    ? book
    : {
        ...book,
        earlier: undefined,
        answers: {
          ...book.answers,
          municipalities: book.answers.municipalities.map(reduced),
          problems: book.answers.problems.map(withoutCells),
        },
      };

/** Nobody decides cell by cell about a folder. */
const withoutCells = (one: Problem): Problem =>
  one.asked === undefined ? one : { ...one, asked: { ...one.asked, cells: [] } };

/** Rows and columns of a sheet fit into one number. */
const columnsOfSheet = 16_384;
const nowhere = -1;

const reduced = (town: MunicipalityAnswers): MunicipalityAnswers => {
  const { states, isFound, cellOf } = town;
  const found = Uint8Array.from(states, (_, index) => (isFound(index) ? 1 : 0));
  const sheets: string[] = [];
  const sheetOf = new Uint16Array(states.length);
  const places = new Float64Array(states.length).fill(nowhere);
  const others = new Map<number, AnswerCell>();
  for (const index of states.keys()) {
    const cell = cellOf(index);
    if (cell === undefined) continue;
    const place = parseA1(cell.cell);
    if (cell.file !== undefined || place === undefined || a1(place.top, place.left) !== cell.cell) {
      others.set(index, cell);
      continue;
    }
    if (!sheets.includes(cell.sheet)) sheets.push(cell.sheet);
    sheetOf[index] = sheets.indexOf(cell.sheet);
    places[index] = place.top * columnsOfSheet + place.left;
  }
  return {
    ...town,
    cellsOf: undefined,
    textOf: undefined,
    besideOf: undefined,
    isFound: (index) => found[index] === 1,
    cellOf: (index) => {
      const place = places[index] ?? nowhere;
      const sheet = sheets[sheetOf[index] ?? 0];
      return place === nowhere || sheet === undefined
        ? others.get(index)
        : { sheet, cell: a1(Math.floor(place / columnsOfSheet), place % columnsOfSheet) };
    },
  };
};
