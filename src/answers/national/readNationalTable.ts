import { finished, foldText, type FiscalYear, type Steps } from '../../kernel';
import { ok, problem, refuse, type Problem, type Result } from '../../problems';
import { schemeOf, yearOf, type Scheme } from '../../schemes';
import { a1, cellAt, type CellValue, type SheetContent, type WorkbookContent } from '../../workbook';
import { columnRoles, type ColumnRoles } from './columnRoles';
import {
  figureOf,
  noteUnreadable,
  readAmounts,
  readDepopulated,
  readFigures,
  readRaw,
  readSizeClasses,
} from './readFigures';
import { fewOfEach, notedIn } from './fewOfEach';
import { findHeaderBand, type HeaderBand } from './headerBand';
import { municipalRows, settleDuplicates } from './identifyRows';
import type { NationalTable, PrintedFigure, SummaryRow } from './nationalTable';
import { identityColumns, nationalRows, summaryRows, type EntryRow, type NationalRows } from './nationalRows';
import { decideNationalYear, yearFits } from './nationalYear';
import { readStates } from './readStates';

export interface NationalReadingOptions {
  /** The year asked for; a table of another year is refused. */
  readonly year?: FiscalYear;
  /** A user's own scheme instead of the packaged one. */
  readonly scheme?: Scheme;
  readonly fileName?: string;
}

/**
 * The sheet that is the ministry's table of all municipalities (layout 3 of rules/design.md#layouts), by name;
 * undefined where none is.
 */
export const nationalSheetName = (content: WorkbookContent): string | undefined => nationalSheet(content)?.sheet.name;

/**
 * Reads the ministry's sheet 全国集計（市町村） by its header texts. Refuses where no such sheet, no year or no scheme can be
 * settled; everything else that is doubtful is listed in `problems`.
 */
export const readNationalTable = (
  content: WorkbookContent,
  options: NationalReadingOptions = {},
): Result<NationalTable> => finished(readingNationalTable(content, options));

/** {@link readNationalTable} in steps. */
export function* readingNationalTable(
  content: WorkbookContent,
  options: NationalReadingOptions,
): Steps<Result<NationalTable>> {
  const found = nationalSheet(content);
  if (found === undefined) return refuse(problem('nation-no-table'));
  yield;
  const { sheet, band } = found;
  const asked = options.scheme?.fiscalYear ?? options.year;
  // The columns are held against the packaged rules; a person's own are meant for just this table.
  const own = options.scheme !== undefined && options.scheme !== yearOf(options.scheme.fiscalYear).scheme;
  const fits = own ? undefined : yearFits(sheet, band);
  yield;
  const decided = yield* decideNationalYear(sheet, band.top, { asked, fileName: options.fileName, fits });
  if (!decided.ok) return decided;
  const scheme = options.scheme === undefined ? schemeOf(decided.value.year) : ok(options.scheme);
  return scheme.ok ? ok(yield* readSheet(sheet, band, scheme.value, decided.value.notes)) : scheme;
}

interface NationalSheet {
  readonly sheet: SheetContent;
  readonly band: HeaderBand;
}

/** The sheet named 全国集計（市町村） if there is one, else the first that is built like it. */
const nationalSheet = ({ sheets }: WorkbookContent): NationalSheet | undefined => {
  const fitting = sheets.flatMap((sheet): readonly NationalSheet[] => {
    const band = headerOf(sheet);
    return band !== undefined && identityColumns(band, new Set()).has('municipality') ? [{ sheet, band }] : [];
  });
  return fitting.find(({ sheet }) => /全国集計.*市町村/.test(foldText(sheet.name))) ?? fitting[0];
};

/** The header of a sheet is asked for by several stages, and looked for once. */
const headerOf = (sheet: SheetContent): HeaderBand | undefined => {
  if (!headers.has(sheet)) headers.set(sheet, findHeaderBand(sheet));
  return headers.get(sheet);
};

const headers = new WeakMap<SheetContent, HeaderBand | undefined>();

