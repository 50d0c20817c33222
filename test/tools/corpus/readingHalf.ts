import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { WorkbookContent } from '../../../src/workbook';
import { readWorkbookFile } from '../../../src/workbook/file';
import { batchesOf, breathe } from './batches';
import { differentCells } from './compareCells';
import { convertedByLibreOffice } from './libreOffice';
import { seenByOpenpyxl, type SeenCell } from './openpyxl';
import { seenByHucre } from './seenByHucre';
import type { Tally } from './tally';

/** Reads every workbook with our reader, and compares it cell by cell with openpyxl and hucre, an .ods with LibreOffice. */
export const readingHalf = async (files: readonly string[], tools: string, tally: Tally): Promise<void> => {
  for (const batch of batchesOf(files)) {
    const [books, pages]: [ReadFile[], ReadFile[]] = [[], []];
    for (const path of batch) {
      const one = await readOne(path, tally);
      if (one !== undefined && /\.ods$/i.test(path)) pages.push(one);
      else if (one !== undefined) {
        compare('hucre', path, one.content, await seenByHucre(one.bytes), tally);
        books.push(one);
      }
      tally.done();
      await breathe();
    }
    const seen = await seenByOpenpyxl(tools, books.map(({ path }) => path)); // prettier-ignore
    books.forEach(({ path, content }, at) => {
      compare('openpyxl', path, content, seen[at], tally);
    });
    const converted = await convertedByLibreOffice(pages.map(({ path }) => path), 'xlsx'); // prettier-ignore
    for (const [at, { path, content }] of pages.entries()) {
      const bytes = converted[at];
      compare('LibreOffice', path, content, bytes && (await seenByHucre(bytes)), tally);
    }
  }
};

interface ReadFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly content: WorkbookContent;
}

const readOne = async (path: string, tally: Tally): Promise<ReadFile | undefined> => {
  const bytes = new Uint8Array(readFileSync(path));
  const start = performance.now();
  const result = await readWorkbookFile(bytes, basename(path)).catch((cause: unknown) => cause as Error);
  tally.time(path, performance.now() - start, bytes.length);
  if (result instanceof Error) tally.add('crashed', path, result.message);
  else if (!result.ok) tally.add(`refused ${result.problems[0]?.code ?? ''}`, path);
  else {
    tally.add('read', path);
    return { path, bytes, content: result.value };
  }
  return undefined;
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
