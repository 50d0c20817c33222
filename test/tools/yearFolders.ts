import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { placeOfFolder, yearFiles, type YearFolder } from '../../src/schemes';

/** The folders of years in `schemes`, read from the disk, oldest first: a new one needs no other place to be named in. */
export const yearFolders = async (schemes: string): Promise<readonly YearFolder[]> => {
  const entries = await readdir(schemes, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory() && placeOfFolder(entry.name) !== undefined);
  return Promise.all(inOrder(names.map(({ name }) => name)).map((folder) => yearFolder(schemes, folder)));
};

const yearFolder = async (schemes: string, folder: string): Promise<YearFolder> => {
  const present = await readdir(join(schemes, folder));
  const files = yearFiles.filter((file) => present.includes(`${file}.json`));
  const contents = await Promise.all(
    files.map(async (file) => {
      const data: unknown = JSON.parse(await readFile(join(schemes, folder, `${file}.json`), 'utf8'));
      return [file, data] as const;
    }),
  );
  return { folder, scheme: undefined, ...Object.fromEntries(contents) };
};

/** R5, R8, R8-prefecture, R10. */
const inOrder = (folders: readonly string[]): readonly string[] => {
  const count = (folder: string): number => Number(/\d+/.exec(folder)?.[0]);
  return folders.toSorted((one, other) => count(one) - count(other) || one.length - other.length);
};

/** The text of `src/schemes/packaged.ts`: every folder with the files it holds, each imported once. */
export const packagedModule = (folders: readonly YearFolder[]): string => {
  const ofPart = (part: 'municipality' | 'prefecture') =>
    folders.filter(({ folder }) => placeOfFolder(folder)?.part === part);
  const all = [...ofPart('municipality'), ...ofPart('prefecture')];
  return [
    '// Written by `npm run generate` from the folders beside it; to add a year, add its folder.',
    // Years are alike: side by side, the same files of two years share most of what a compressed page needs for them.
    ...yearFiles.flatMap((file) =>
      all
        .filter((one) => one[file] !== undefined)
        .map(({ folder }) => `import ${importName(folder, file)} from './${folder}/${file}.json';`),
    ),
    "import type { YearFolder } from './yearFolder';",
    '',
    '/** The municipalities’ part of every packaged year, oldest first. */',
    ...listOf('packagedFolders', ofPart('municipality')),
    '',
    '/** The prefectures’ part, for the pages of the schemes: no face of the product asks for it, so none carries it. */',
    ...listOf('prefectureFolders', ofPart('prefecture')),
    '',
  ].join('\n');
};

const listOf = (name: string, folders: readonly YearFolder[]): readonly string[] => [
  `export const ${name}: readonly YearFolder[] = [`,
  ...folders.flatMap((one) => [
    '  {',
    `    folder: '${one.folder}',`,
    ...yearFiles
      .filter((file) => one[file] !== undefined)
      .map((file) => `    ${file}: ${importName(one.folder, file)},`),
    '  },',
  ]),
  '];',
];

/** R8-prefecture, national → r8PrefectureNational. */
const importName = (folder: string, file: string): string =>
  `${folder.charAt(0).toLowerCase()}${folder.slice(1)}-${file}`.replace(/-(.)/g, (_, letter: string) =>
    letter.toUpperCase(),
  );
