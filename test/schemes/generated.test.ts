import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { yearsIn } from '../../src/schemes';
import { packagedFolders, prefectureFolders } from '../../src/schemes/packaged';
import { generateDocuments } from '../tools/generate';
import { generatedDocuments } from '../tools/generatedDocuments';
import { dataFaults } from '../tools/provenData';

const root = resolve(__dirname, '../..');
const folders = [...packagedFolders, ...prefectureFolders];
const documents = generatedDocuments(folders, yearsIn(folders));
const sources = folders.flatMap(({ folder, ...files }) =>
  Object.keys(files).map((file) => `src/schemes/${folder}/${file}.json`),
);

/** A project folder of its own: the years' data, and what `write` leaves there; `said` holds what was printed. */
const withFolder = async (use: (folder: string, said: readonly string[]) => Promise<void>): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), 'generated-'));
  for (const { path } of documents) await mkdir(dirname(join(folder, path)), { recursive: true });
  for (const path of sources) await cp(join(root, path), join(folder, path));
  const said: string[] = [];
  const listen = (line: unknown): void => void said.push(String(line));
  const spies = [
    jest.spyOn(console, 'log').mockImplementation(listen),
    jest.spyOn(console, 'error').mockImplementation(listen),
  ];
  await use(folder, said);
  for (const spy of spies) spy.mockRestore();
  await rm(folder, { recursive: true });
};

describe('generated files', () => {
  test.each(documents.map(({ path, text }) => [path, text]))('%s is up to date', async (path, text) => {
    expect((await readFile(join(root, path), 'utf8')).replace(/\r\n/g, '\n')).toBe(text);
  });

  test('a check names each stale or missing file, writes nothing and exits 1', async () => {
    await withFolder(async (folder, said) => {
      expect(await generateDocuments({ root: folder, check: true })).toBe(1);
      for (const { path } of documents) expect(said.join('\n')).toContain(path);
      expect(said.join('\n')).toContain('assets/samples/');
      await expect(readFile(join(folder, 'src/schemes/R8/README.md'))).rejects.toThrow('ENOENT');
    });
  });

  test('writing makes the check pass, whatever Git on Windows does to line ends; an edit by hand makes it fail', async () => {
    await withFolder(async (folder) => {
      expect(await generateDocuments({ root: folder, check: false })).toBe(0);
      for (const { path, text } of documents) await writeFile(join(folder, path), text.replace(/\n/g, '\r\n'));
      expect(await generateDocuments({ root: folder, check: true })).toBe(0);
      await writeFile(join(folder, 'src/schemes/R6/README.md'), '手で直した');
      expect(await generateDocuments({ root: folder, check: true })).toBe(1);
    });
  });
});

describe('the packaged data is what its readers make of it, so that no start reads it again', () => {
  test('every packaged file passes its reader and linters, and comes out of them unchanged', () => {
    expect(dataFaults(folders)).toEqual([]);
  });

  /** The packaged folders with one file changed. */
  const changed = (name: string, file: 'scheme' | 'national' | 'plan' | 'costs', edit: (text: string) => string) =>
    folders.map((one) =>
      one.folder === name ? { ...one, [file]: JSON.parse(edit(JSON.stringify(one[file]))) as unknown } : one,
    );

  test.each([
    ['R8', 'scheme', '"maxPoints":800', '"maxPoints":801', '総配点 801 ≠ 目標の配点の合計 800'],
    ['R8', 'scheme', '"fiscalYear":"R8"', '"fiscalYear":"R9"', 'R8：fiscalYear が R9'],
    ['R5', 'scheme', '"maxPoints":2185', '"maxPoints":2186', '2186'],
    ['R5', 'scheme', '"level":"block"', '"level":"block","weights":[1]', 'R5/scheme：：'],
    ['R7', 'national', '"municipalities":1741', '"municipalities":1740', 'R7：'],
    ['R7', 'national', '"mean":', '"mean":-', 'R7/national：blocks.0.mean：'],
    ['R7', 'national', '"fiscalYear":"R7"', '"fiscalYear":"R6"', 'R7：fiscalYear が R6'],
    ['R5', 'national', '"mean":', '"mean":9', 'R5：'],
    ['R8-prefecture', 'national', '"scored":47', '"scored":0', 'R8-prefecture/national：scored：'],
    ['R7', 'plan', '"yen":', '"yen":1', 'E-503'],
    ['R7', 'plan', '"revision":', '"revision":0.', 'E-502'],
    ['R7', 'costs', '"schema"', '"amount":1,"schema"', 'R7/costs：'],
    ['R8', 'costs', '"sameAs":"R7"', '"sameAs":"R5"', 'R8：costs は R5 と同じとあるが、ない'],
  ] as const)('%s %s with %s as %s is not', (name, file, before, after, said) => {
    const faults = dataFaults(changed(name, file, (text) => text.replace(before, after)));
    expect(faults.join('\n')).toContain(said);
  });
});

describe('a year that is added as a folder', () => {
  const nextYear = async (folder: string, edit: (text: string) => string): Promise<void> => {
    const rules = await readFile(join(root, 'src/schemes/R8/scheme.json'), 'utf8');
    await mkdir(join(folder, 'src/schemes/R29'));
    await writeFile(join(folder, 'src/schemes/R29/scheme.json'), edit(rules).replace('"R8"', '"R29"'));
  };

  test('with rules alone is packaged, described without figures, and offered as the blank form', async () => {
    await withFolder(async (folder) => {
      await nextYear(folder, (rules) => rules);
      expect(await generateDocuments({ root: folder, check: false })).toBe(0);
      const [list, page] = await Promise.all(
        ['packaged.ts', 'R29/README.md'].map((path) => readFile(join(folder, 'src/schemes', path), 'utf8')),
      );
      expect(list).toContain("import r29Scheme from './R29/scheme.json';");
      expect(list).toContain("  {\n    folder: 'R29',\n    scheme: r29Scheme,\n  },\n];");
      expect(page).toContain('該当市町村数と該当率は、まだ公表されていません。');
      expect(page).toContain('## 前年度（令和');
      expect((await readFile(join(folder, 'assets/samples/回答票-令和29年度.xlsx'))).length).toBeGreaterThan(0);
    });
  });

  test('with rules that disagree is refused in the words of the linter, and nothing is written', async () => {
    await withFolder(async (folder, said) => {
      await nextYear(folder, (rules) => rules.replace('"maxPoints": 800', '"maxPoints": 801'));
      expect(await generateDocuments({ root: folder, check: false })).toBe(2);
      expect(said.join('\n')).toContain('R29：');
      expect(said.join('\n')).toContain('総配点 801 ≠ 目標の配点の合計 800');
      await expect(readFile(join(folder, 'src/schemes/packaged.ts'))).rejects.toThrow('ENOENT');
    });
  });

  test('with a plan that disagrees is refused as well, also by the check', async () => {
    await withFolder(async (folder, said) => {
      await nextYear(folder, (rules) => rules);
      const plan = await readFile(join(root, 'src/schemes/R7/plan.json'), 'utf8');
      await writeFile(
        join(folder, 'src/schemes/R29/plan.json'),
        plan.replace('"R7"', '"R29"').replace('"yen": ', '"yen": 1'),
      );
      expect(await generateDocuments({ root: folder, check: true })).toBe(2);
      expect(said.join('\n')).toContain('R29：E-503');
    });
  });
});
