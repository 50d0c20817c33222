import { columnPlace, rowPlace, type Reading, type SheetReading } from '../answers';
import type { Nation, Recognised } from '../rank';
import type { ScoreFile } from './scoreFile';

type ReadingJson = ScoreFile['reading'][number];

/** `reading` of the JSON contract (rules/design.md#json): how one workbook was read. */
export const readingJson = ({ file, year, because, sheets, leftOut }: Reading): ReadingJson => ({
  file: file ?? null,
  fiscalYear: year,
  because,
  sheets: sheets.map(sheetJson),
  leftOut: [...leftOut],
});

const sheetJson = ({ sheet, use, year, rows, columns }: SheetReading): ReadingJson['sheets'][number] => ({
  name: sheet,
  use,
  fiscalYear: year ?? null,
  turned: rows?.turned ?? false,
  headers: (rows?.headers ?? []).map((row) => rowPlace(rows, row)),
  rowsUsed: rows?.used ?? 0,
  rowsOfSums: rows?.sums ?? 0,
  rowsUnused: (rows?.unused ?? []).map((row) => rowPlace(rows, row)),
  columns: columns.map(({ column, header, role, municipality, differences }) => ({
    place: columnPlace(rows, column),
    header,
    role,
    municipality: municipality ?? null,
    differences: differences ?? null,
  })),
});

/** `tableCoverage` of the JSON contract: the grounds of what was taken from a national table; null without one. */
export const tableCoverageJson = (nation: Nation | undefined): ScoreFile['tableCoverage'] => {
  if (nation === undefined) return null;
  const { criteria, blocks, municipalities, totals, mean, rows } = nation.coverage;
  return {
    criteria: recognised(criteria),
    blocks: recognised(blocks),
    municipalities,
    totals,
    mean: mean ?? null,
    rows,
  };
};

const recognised = ({ found, of, missing }: Recognised) => ({ found, of, missing: [...missing] });
