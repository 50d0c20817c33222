import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

const root = resolve(__dirname, '../..');

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesIn(path);
    return /\.(ts|tsx|mjs|cjs|js)$/.test(entry.name) ? [path] : [];
  });

/** Paths in a file's texts that lead above the repository, from the file itself or from a constant called `root`. */
const waysOut = (file: string, code: string): readonly string[] => {
  const fromHere = [...code.matchAll(/['"`]((?:\.\.\/)+[^'"`\n]*)['"`]/g)].map(([, path = '']) => path);
  const fromRoot = [...code.matchAll(/\broot, ['"`](\.\.[^'"`\n]*)['"`]/g)].map(([, path = '']) => path);
  return [...fromHere.filter((path) => relative(root, resolve(dirname(file), path)).startsWith('..')), ...fromRoot];
};

test('the repository is whole: no file of the code or the tests reads above it', () => {
  const files = ['src', 'test'].flatMap((folder) => filesIn(join(root, folder))).filter((file) => file !== __filename);
  expect(files.length).toBeGreaterThan(500);
  const found = files.flatMap((file) => waysOut(file, readFileSync(file, 'utf8')).map((path) => [file, path]));
  expect(found).toEqual([]);
});

test.each([
  ["join(__dirname, '../../../beside/data')", ['../../../beside/data']],
  ["join(root, '../beside/xsd')", ['../beside/xsd']],
  ["join(__dirname, '../../package.json')", []],
])('in %s it finds %j', (code, found) => {
  expect(waysOut(__filename, code)).toEqual(found);
});
