import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { readBytes } from '../../src/cli/diskFiles';
import { inputFiles } from '../../src/cli/inputs';
import { sentenceOf } from '../../src/problems';

const folders: string[] = [];
const folderOf = (...files: readonly string[]): string => {
  const made = mkdtempSync(join(tmpdir(), 'incentive-inputs-'));
  folders.push(made);
  for (const file of files) {
    mkdirSync(dirname(join(made, file)), { recursive: true });
    writeFileSync(join(made, file), 'x');
  }
  return made;
};
afterAll(() => {
  for (const made of folders) rmSync(made, { recursive: true, force: true });
});

const inputsOf = async (...paths: readonly string[]) => {
  const found = await inputFiles(paths);
  if (!found.ok) return { refused: found.problems.map(({ code }) => code) };
  const { files, passedOver } = found.value;
  return {
    files: files.map(({ name }) => name),
    aside: passedOver.map(({ code, found: names }) => `${code} ${names}`),
  };
};

test('a folder stands for its workbooks and those of its subfolders, in order of name, whatever reader they need', async () => {
  const at = folderOf('02_b.xlsx', '01_a.csv', 'サブ/03.xlsm', 'サブ/深い/04.ODS', '古い.xls', 'b.xlsb', 'メモ.txt');
  expect(await inputsOf(at)).toEqual({
    files: ['01_a.csv', '02_b.xlsx', 'b.xlsb', 'サブ/03.xlsm', 'サブ/深い/04.ODS', 'メモ.txt', '古い.xls'],
    aside: [],
  });
});

test('a folder where a file is wanted is called one', async () => {
  const read = await readBytes(folderOf(), 1000);
  expect(read.ok ? [] : read.problems.map(({ code }) => code)).toEqual(['E-947']);
});

test('the folders of a file are told, innermost first', async () => {
  const found = await inputFiles([folderOf('宮城/川崎町/回答.xlsx')]);
  expect(found.ok && found.value.files.map(({ folders: names }) => names)).toEqual([['川崎町', '宮城']]);
});

test('every file that is not read is told, one sentence a cause', async () => {
  const at = folderOf(
    ...[
      'a.xlsx',
      '~$a.xlsx',
      '.~lock.a.xlsx#',
      '回答.pdf',
      'サブ/回答.docx',
      'out/結果.json',
      '.DS_Store',
      '.隠し.xlsx',
      'b.lnk',
      'なし',
    ],
  );
  expect(await inputsOf(at)).toEqual({
    files: ['a.xlsx'],
    aside: [
      'E-471 .DS_Store、.隠し.xlsx、out/結果.json、なし',
      'E-469 .~lock.a.xlsx#、~$a.xlsx',
      'E-472 b.lnk',
      'E-470 サブ/回答.docx、回答.pdf',
    ],
  });
});

test('a sentence holds twenty names, and says how many more there are', async () => {
  const found = await inputFiles([folderOf(...Array.from({ length: 23 }, (_, at) => `${at + 10}.pdf`))]);
  const [told] = found.ok ? found.value.passedOver : [];
  expect(told && sentenceOf(told)).toMatch(/^E-470 .*（23件：10\.pdf、.*、29\.pdf、ほか3件）。/);
});

test('links are told and not followed, neither out of the folder nor in a circle', async () => {
  const outside = folderOf('secret.xlsx');
  const at = folderOf('a.xlsx');
  symlinkSync(join(outside, 'secret.xlsx'), join(at, 'link.xlsx'));
  symlinkSync(outside, join(at, 'その他'));
  symlinkSync(at, join(at, '輪'));
  expect(await inputsOf(at)).toEqual({ files: ['a.xlsx'], aside: ['E-472 link.xlsx、その他、輪'] });
});

test('what is named by itself is read as it is, and a file named twice once', async () => {
  const at = folderOf('a.xlsx', '~$b.xlsx');
  expect(await inputsOf(join(at, '~$b.xlsx'), join(at, 'nothing.xlsx'))).toEqual({
    files: ['~$b.xlsx', 'nothing.xlsx'],
    aside: [],
  });
  expect(await inputsOf(at, join(at, 'a.xlsx'))).toMatchObject({ files: ['a.xlsx'] });
});

test('deep folders are told, and a folder of too many files is refused', async () => {
  const deep = Array.from({ length: 8 }, () => 'f').join('/');
  expect(await inputsOf(folderOf('a.xlsx', `${deep}/b.xlsx`))).toEqual({ files: ['a.xlsx'], aside: [`E-473 ${deep}`] });
  const many = folderOf(...Array.from({ length: 2001 }, (_, at) => `${at}.csv`));
  expect(await inputsOf(many)).toEqual({ refused: ['E-474'] });
});
