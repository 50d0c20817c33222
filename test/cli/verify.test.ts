import { mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync } from 'fflate';
import { command } from '../../src/cli/command';
import { plainXlsx } from '../fixtures/plainXlsx';
import { zipOf } from '../workbook/file/xlsxBuilder';

const projectFolder = join(__dirname, '../..');

/** Runs the command line in a folder of its own; what it said, line by line. */
const run = async (workingFolder: string, ...words: readonly string[]) => {
  const said: string[] = [];
  const note = (text: string): void => void said.push(...text.split('\n'));
  const code = await command(words, { workingFolder, projectFolder }, { print: note, warn: note, progress: () => undefined }); // prettier-ignore
  return { code, said };
};

describe('npm run score -- verify', () => {
  let folder = '';
  let name = '';
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'incentive-verify-'));
    await run(folder, 'score', '--report', 'a,b');
    name = readdirSync(join(folder, 'out')).find((one) => one.endsWith('.xlsx')) ?? '';
  });
  const written = (): Uint8Array => new Uint8Array(readFileSync(join(folder, 'out', name)));
  const changed = (edit: (sheet: string) => string, part: string): string => {
    const parts = unzipSync(written());
    writeFileSync(join(folder, 'changed.xlsx'), zipOf({ ...parts, [part]: strToU8(edit(strFromU8(parts[part]!))) }));
    return 'changed.xlsx';
  };

  test('0 where all is as it was written, each sheet with its code', async () => {
    const { code, said } = await run(folder, 'score', 'verify', join('out', name));
    expect(code).toBe(0);
    expect(said).toHaveLength(9);
    expect(said.every((line) => /：書いたときのままです（資料コード [0-9A-Z]{4}(?:-[0-9A-Z]{4}){2}）/.test(line))).toBe(true); // prettier-ignore
    // The papers offer texts of ours in the cells that are left to the user.
    expect(said.find((line) => line.startsWith('資料A'))).toMatch(
      /^資料A：.*資料コードに入らない、書き込み用の欄の文 \d+か所$/,
    );
  });

  test('1 where a figure was changed, with the sheet and the cell; so where the footer bears another code', async () => {
    const figure = /(<c r="E10"[^>]*>)<v>(\d+)<\/v>/;
    const { code, said } = await run(folder, 'score', 'verify', changed((sheet) => {
      if (!figure.test(sheet)) throw new Error('no figure');
      return sheet.replace(figure, '$1<v>99</v>');
    }, 'xl/worksheets/sheet2.xml')); // prettier-ignore
    expect(code).toBe(1);
    expect(said.filter((line) => !line.includes('書いたときのまま'))).toEqual([
      expect.stringMatching(/^！ E-951 .*書いたあとで値が変わっています.*（得点!E10）/),
    ]);
    const footer = await run(folder, 'score', 'verify', changed((sheet) => sheet.replace(/資料コード [0-9A-Z]{4}/, '資料コード ZZZZ'), 'xl/worksheets/sheet4.xml')); // prettier-ignore
    expect(footer.code).toBe(1);
    expect(footer.said.join('\n')).toMatch(/E-952 .*資料コード ZZZZ-.*資料A/);
  });

  test('2 where nothing can be verified', async () => {
    writeFileSync(join(folder, 'other.xlsx'), plainXlsx({ name: 'Sheet1', rows: [['a', 1]] }));
    const other = await run(folder, 'score', 'verify', 'other.xlsx');
    expect([other.code, other.said.join()]).toEqual([2, expect.stringContaining('E-954')]);
    expect((await run(folder, 'score', 'verify', 'missing.xlsx')).code).toBe(2);
    const none = await run(folder, 'score', 'verify');
    expect([none.code, none.said.join()]).toEqual([2, expect.stringContaining('E-955')]);
    // A sheet of an older version has a mark without a code.
    const old = await run(folder, 'score', 'verify', changed((book) => book.replace(/("[0-9a-f]{16}|&quot;[0-9a-f]{16}) [^<]*?("|&quot;)</g, '$1$2<'), 'xl/workbook.xml')); // prettier-ignore
    expect([old.code, old.said.join()]).toEqual([2, expect.stringContaining('E-953')]);
  });
});
