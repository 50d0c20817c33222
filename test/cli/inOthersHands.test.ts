import {
  copyFileSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { readScoreOptions } from '../../src/cli/options';
import { scoreCommand } from '../../src/cli/scoreCommand';

const root = join(__dirname, '../..');
const sample = join(root, 'assets/samples/北塩原村-令和6年度-回答.xlsx');
let at = '';
beforeEach(() => {
  at = mkdtempSync(join(tmpdir(), 'incentive-hands-'));
  copyFileSync(sample, join(at, '回答.xlsx'));
});
afterEach(() => {
  rmSync(at, { recursive: true, force: true });
});

/** The exit code, what was said, and whether the input is as it was; `during` is called when reading is over. */
const score = async (args: readonly string[], during = (): void => undefined) => {
  const before = readFileSync(join(at, '回答.xlsx'));
  const options = readScoreOptions(['回答.xlsx', ...args]);
  if (!options.ok) throw new Error(JSON.stringify(options.problems));
  const told: string[] = [];
  const said: string[] = [];
  const say = (line: string): void =>
    void (readFileSync(join(at, '回答.xlsx')).equals(before) ? told : said).push(line);
  const progress = (text: string): void => {
    if (text.includes('書いて')) during();
  };
  const terminal = { print: say, warn: say, progress };
  const status = await scoreCommand(options.value, { workingFolder: at, projectFolder: root }, terminal);
  const line = (code: string): string | undefined => told.find((one) => one.includes(code));
  return {
    status,
    line,
    told,
    all: [...told, ...said].join('\n'),
    unchanged: readFileSync(join(at, '回答.xlsx')).equals(before),
  };
};

const files = (): readonly string[] => readdirSync(at, { recursive: true, encoding: 'utf8' }).sort();

/** Excel's: a length and the name as the machine writes it, from byte 55 on the same in UTF-16; 165 bytes. */
const excelLock = (user: string): Uint8Array => {
  const bytes = Buffer.alloc(165, 0x20);
  bytes.writeUInt8(user.length, 0);
  bytes.writeUInt16LE(user.length, 55);
  bytes.write(user, 57, 'utf16le');
  return bytes;
};
const officeLock = (name: string): string => `${name},yamada,PC-01,26.11.2026 09:12,file:///C:/Users/yamada/AppData;`;

describe('a workbook that somebody has open', () => {
  test.each([
    ['Excel', '~$回答.xlsx', excelLock('山田 太郎'), 'Excel：山田 太郎'],
    ['LibreOffice', '.~lock.回答.xlsx#', officeLock('川本\\, 花子'), 'LibreOffice：川本, 花子'],
    ['LibreOffice without a name in its options', '.~lock.回答.xlsx#', officeLock(''), 'LibreOffice：yamada'],
    ['a lock that says no name', '~$回答.xlsx', '', '（Excel）'],
  ])('%s: --in-place is refused by name, with what to do about a lock that was left', async (_, lock, content, who) => {
    writeFileSync(join(at, lock), content);
    const { status, line, unchanged } = await score(['--in-place']);
    expect([status, unchanged]).toEqual([2, true]);
    expect(line('E-936')).toContain(who);
    expect(line('E-936')).toContain(`隠しファイル「${lock}」を消してください`);
    rmSync(join(at, lock));
    expect((await score(['--in-place'])).status).toBe(0);
  });

  test('is read all the same where another file is written', async () => {
    writeFileSync(join(at, '~$回答.xlsx'), excelLock('山田'));
    expect((await score([])).status).toBe(0);
  });

  test('a result of ours that is open keeps its place; named by hand, it is refused', async () => {
    await score([]);
    await score(['--out', 'r.xlsx']);
    for (const lock of ['out/~$回答-採点結果.xlsx', '~$r.xlsx']) writeFileSync(join(at, lock), excelLock('山田'));
    const chosen = await score([]);
    expect([chosen.status, files().includes('out/回答-採点結果-2.xlsx')]).toEqual([0, true]);
    expect(chosen.line('E-939')).toContain('「回答-採点結果.xlsx」は、ほかで開かれています（Excel：山田）');
    const named = await score(['--out', 'r.xlsx']);
    expect(named.status).toBe(2);
    expect(named.line('E-936')).toContain('r.xlsx');
  });
});

describe('another program saves between reading and writing', () => {
  test('the input: refused, and what was saved stays', async () => {
    const saved = readFileSync(join(root, 'assets/samples/よくある誤り-令和6年度.xlsx'));
    const { status, all } = await score(['--in-place', '--json', 'r.json'], () => {
      writeFileSync(join(at, '回答.xlsx'), saved);
    });
    expect([status, files()]).toEqual([2, ['回答.xlsx']]);
    expect(readFileSync(join(at, '回答.xlsx')).equals(saved)).toBe(true);
    expect(all).toContain('✗ E-937 「');
  });

  test.each([
    ['--out', 'r.xlsx'],
    ['--json', 'r.json'],
  ])('the place of %s: refused, and what was saved stays', async (option, name) => {
    const { status, line } = await score([option, name], () => {
      writeFileSync(join(at, name), '議会へ');
    });
    expect(status).toBe(2);
    expect(line('E-937')).toContain(name);
    expect(files()).toEqual([name, '回答.xlsx']);
    expect(readFileSync(join(at, name), 'utf8')).toBe('議会へ');
  });
});

describe('before a workbook is written into, it is told that', () => {
  const edit = (change: (parts: Record<string, Uint8Array>) => void): void => {
    const parts = unzipSync(new Uint8Array(readFileSync(join(at, '回答.xlsx'))));
    change(parts);
    writeFileSync(join(at, '回答.xlsx'), zipSync(parts));
  };
  const replace = (part: string, from: string | RegExp, to: string) => (parts: Record<string, Uint8Array>) => {
    const text = strFromU8(parts[part] ?? new Uint8Array());
    expect(text.replace(from, to)).not.toBe(text);
    parts[part] = strToU8(text.replace(from, to));
  };
  const custom =
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="_MarkAsFinal"><vt:bool>true</vt:bool></property></Properties>';

  test.each<[string, string, (parts: Record<string, Uint8Array>) => void]>([
    ['it is signed', 'E-940', (parts) => (parts['_xmlsignatures/sig1.xml'] = strToU8('<Signature/>'))],
    [
      'it is reserved for writing',
      'E-941',
      replace('xl/workbook.xml', /(<workbook[^>]*>)/, '$1<fileSharing readOnlyRecommended="1" userName="山田"/>'),
    ],
    ['it is final', 'E-942', (parts) => (parts['docProps/custom.xml'] = strToU8(custom))],
    [
      'it is shared',
      'E-943',
      replace(
        'xl/_rels/workbook.xml.rels',
        '</Relationships>',
        '<Relationship Id="rIdShared" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/revisionHeaders" Target="revisions/revisionHeaders.xml"/></Relationships>',
      ),
    ],
  ])('%s', async (_, code, change) => {
    edit(change);
    const { status, line } = await score(['--in-place']);
    expect(line(code)).toContain('回答.xlsx');
    expect(status).toBe(1);
    // Nothing is written by a second run, so nothing is told of it.
    expect((await score(['--in-place'])).line(code)).toBeUndefined();
  });

  test('it has another name, which keeps the old content', async () => {
    mkdirSync(join(at, 'b'));
    linkSync(join(at, '回答.xlsx'), join(at, 'b/回答.xlsx'));
    const { line, unchanged } = await score(['--in-place']);
    expect(line('E-944')).toContain('ハードリンク');
    expect(unchanged).toBe(false);
    expect(readFileSync(join(at, 'b/回答.xlsx')).equals(readFileSync(sample))).toBe(true);
  });

  test('nothing of the kind, when there is nothing of the kind', async () => {
    expect((await score(['--in-place'])).told.filter((one) => one.includes('E-94'))).toEqual([]);
  });
});