function* readSheet(
  sheet: SheetContent,
  band: HeaderBand,
  scheme: Scheme,
  notes: readonly Problem[],
): Steps<NationalTable> {
  yield;
  const pointsRow = summaryRows(sheet, band).find(({ kind }) => kind === 'maxPoints')?.row;
  const roles = columnRoles(sheet, band, scheme, pointsRow);
  yield;
  const scoreColumns = [...roles.criteria.flat(), ...[...roles.sums.values()].flat()];
  const identity = identityColumns(band, new Set([...scoreColumns, ...roles.ranks.values()]));
  const rows = yield* nationalRows(sheet, band, identity, scoreColumns);
  const named = yield* municipalRows(sheet.name, rows.entries);
  const reading = yield* readStates(sheet, scheme, roles.criteria, named.entries);
  const duplicates = settleDuplicates(sheet.name, named.entries, named.identities, reading.states);
  const disputed = new Set(duplicates.contradicted);
  const entries = duplicates.kept.flatMap((place) => named.entries[place] ?? []);
  const municipalities = duplicates.kept.flatMap((place) => named.identities[place] ?? []);
  yield;
  const money = readAmounts(sheet, band.bottom, roles.others, entries);
  const raw = yield* readRaw(sheet, roles.others, entries);
  const sumColumns = [...roles.sums.values()].flat();
  const read = yield* readFigures(sheet, [...identity.values(), ...sumColumns, ...roles.ranks.values()], entries);
  const none = new Float64Array(entries.length).fill(NaN);
  const figures = (column: number | undefined): Float64Array => read.get(column ?? -1) ?? none;
  /** What a municipality that stands twice prints is the word of one of its rows. */
  const undisputed = (values: Float64Array): Float64Array =>
    values.map((value, place) => (disputed.has(place) ? NaN : value));
  const ofRows = (column: number | undefined): Float64Array =>
    disputed.size === 0 ? figures(column) : undisputed(figures(column));
  const columnsOf = (map: ReadonlyMap<string, readonly number[]>) =>
    new Map([...map].map(([key, columns]) => [key, ofRows(columns[0])] as const));
  const summary: SummaryRow[] = [];
  for (const row of rows.summary) {
    yield;
    summary.push(summaryFigures(sheet, roles, row));
  }
  yield;
  const ofIdentities = identityNotes(sheet, entries, municipalities);
  yield;
  const ofSums: Problem[] = [];
  const note = notedIn(ofSums);
  for (const column of sumColumns) {
    noteUnreadable(note, sheet, { column, header: band.ownTexts(column).join(' ') }, entries, read.get(column));
    yield;
  }
  const problems = fewOfEach([
    ...notes,
    ...roles.problems,
    ...rows.problems,
    ...named.problems,
    ...duplicates.problems,
    ...ofIdentities,
    ...reading.problems,
    ...ofSums,
    ...money.problems,
    ...raw.problems,
  ]);
  yield;
  return {
    scheme,
    sheet: sheet.name,
    count: entries.length,
    municipalities,
    rows: Int32Array.from(entries, ({ row }) => row),
    states: keptStates(duplicates.states, named.entries.length, duplicates.kept),
    insured: figures(identity.get('insured')),
    population: figures(identity.get('population')),
    sizeClass: readSizeClasses(sheet, identity.get('sizeClass'), entries),
    depopulated: readDepopulated(sheet, identity.get('depopulated'), entries),
    previousTotals: figures(identity.get('previousTotal')),
    previousRanks: figures(identity.get('previousRank')),
    printedBlocks: columnsOf(roles.sums),
    printedRanks: new Map([...roles.ranks].map(([key, column]) => [key, ofRows(column)] as const)),
    criteriaFound: Uint8Array.from(roles.criteria, (columns) => (columns.length > 0 ? 1 : 0)),
    amounts: money.amounts,
    raw: raw.raw,
    summary,
    unions: [...rows.unions, ...named.others],
    excluded: [
      ...rows.excluded,
      ...duplicates.dropped
        .flatMap((place) => named.entries[place] ?? [])
        .map(({ row, name, prefecture }) => ({ row, name, prefecture })),
    ],
    contradictory: disputed.size > 0,
    problems,
  };
}

const keptStates = (states: Uint8Array, count: number, kept: readonly number[]): Uint8Array => {
  if (kept.length === count) return states;
  const width = states.length / count;
  const result = new Uint8Array(kept.length * width);
  for (const [place, from] of kept.entries())
    result.set(states.subarray(from * width, (from + 1) * width), place * width);
  return result;
};

const identityNotes = (
  sheet: SheetContent,
  entries: readonly EntryRow[],
  municipalities: NationalTable['municipalities'],
): readonly Problem[] =>
  municipalities.flatMap(({ notes }, place) =>
    notes.map((note) => ({ ...note, sheet: sheet.name, cell: `${String((entries[place]?.row ?? 0) + 1)}行` })),
  );

const summaryFigures = (
  sheet: SheetContent,
  roles: ColumnRoles,
  { row, kind, label }: NationalRows['summary'][number],
): SummaryRow => {
  const at = (column: number | undefined): PrintedFigure | undefined => {
    const cell: CellValue = column === undefined ? null : cellAt(sheet.grid, row, column);
    const value = figureOf(cell);
    return column === undefined || Number.isNaN(value) ? undefined : { value, cell: a1(row, column) };
  };
  return {
    kind,
    label,
    row,
    criteria: new Map(roles.criteria.flatMap(([column], index) => asEntry(index, at(column)))),
    blocks: new Map([...roles.sums].flatMap(([key, [column]]) => asEntry(key, at(column)))),
  };
};

const asEntry = <Key>(key: Key, figure: PrintedFigure | undefined): readonly (readonly [Key, PrintedFigure])[] =>
  figure === undefined ? [] : [[key, figure]];
