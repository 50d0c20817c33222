import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Choice } from '../answers';
import { readBook, readWanted, withNotes, type BookRead, type EvaluationOptions } from '../evaluation';
import { fiscalYearLabel, groupedBy, sha256Hex } from '../kernel';
import { ok, fileProblem, type Problem, type Result } from '../problems';
import type { OutlookAsked } from '../outlook';
import type { SheetsToWrite } from '../report';
import type { SheetModel, WorkbookContent, WriteOutcome } from '../workbook';
import { cautionsAbout, limits, readWorkbookFile, refreshWorkbookFile } from '../workbook/file';
import { readBytes } from './diskFiles';
import { changedHeaders } from './mapping';
import { printProblems, type Terminal } from './terminal';
import { watched } from './watched';

/** A file that was read, with its bytes. */
interface FileRead {
  readonly bytes: Uint8Array;
  readonly content: WorkbookContent;
  readonly book: BookRead;
}

export type ScoringOptions = Choice &
  Pick<EvaluationOptions, 'scheme' | 'national' | 'peers' | 'plan' | 'settings'> & {
    /** How the written workbook refers to the file; undefined when the results go into the file itself. */
    readonly link?: string;
    /** The folders of the file below the one that was given, innermost first. */
    readonly folders?: readonly string[];
    /** What of the settings file was not used, and why: said already. */
    readonly settingsProblems: readonly Problem[];
    /** What to look out for; undefined = nobody asked. */
    readonly outlook?: OutlookAsked;
    /** The headers the choices were made for; empty where none were kept. */
    readonly headers: readonly string[];
  };

/** Reads one file; its answers are scored when all files of the run are read. */
export const readInput = (path: string, options: ScoringOptions): Promise<Result<FileRead>> =>
  watched(path, () => readFile(path, basename(path), options));

const readFile = async (
  path: string,
  fileName: string,
  { link, headers, ...options }: ScoringOptions,
): Promise<Result<FileRead>> => {
  const bytes = await readBytes(path, limits.fileBytes);
  if (!bytes.ok) return bytes;
  const content = await readWanted(
    (wanted) => readWorkbookFile(bytes.value, fileName, { wanted: headers.length === 0 ? wanted : undefined }),
    options.scheme,
  );
  if (!content.ok) return content;
  // Written into the input itself, its hash would change with every run and a second run would not be the same.
  const source = link === undefined ? {} : { source: { name: fileName, sha256: sha256Hex(bytes.value), link } };
  const book = readBook(content.value, { ...options, fileName, ...source });
  if (!book.ok) return book;
  const notes = changedHeaders(content.value, headers);
  return ok({ bytes: bytes.value, content: content.value, book: withNotes(book.value, notes) });
};

/** The workbook as it shall be, undefined when that is how it is, and what was said of the change. */
interface Refreshed {
  readonly workbook: Uint8Array | undefined;
  readonly told: readonly Problem[];
}

/**
 * Puts our sheets into the workbook at `input`, whose bytes are `bytes`, and says all there is to say of it before anybody
 * writes the first byte (rules/design.md#refreshing-sheets); refused when the file cannot be refreshed.
 */
export const refreshInput = async (
  input: string,
  bytes: Uint8Array,
  { sheets, problems }: SheetsToWrite,
  terminal: Terminal,
): Promise<Result<Refreshed>> => {
  const refreshed = await watched(input, () => refreshWorkbookFile(bytes, basename(input), sheets));
  if (!refreshed.ok) return refreshed;
  const changes = refreshed.value.bytes !== bytes;
  const told = [
    ...(changes ? await toldOfTheFile(input, bytes) : []),
    ...toldBeforeWriting(refreshed.value.outcome, sheets),
    ...problems,
  ];
  terminal.progress('');
  printProblems(terminal, told);
  return ok({ told, workbook: changes ? refreshed.value.bytes : undefined });
};

/** What stands in the way of changing this very file, though it can be done. */
const toldOfTheFile = async (path: string, bytes: Uint8Array): Promise<readonly Problem[]> => {
  const found = basename(path);
  const { nlink } = await stat(path);
  return [...cautionsAbout(bytes, found), ...(nlink > 1 ? [fileProblem('hard-links-part', { found })] : [])];
};

/**
 * What a person must hear before a workbook of theirs is overwritten (rules/design.md#refreshing-sheets): our sheets
 * they changed by hand, figures of another year or municipality, and sheets that go by another name than their own because that one is taken.
 */
const toldBeforeWriting = ({ sheets }: WriteOutcome, models: readonly SheetModel[]): readonly Problem[] => [
  ...yearsReplaced(sheets),
  ...municipalitiesReplaced(sheets, models),
  ...sheets.flatMap(({ marker, name, created, changedCells, editedSinceLastWrite }) => {
    // A value changed by hand to just what is written now loses nothing.
    if (editedSinceLastWrite === true && changedCells > 0)
      return [fileProblem('sheet-edited', { found: name }, { cells: changedCells })];
    const model = models.find((one) => one.marker === marker);
    return created && model !== undefined && model.name !== name
      ? [fileProblem('sheet-elsewhere', { found: name }, { name: model.name })]
      : [];
  }),
];

const yearsReplaced = (sheets: WriteOutcome['sheets']): readonly Problem[] =>
  [...groupedBy(sheets, ({ replaced }) => replaced?.year)].flatMap(([year, group]) =>
    year === undefined
      ? []
      : [
          fileProblem(
            'sheets-of-another-year',
            { found: namesOf(group) },
            { year: fiscalYearLabel(year), name: `${group[0]?.name ?? ''}${year}` },
          ),
        ],
  );

const municipalitiesReplaced = (sheets: WriteOutcome['sheets'], models: readonly SheetModel[]): readonly Problem[] => {
  const own = models.find(({ municipalities }) => municipalities !== undefined)?.municipalities ?? [];
  return [...groupedBy(sheets, ({ replaced }) => (replaced?.municipalities ?? []).join('・'))].flatMap(
    ([other, group]) =>
      other === ''
        ? []
        : [
            fileProblem(
              'sheets-of-another-municipality',
              { found: namesOf(group), expected: own.map(({ name }) => name).join('・') },
              {
                detail: { ja: other, en: other.replaceAll('・', ', ') },
                name: `${group[0]?.name ?? ''}（${group[0]?.replaced?.municipalities[0] ?? ''}）`,
              },
            ),
          ],
  );
};

const namesOf = (sheets: WriteOutcome['sheets']): string => sheets.map(({ name }) => `「${name}」`).join('');
