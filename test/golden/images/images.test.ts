import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SheetModel } from '../../../src/workbook';
import { describeUnless } from '../../builders/withProgram';
import { comparePictures } from './comparePictures';
import { printedDocuments, type PrintedDocument } from './documents';
import { decodeGreyPng, encodeGreyPng, type GreyPicture } from './greyPicture';
import { rememberPrinter, whyNotHere } from './printer';
import { pagesOf, printDocuments } from './printPages';

const updating = process.env['GOLDEN'] === 'update';
const reason = whyNotHere(updating);

/**
 * The tolerance. Printed twice by the same programs, no block differs. Drawn without anti-aliasing, which is more than
 * another version of LibreOffice or of a font does to a page, up to 3.2 % of the blocks differ, but never more than 3
 * beside each other. A sentence a line lower makes 8 to 100 of them hang together, a column gone 15 to 127.
 */
const together = 5;
const scattered = 0.04;

const complaintOf = (golden: GreyPicture, fresh: GreyPicture): string | undefined => {
  const { sizes, blocks, largest, share } = comparePictures(golden, fresh);
  if (sizes !== undefined) return `another size: ${sizes}`;
  return largest > together || share > scattered
    ? `${blocks} blocks look different (${(share * 100).toFixed(1)} %), ${largest} of them together`
    : undefined;
};

const documents = printedDocuments();
const goldenFiles = (name: string): readonly string[] =>
  readdirSync(__dirname)
    .filter((file) => file.startsWith(`${name}-`) && /-\d+\.png$/.test(file))
    .sort();
const goldenOf = (file: string): GreyPicture => decodeGreyPng(new Uint8Array(readFileSync(join(__dirname, file))));

const documentOf = (name: string): PrintedDocument => {
  const found = documents.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no document ${name}`);
  return found;
};
const changed = (name: string, change: (sheet: SheetModel) => SheetModel): PrintedDocument => ({
  name: `${name}-broken`,
  sheets: documentOf(name).sheets.map(change),
});

/** The fourth column gone, as when a figure is no longer known. */
const withoutColumn = (sheet: SheetModel): SheetModel => ({
  ...sheet,
  rows: sheet.rows.map((row) => row.map((one, column) => (column === 3 ? { value: null, look: 'plain' } : one))),
});
/** The first text below line 4 a line lower; nothing else moves. */
const withTextLower = (sheet: SheetModel): SheetModel => {
  const at = sheet.rows.findIndex(([one], row) => row > 3 && typeof one?.value === 'string' && one.value.length > 3);
  const text = sheet.rows[at]?.[0];
  if (text === undefined) throw new Error('withTextLower: no text');
  return {
    ...sheet,
    rows: sheet.rows.map(([one, ...rest], row) => {
      if (one === undefined || row < at || row > at + 1) return one === undefined ? rest : [one, ...rest];
      return [{ ...one, value: row === at ? null : text.value }, ...rest];
    }),
  };
};
const withoutCharts = (sheet: SheetModel): SheetModel => ({ ...sheet, charts: [] });

const broken: readonly (readonly [fault: string, name: string, document: () => PrintedDocument])[] = [
  ['a column disappears', 'prefecture', () => changed('prefecture', withoutColumn)],
  ['a chart vanishes', 'charts', () => changed('charts', withoutCharts)],
  ['a text stands a line lower', 'paper-b', () => changed('paper-b', withTextLower)],
];

let printed: ReadonlyMap<string, Uint8Array> = new Map();
const pages = (name: string, more: Parameters<typeof pagesOf>[1] = {}): readonly GreyPicture[] =>
  pagesOf(printed.get(name) ?? new Uint8Array(), more).slice(
    0,
    documents.find((one) => one.name === name)?.pages ?? Infinity,
  );

describeUnless(reason, 'the printed pages', () => {
  beforeAll(async () => {
    printed = await printDocuments([...documents, ...broken.map(([, , document]) => document())]);
    if (updating) rememberPrinter();
  });

  test.each(documents.map(({ name }) => name))('%s looks as it did when somebody reviewed it', (name) => {
    const fresh = pages(name);
    if (updating) {
      for (const file of goldenFiles(name)) rmSync(join(__dirname, file));
      fresh.forEach((picture, at) => {
        writeFileSync(join(__dirname, `${name}-${at + 1}.png`), encodeGreyPng(picture));
      });
    }
    expect(goldenFiles(name)).toEqual(fresh.map((_, at) => `${name}-${at + 1}.png`));
    const complaints = fresh.flatMap((picture, at) => {
      const complaint = complaintOf(goldenOf(`${name}-${at + 1}.png`), picture);
      if (complaint === undefined) return [];
      const kept = join(mkdtempSync(join(tmpdir(), 'incentive-golden-')), `${name}-${at + 1}.png`);
      writeFileSync(kept, encodeGreyPng(picture));
      return [`${name}-${at + 1}: ${complaint}; now it looks like ${kept} (test/golden/README.md)`];
    });
    expect(complaints).toEqual([]);
  });

  test.each(broken)('it is found when %s', (_, name) => {
    const fresh = pagesOf(printed.get(`${name}-broken`) ?? new Uint8Array());
    const complaints = goldenFiles(name).map((file, at) => {
      const picture = fresh[at];
      return picture === undefined ? 'no page' : complaintOf(goldenOf(file), picture);
    });
    expect(complaints.filter((complaint) => complaint !== undefined)).not.toEqual([]);
  });

  test('pages drawn with other edges are still the same pages', () => {
    const complaints = documents.flatMap(({ name }) => {
      const rough = pages(name, { rough: true });
      return goldenFiles(name).map((file, at) => {
        const picture = rough[at];
        return picture === undefined ? 'no page' : complaintOf(goldenOf(file), picture);
      });
    });
    expect(complaints.filter((complaint) => complaint !== undefined)).toEqual([]);
  });

  test('the pictures stay small: 60 KB each, 600 KB together', () => {
    const sizes = readdirSync(__dirname)
      .filter((file) => file.endsWith('.png'))
      .map((file) => readFileSync(join(__dirname, file)).length);
    expect(sizes.length).toBeGreaterThan(0);
    expect(Math.max(...sizes)).toBeLessThan(60_000);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(600_000);
  });
});
