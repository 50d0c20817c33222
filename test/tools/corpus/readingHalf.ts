import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import type { CellValue, WorkbookContent } from '../../../src/workbook';
import { readWorkbookFile } from '../../../src/workbook/file';
import { differentCells } from './compareCells';
import { convertedByLibreOffice, seenByOpenpyxl, type SeenCell } from './programs';
import type { Tally } from './tally';

/** Reads every workbook with our reader, and compares it cell by cell with openpyxl and hucre, an .ods with LibreOffice. */
export const readingHalf = async (files: readonly string[], tools: string, tally: Tally): Promise<void> => {
  const sheets = new Map<string, WorkbookContent>();
  const waiting: { readonly path: string; readonly content: WorkbookContent }[] = [];
  const compareWithOpenpyxl = (): void => {
    const books = waiting.splice(0);
    const seen = seenByOpenpyxl(tools, books.map(({ path }) => path)); // prettier-ignore
    books.forEach(({ path, content }, at) => {
      compare('openpyxl', path, content, seen[at], tally);
    });
  };
  for (const path of files) {
    const bytes = new Uint8Array(readFileSync(path));
    const start = performance.now();
    const result = await readWorkbookFile(bytes, basename(path)).catch((cause: unknown) => cause as Error);
    tally.time(path, performance.now() - start, bytes.length);
    if (result instanceof Error) tally.add('crashed', path, result.message);
    else if (!result.ok) tally.add(`refused ${result.problems[0]?.code ?? ''}`, path);
    else {
      tally.add('read', path);
      if (/\.ods$/i.test(path)) sheets.set(path, result.value);
      else {
        compare('hucre', path, result.value, await seenByHucre(bytes), tally);
        waiting.push({ path, content: result.value });
      }
    }
    if (waiting.length >= 40) compareWithOpenpyxl();
  }
  compareWithOpenpyxl();
  const pages = [...sheets.keys()];
  const converted = new Map<string, Uint8Array>();
  convertedByLibreOffice(pages, 'xlsx', (path, file) => {
    if (file !== undefined) converted.set(path, new Uint8Array(readFileSync(file)));
  });
  for (const [path, content] of sheets) {
    const bytes = converted.get(path);
    compare('LibreOffice', path, content, bytes === undefined ? undefined : await seenByHucre(bytes), tally);
  }
};

const compare = (
  reader: string,
  path: string,
  content: WorkbookContent,
  seen: Readonly<Record<string, readonly SeenCell[]>> | undefined,
  tally: Tally,
): void => {
  if (seen === undefined) {
    tally.add(`${reader} cannot read`, path);
    return;
  }
  const different = content.sheets.flatMap((sheet) =>
    differentCells(sheet, seen[sheet.name] ?? []).map((cell) => `${sheet.name}!${cell}`),
  );
  tally.count(
    `cells compared with ${reader}`,
    Object.values(seen).reduce((sum, cells) => sum + cells.length, 0),
  );
  if (different.length === 0) tally.add(`same as ${reader}`, path);
  else tally.add(`other than ${reader}`, path, `${different.length}: ${different.slice(0, 3).join(' | ')}`);
};

const seenByHucre = async (bytes: Uint8Array): Promise<Readonly<Record<string, readonly SeenCell[]>> | undefined> => {
  try {
    const { sheets } = await readXlsx(bytes);
    return Object.fromEntries(
      sheets.map(({ name, rows }) => [
        name,
        rows.flatMap((cells, row) => cells.flatMap((value, column) => seenCell(row, column, value))),
      ]),
    );
  } catch {
    return undefined;
  }
};

const seenCell = (row: number, column: number, value: CellValue): readonly SeenCell[] => {
  if (value === null) return [];
  if (value instanceof Date) return [[row, column, 'n', (value.getTime() - Date.UTC(1899, 11, 30)) / 86_400_000]];
  return [[row, column, typeof value === 'number' ? 'n' : typeof value === 'boolean' ? 'b' : 's', value]];
};
