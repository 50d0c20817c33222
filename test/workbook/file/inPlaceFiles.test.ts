import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { readWorkbookFile, refreshWorkbookFile } from '../../../src/workbook/file';
import { testWith } from '../../builders/withProgram';
import { chartModel, fullModel, listModel } from '../models';
import { convertAll, formatFaults, packageFaults } from './office';
import { zipOf } from './xlsxBuilder';

/**
 * Workbooks in the spellings of other programs, each of which an earlier writer made invalid;
 * made from the packaged sample by openpyxl and by hand. What comes out must be sound in every one.
 */
const folder = join(__dirname, '../../fixtures/files');
const names = readdirSync(folder).filter((name) => name.startsWith('inplace-'));
const bytesOf = (name: string) => new Uint8Array(readFileSync(join(folder, name)));

const rankings = { ...listModel, table: { ...listModel.table!, name: '順位表' } };
const models = [fullModel, rankings, chartModel];

const refreshed = async (bytes: Uint8Array): Promise<Uint8Array> => {
  const result = await refreshWorkbookFile(bytes, 'book.xlsx', models);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value.bytes;
};

const textOf = (bytes: Uint8Array, part: string): string => strFromU8(unzipSync(bytes)[part] ?? new Uint8Array());

const edited = ['[Content_Types].xml', 'xl/_rels/workbook.xml.rels', 'xl/styles.xml', 'xl/workbook.xml'];

describe.each(names)('%s', (name) => {
  let before: Uint8Array;
  let after: Uint8Array;
  beforeAll(async () => {
    before = bytesOf(name);
    after = await refreshed(before);
  });

  test('keeps every other part, byte for byte', () => {
    const [old, now] = [unzipSync(before), unzipSync(after)];
    const changed = Object.keys(old).filter((part) => Buffer.compare(old[part]!, now[part] ?? new Uint8Array()) !== 0);
    expect(changed.filter((part) => !edited.includes(part))).toEqual([]);
  });

  test('is a sound package of valid parts', () => {
    expect(packageFaults(after)).toEqual([]);
    const known = new Set(Object.keys(unzipSync(before)));
    const added = Object.keys(unzipSync(after)).filter((part) => !known.has(part) && part.endsWith('.xml'));
    expect(added.length).toBeGreaterThan(3);
    for (const part of [...added, 'xl/workbook.xml', 'xl/styles.xml']) {
      expect([part, formatFaults(after, part)]).toEqual([part, []]);
    }
  });

  test('comes back as the very same bytes the second time', async () => {
    expect(await refreshed(after)).toBe(after);
  });
});

test('ids and names are free in the whole workbook', async () => {
  const sheetIds = textOf(await refreshed(bytesOf('inplace-sheetId-65534.xlsx')), 'xl/workbook.xml').match(
    / sheetId="\d+"/g,
  );
  expect(sheetIds).toEqual([' sheetId="1"', ' sheetId="65534"', ' sheetId="2"', ' sheetId="3"', ' sheetId="4"']);
  const named = await refreshed(bytesOf('inplace-table-name-taken.xlsx'));
  expect(textOf(named, 'xl/tables/table1.xml')).toContain('displayName="順位表_2"');
  const prefixed = textOf(await refreshed(bytesOf('inplace-prefixed.xlsx')), 'xl/workbook.xml');
  expect(prefixed).toMatch(/<x:sheet name="採点結果" sheetId="3"[^>]* r:id="rId\d+"\/>/);
  expect(prefixed).toMatch(/<x:definedName name="_INCENTIVE_score"/);
});

testWith('xmllint')('every part is well-formed to another reader', async () => {
  const scratch = mkdtempSync(join(tmpdir(), 'incentive-'));
  try {
    for (const name of names) {
      const parts = Object.entries(unzipSync(await refreshed(bytesOf(name)))).filter(([part]) =>
        /\.(xml|rels)$/.test(part),
      );
      const files = parts.map(([, bytes], at) => {
        writeFileSync(join(scratch, `${at}.xml`), bytes);
        return join(scratch, `${at}.xml`);
      });
      expect(execFileSync('xmllint', ['--noout', ...files], { encoding: 'utf8' })).toBe('');
    }
  } finally {
    rmSync(scratch, { recursive: true });
  }
});

testWith('soffice')('LibreOffice opens each, with all its sheets', async () => {
  const written = await Promise.all(names.map(async (name) => refreshed(bytesOf(name))));
  const opened = convertAll(written, 'xlsx', 'xlsx');
  for (const [at, bytes] of opened.entries()) {
    const sheets = async (book: Uint8Array) => {
      const result = await readWorkbookFile(book, 'a.xlsx');
      return result.ok ? result.value.sheets.map(({ name }) => name) : result.problems;
    };
    expect(await sheets(bytes)).toEqual(await sheets(written[at]!));
  }
});

test.each([60_000, 900_000])('a tag of %i letters without = is refused', async (letters) => {
  const parts = unzipSync(bytesOf('redos_60k.xlsx'));
  const types = strFromU8(parts['[Content_Types].xml']!).replace(/a{1000,}/, 'a'.repeat(letters));
  const bytes = zipOf({ ...parts, '[Content_Types].xml': types });
  const result = await readWorkbookFile(bytes, 'a.xlsx');
  expect(result.ok ? '' : result.problems[0]?.code).toBe('E-112');
});
