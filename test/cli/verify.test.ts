import { mkdirSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
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
    const [verdict, ...sheets] = said;
    expect(verdict).toBe(`${name}：9枚とも書いたときのままです`);
    expect(sheets).toHaveLength(9);
    expect(sheets.every((line) => /：書いたときのままです（資料コード [0-9A-Z]{4}(?:-[0-9A-Z]{4}){2}）/.test(line))).toBe(true); // prettier-ignore
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
      'changed.xlsx：9枚のうち1枚が、書いたときと違います',
      expect.stringMatching(/^！ E-951 .*書いたあとで値が変わっています.*（得点!E10）/),
    ]);
    const footer = await run(folder, 'score', 'verify', changed((sheet) => sheet.replace(/資料コード [0-9A-Z]{4}/, '資料コード ZZZZ'), 'xl/worksheets/sheet4.xml')); // prettier-ignore
    expect(footer.code).toBe(1);
    expect(footer.said.join('\n')).toMatch(/E-952 .*資料コード ZZZZ-.*資料A/);
  });

  test('1 with its own sentence where another program dropped the results of formulas', async () => {
    const dropped = (sheet: string) => sheet.replace(/<\/f><v>[^<]*<\/v>/g, '</f>');
    const control = Array.from({ length: 9 }, (_, at) => `xl/worksheets/sheet${at + 1}.xml`);
    const part = control.find((one) => strFromU8(unzipSync(written())[one]!).includes('<f>')) ?? '';
    const { code, said } = await run(folder, 'score', 'verify', changed(dropped, part));
    expect(code).toBe(1);
    expect(said.filter((line) => line.startsWith('！'))).toEqual([expect.stringMatching(/^！ E-956 .*検算/)]);
  });

  describe('several workbooks and folders', () => {
    const box = () => join(folder, 'box');
    const put = (path: string, bytes: Uint8Array): void => {
      mkdirSync(dirname(join(box(), path)), { recursive: true });
      writeFileSync(join(box(), path), bytes);
    };
    beforeAll(() => {
      put('a/良い.xlsx', written());
      put('b/良い.xlsx', written());
      put('回答票.xlsx', plainXlsx({ name: 'Sheet1', rows: [['a', 1]] }));
      put('メモ.pdf', strToU8('x'));
    });

    test('0 for a folder where all is as it was: a line each, forms aside, and the sum', async () => {
      const { code, said } = await run(folder, 'score', 'verify', 'box');
      expect(code).toBe(0);
      expect(said.filter((line) => line.includes('：9枚とも'))).toEqual([
        'a/良い.xlsx：9枚とも書いたときのままです',
        'b/良い.xlsx：9枚とも書いたときのままです',
      ]);
      expect(said).toContain('回答票.xlsx：資料コードのあるシートがないため、確認していません');
      expect(said.join()).not.toContain('E-954');
      // What is no workbook is named, as when a folder is scored.
      expect(said.join()).toContain('メモ.pdf');
      expect(said.at(-1)).toBe('3ブックを確認しました：書いたときのまま 2、違うもの 0、確認できないもの 1');
    });

    test('1 where one of them was changed: only its changed sheets are told', async () => {
      const edit = (sheet: string) => sheet.replace(/(<c r="E10"[^>]*>)<v>(\d+)<\/v>/, '$1<v>99</v>');
      put('c/直した.xlsx', readBytesOf(changed(edit, 'xl/worksheets/sheet2.xml')));
      const { code, said } = await run(folder, 'score', 'verify', 'box', join('out', name));
      expect(code).toBe(1);
      const at = said.indexOf('c/直した.xlsx：9枚のうち1枚が、書いたときと違います');
      expect(said[at + 1]).toMatch(/^！ E-951 .*（得点!E10）/);
      expect(said.filter((line) => line.includes('資料コード 得点'))).toEqual([]);
      expect(said.at(-1)).toBe('5ブックを確認しました：書いたときのまま 3、違うもの 1、確認できないもの 1');
    });

    test('2 where a workbook that was named, or all of a folder, cannot be verified', async () => {
      expect((await run(folder, 'score', 'verify', join('out', name), join('box', '回答票.xlsx'))).code).toBe(2);
      expect((await run(folder, 'score', 'verify', join('out', name), 'missing.xlsx')).code).toBe(2);
      mkdirSync(join(folder, 'empty'));
      const empty = await run(folder, 'score', 'verify', 'empty');
      expect([empty.code, empty.said.join()]).toEqual([2, expect.stringContaining('E-954')]);
    });
  });
  const readBytesOf = (file: string): Uint8Array => new Uint8Array(readFileSync(join(folder, file)));

  test('2 where nothing can be verified', async () => {
    writeFileSync(join(folder, 'other.xlsx'), plainXlsx({ name: 'Sheet1', rows: [['a', 1]] }));
    const other = await run(folder, 'score', 'verify', 'other.xlsx');
    expect([other.code, other.said.join()]).toEqual([2, expect.stringContaining('E-954')]);
    const missing = await run(folder, 'score', 'verify', 'missing.xlsx');
    expect([missing.code, missing.said.join()]).toEqual([2, expect.stringContaining('E-101')]);
    expect(missing.said.join()).not.toContain('採点していません');
    const none = await run(folder, 'score', 'verify');
    expect([none.code, none.said.join()]).toEqual([2, expect.stringContaining('E-955')]);
    // A sheet of an older version has a mark without a code.
    const old = await run(folder, 'score', 'verify', changed((book) => book.replace(/("[0-9a-f]{16}|&quot;[0-9a-f]{16}) [^<]*?("|&quot;)</g, '$1$2<'), 'xl/workbook.xml')); // prettier-ignore
    expect([old.code, old.said.join()]).toEqual([2, expect.stringContaining('E-953')]);
  });
});
