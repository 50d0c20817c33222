import { HucreError } from 'hucre';
import { inTurns } from '../../kernel';
import { ok, type Result } from '../../problems';
import { bytesPassed, type BytesPassed, type Tell } from './bytesPassed';
import { FileFault } from './fault';
import { fileKind, openPackage, openWaitedFor, typesPart, type Package } from './package/package';
import type { ZipEntry } from './package/zip';
import { readingFlatOds, readingOdsFile } from './ods/readOds';
import { readingTextFile } from './text/readText';
import { readingXlsxFile } from './xlsx/readXlsx';
import type { ColumnChooser, WorkbookContent } from '..';

/**
 * Reads .xlsx, .xlsm, .ods, .fods, .csv, .tsv and .txt; the bytes decide, not the name. Everything else, and every file beyond
 * the caps of rules/bad-inputs.md#caps, is refused by name with what to do. The bytes are not changed.
 */
export const readWorkbookFile = async (
  bytes: Uint8Array,
  fileName: string,
  options: ReadOptions = {},
): Promise<Result<WorkbookContent>> =>
  orRefusal(fileName, async () => {
    const kind = fileKind(bytes);
    if (kind.kind === 'refused') throw new FileFault(kind.name, String(bytes.length));
    if (kind.kind === 'text') return ok(await inTurns(readingTextFile(bytes, fileName), options.pause));
    if (kind.kind === 'flat-ods') return ok(await inTurns(readingFlatOds(bytes), options.pause));
    return ok(await readZip(bytes, options));
  });

export interface ReadOptions {
  /** Leaves out columns of .xlsx sheets that nobody wants: large tables are read faster, and take less memory. */
  readonly wanted?: ColumnChooser | undefined;
  /** Reads in slices, with a pause between each two, where no other thread can: the page answers meanwhile. */
  readonly pause?: (() => Promise<void>) | undefined;
  /** Told of a large .xlsx in small steps. */
  readonly tell?: Tell | undefined;
}

const readZip = async (bytes: Uint8Array, { wanted, pause, tell }: ReadOptions): Promise<WorkbookContent> => {
  let passed: BytesPassed | undefined;
  const passing = (large: readonly ZipEntry[]): BytesPassed | undefined =>
    (passed = tell === undefined ? undefined : bytesPassed(large, tell));
  const isWaitedFor = pause !== undefined || tell !== undefined;
  const book = isWaitedFor ? await openWaitedFor(bytes, { pause, passing }) : openPackage(bytes);
  if (isOpenDocument(book)) return inTurns(readingOdsFile(book), pause);
  if (book.entries.has('xl/workbook.bin')) throw new FileFault('file-xlsb', '');
  if (!book.entries.has(typesPart)) throw new FileFault('file-unknown', 'zip');
  return inTurns(readingXlsxFile(book, { wanted, passed }), pause);
};

/** By its mimetype; some programs leave that entry out, and the parts tell. Which kind of document it is, its content tells. */
const isOpenDocument = (book: Package): boolean =>
  book.entries.has('mimetype')
    ? book.text('mimetype')?.startsWith('application/vnd.oasis.opendocument.spreadsheet') === true
    : book.entries.has('META-INF/manifest.xml') && book.entries.has('content.xml');

/** Runs a reader or writer, and turns what the file is to blame for into a refusal; bugs of ours go on as they are. */
export const orRefusal = async <T>(fileName: string, run: () => Promise<Result<T>>): Promise<Result<T>> => {
  try {
    return await run();
  } catch (error) {
    if (error instanceof FileFault) return error.refusal(fileName);
    if (error instanceof HucreError) return new FileFault('file-damaged', error.message).refusal(fileName);
    throw error;
  }
};
