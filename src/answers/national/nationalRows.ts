import { foldText, type Steps } from '../../kernel';
import { problem, type Problem } from '../../problems';
import { cellAt, type CellValue, type SheetContent } from '../../workbook';
import { cleanName } from '../municipality/foldName';
import { isUnionName, prefectures, readPrefecture } from '../municipality/register';
import { isSummaryLabel } from '../municipality/summaryLabel';
import type { HeaderBand } from './headerBand';
import { summaryKind, type OtherRow, type SummaryKind } from './nationalTable';

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
export function* nationalRows(
  sheet: SheetContent,
  band: HeaderBand,
  identity: ReadonlyMap<IdentityRole, number>,
  scoreColumns: readonly number[],
): Steps<NationalRows> {
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
    if (row % rowsAtOnce === 0) yield;
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
}

const rowsAtOnce = 256;

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

/** What a column left (or right) of the points says of the municipality. */
type IdentityRole =
  | 'prefectureNumber'
  | 'code'
  | 'insurerCode'
  | 'prefecture'
  | 'municipality'
  /** 保険者名: the union for its members, so only where there is no 市町村名. */
  | 'insurerName'
  | 'population'
  | 'insured'
  | 'sizeClass'
  | 'depopulated'
  | 'previousTotal'
  | 'previousRank';

/** Tried in this order; the first that fits a column's texts names it. */
const patterns: readonly (readonly [IdentityRole, RegExp])[] = [
  ['previousRank', /^(?:前年度?|昨年度?|前回|r\d+|令和\d+年度?).*順位|^順位\((?:前|昨|r\d|令和)/],
  ['previousTotal', /^(?:前年度?|昨年度?|前回|r\d+|令和\d+年度?).*(?:得点|評価点|点数|合計|総計|スコア)/],
  ['sizeClass', /規模|人口区分|被保険者(?:数)?区分|^区分\(?1[:.]/],
  ['insured', /被保険者数?$|[1一ⅰ]号被保険者|65歳以上|高齢者人口|高齢者数/],
  ['prefectureNumber', /^都道府県(?:番号|コード|no\.?|cd)$|^県(?:番号|コード)$/],
  ['insurerCode', /保険者(?:番号|コード|no)/],
  ['code', /(?:市区?町村|団体|自治体|公共団体)(?:コード|番号|cd)/],
  ['prefecture', /^(?:都道府県|県|府県)(?:名|名称)?$/],
  ['municipality', /^(?:市区?町村|団体|自治体|市区?町村等|市町村・特別区)(?:名|名称)?$/],
  ['insurerName', /^保険者(?:名|名称)?$/],
  ['population', /^(?:総|全)?人口/],
  ['depopulated', /過疎/],
];

/** Finds the identity columns by their header texts; a column under a goal or with a branch is none. */
export const identityColumns = (band: HeaderBand, taken: ReadonlySet<number>): ReadonlyMap<IdentityRole, number> => {
  const found = new Map<IdentityRole, number>();
  for (let column = 0; column < band.width; column += 1) {
    if (taken.has(column)) continue;
    const role = band
      .ownTexts(column)
      .map(roleOf)
      .find((one) => one !== undefined);
    if (role !== undefined && !found.has(role)) found.set(role, column);
  }
  const insurer = found.get('insurerName');
  if (!found.has('municipality') && insurer !== undefined) found.set('municipality', insurer);
  return found;
};

const roleOf = (text: string): IdentityRole | undefined => {
  const bare = text.replace(/※.*$/, '');
  const plain = bare.replace(/\([^()]*\)$/, '');
  return patterns.find(([, pattern]) => pattern.test(bare) || pattern.test(plain))?.[0];
};
