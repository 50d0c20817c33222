import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeWorkbookFile } from '../../../src/workbook/file';
import { convertAll } from '../../workbook/file/office';
import type { PrintedDocument } from './documents';
import { readPgm, type GreyPicture } from './greyPicture';

/** The documents as PDF, by their names; all in one start of LibreOffice. */
export const printDocuments = async (
  documents: readonly PrintedDocument[],
): Promise<ReadonlyMap<string, Uint8Array>> => {
  const books = await Promise.all(documents.map(({ sheets }) => writeWorkbookFile(sheets)));
  const printed = convertAll(books, 'xlsx', 'pdf');
  return new Map(documents.map(({ name }, at) => [name, printed[at] ?? new Uint8Array()]));
};

/** One dot is one point: a page of A4 is 596 × 842 dots. */
const dotsPerInch = 72;

/** The pages of a PDF as greys; `rough` draws edges without the greys between, as no viewer does. */
export const pagesOf = (pdf: Uint8Array, options: { readonly rough?: true } = {}): readonly GreyPicture[] => {
  const folder = mkdtempSync(join(tmpdir(), 'incentive-pages-'));
  const edges = options.rough === true ? ['-aa', 'no', '-aaVector', 'no'] : [];
  try {
    const [file, pages] = [join(folder, 'book.pdf'), join(folder, 'page')];
    writeFileSync(file, pdf);
    execFileSync('pdftoppm', ['-gray', '-r', String(dotsPerInch), ...edges, file, pages]);
    return readdirSync(folder)
      .filter((name) => name.endsWith('.pgm'))
      .sort()
      .map((name) => readPgm(new Uint8Array(readFileSync(join(folder, name)))));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** The first page of a PDF in colour, as a PNG for people to look at; `share` of the height of A4, from the top. */
export const firstPagePng = (pdf: Uint8Array, share = 1): Uint8Array => {
  const folder = mkdtempSync(join(tmpdir(), 'incentive-picture-'));
  try {
    const [file, page] = [join(folder, 'book.pdf'), join(folder, 'page')];
    writeFileSync(file, pdf);
    const size = ['-r', '68', '-H', String(Math.round(795 * share))];
    execFileSync('pdftoppm', ['-png', ...size, '-f', '1', '-l', '1', '-singlefile', file, page]);
    return new Uint8Array(readFileSync(`${page}.png`));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
