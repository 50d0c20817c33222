import { mkdtemp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { generateDocuments } from '../tools/generate';
import { generatedDocuments } from '../tools/generatedDocuments';

const root = resolve(__dirname, '../..');

/** A project folder of its own, holding what `write` leaves there. */
const withFolder = async (use: (folder: string) => Promise<void>): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), 'generated-'));
  for (const { path } of generatedDocuments()) await mkdir(dirname(join(folder, path)), { recursive: true });
  await use(folder);
  await rm(folder, { recursive: true });
};

describe('generated files', () => {
  test.each(generatedDocuments().map(({ path, text }) => [path, text]))('%s is up to date', async (path, text) => {
    expect((await readFile(join(root, path), 'utf8')).replace(/\r\n/g, '\n')).toBe(text);
  });

  test('a check names each stale or missing file, writes nothing and exits 1', async () => {
    await withFolder(async (folder) => {
      const said: string[] = [];
      const errors = jest.spyOn(console, 'error').mockImplementation((line: string) => void said.push(line));
      expect(await generateDocuments({ root: folder, check: true })).toBe(1);
      errors.mockRestore();
      for (const { path } of generatedDocuments()) expect(said.join('\n')).toContain(path);
      expect(said.join('\n')).toContain('assets/samples/');
      await expect(readFile(join(folder, 'src/schemes/R8/README.md'))).rejects.toThrow('ENOENT');
    });
  });

  test('writing makes the check pass, and an edit by hand makes it fail again', async () => {
    await withFolder(async (folder) => {
      const log = jest.spyOn(console, 'log').mockImplementation(() => undefined);
      const errors = jest.spyOn(console, 'error').mockImplementation(() => undefined);
      expect(await generateDocuments({ root: folder, check: false })).toBe(0);
      expect(await generateDocuments({ root: folder, check: true })).toBe(0);
      await writeFile(join(folder, 'src/schemes/R6/README.md'), '手で直した');
      expect(await generateDocuments({ root: folder, check: true })).toBe(1);
      log.mockRestore();
      errors.mockRestore();
    });
  });

  test('line ends changed by Git on Windows are not stale', async () => {
    await withFolder(async (folder) => {
      const log = jest.spyOn(console, 'log').mockImplementation(() => undefined);
      await generateDocuments({ root: folder, check: false });
      log.mockRestore();
      for (const { path, text } of generatedDocuments())
        await writeFile(join(folder, path), text.replace(/\n/g, '\r\n'));
      expect(await generateDocuments({ root: folder, check: true })).toBe(0);
    });
  });
});
