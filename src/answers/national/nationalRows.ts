import { cellAt, type CellValue, type SheetContent } from '../../workbook';
import { foldText, problem, type Problem } from '../../kernel';
import { cleanName, isSummaryLabel, isUnionName, prefectures, readPrefecture } from '../municipality';
import type { HeaderBand } from './headerBand';
import type { IdentityRole } from './identityColumns';
import type { OtherRow, SummaryKind } from './nationalTable';
import { summaryKind } from './summaryLabel';

/** The rows of the sheet by what they are. */
export interface NationalRows {
  readonly entries: readonly EntryRow[];
  readonly summary: readonly { readonly row: number; readonly kind: SummaryKind; readonly label: string }[];
  readonly unions: readonly OtherRow[];
  readonly excluded: readonly OtherRow[];
  readonly problems: readonly Problem[];
}

export interface EntryRow {
  readonly row: number;
  readonly name: string;
  readonly prefecture: string | undefined;
  readonly code: CellValue;
}

/** Finds the summary rows wherever they stand, by label: they are needed before the columns can be understood. */
export const summaryRows = (sheet: SheetContent, band: HeaderBand): NationalRows['summary'] => {
  const found: { readonly row: number; readonly kind: SummaryKind; readonly label: string }[] = [];
  for (let row = band.top; row < sheet.grid.length; row += 1) {
    const cells = sheet.grid[row] ?? [];
    for (let column = 0; column < band.firstBranchColumn; column += 1) {
      const cell = cells[column] ?? null;
      const kind = typeof cell === 'string' ? summaryKind(cell) : undefined;
      if (kind === undefined) continue;
      found.push({ row, kind, label: foldText(String(cell)) });
      break;
    }
  }
  return found;
};

/** Sorts the rows under the header: municipalities, unions, and what must not be ranked, each of those with a problem. */
export const nationalRows = (
  sheet: SheetContent,
  band: HeaderBand,
  identity: ReadonlyMap<IdentityRole, number>,
  scoreColumns: readonly number[],
): NationalRows => {
  const summary = summaryRows(sheet, band);
  const isSummary = new Set(summary.map(({ row }) => row));
  const entries: EntryRow[] = [];
  const unions: OtherRow[] = [];
  const excluded: OtherRow[] = [];
  const problems: Problem[] = [];
  const at = (row: number, role: IdentityRole): CellValue => {
    const column = identity.get(role);
    return column === undefined ? null : cellAt(sheet.grid, row, column);
  };
  for (let row = band.bottom + 1; row < sheet.grid.length; row += 1) {
    const cells = sheet.grid[row] ?? [];
    if (isSummary.has(row)) continue;
    const name = textOfName(at(row, 'municipality'));
    const scored = scoreColumns.some(
      (column) => cells[column] !== null && cells[column] !== undefined && cells[column] !== '',
    );
    if (name === '' && !scored) continue;
    const prefecture = prefectureOf(at(row, 'prefecture'), at(row, 'prefectureNumber'));
    const other: OtherRow = { row, name, prefecture };
    const place = { sheet: sheet.name, cell: `${String(row + 1)}行`, found: `${prefecture ?? ''}${name}` };
    if (name === '') {
      excluded.push(other);
      problems.push(problem('nation-row-nameless', place));
    } else if (isUnionName(name)) {
      unions.push(other);
      if (scored) problems.push(problem('nation-union-scored', place));
    } else if (isSummaryLabel(name) || readPrefecture(name) !== undefined || headerWords.has(name)) {
      excluded.push(other);
      problems.push(problem('nation-row-excluded', place));
    } else if (scored) {
      entries.push({ row, name, prefecture, code: at(row, 'code') ?? at(row, 'insurerCode') });
    } else {
      excluded.push(other);
      problems.push(problem('nation-row-without-scores', place));
    }
  }
  return { entries, summary, unions, excluded, problems };
};

/** A header repeated on every printed page. */
const headerWords: ReadonlySet<string> = new Set([
  '市町村名',
  '市町村',
  '市区町村名',
  '市区町村',
  '保険者名',
  '団体名',
]);

const textOfName = (value: CellValue): string => (typeof value === 'string' ? cleanName(foldText(value)) : '');

const prefectureOf = (name: CellValue, number: CellValue): string | undefined => {
  const named = typeof name === 'string' && name !== '' ? (readPrefecture(name) ?? foldText(name)) : undefined;
  if (named !== undefined) return named;
  const place = typeof number === 'number' ? number : typeof number === 'string' ? Number(foldText(number)) : NaN;
  return prefectures[place - 1];
};
