// A reader in machine code as the peer of `npm run bench`: SheetKit, in Rust, which comes as one file without a step that builds
// or downloads. Only the bench installs it, as locked beside this file: what nobody has audited is not for all who score.
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const peer = '@sheetkit/node-linux-x64-gnu';
const folder = join(process.cwd(), 'dist/peers');

/** Whether the reader is there, after an attempt to install it: it is made for Linux on x64, and comes from the registry. */
export const nativeReaderIsThere = () => {
  if (process.platform !== 'linux' || process.arch !== 'x64') return false;
  if (existsSync(join(folder, 'node_modules', peer))) return true;
  mkdirSync(folder, { recursive: true });
  for (const name of ['package.json', 'package-lock.json'])
    copyFileSync(join(process.cwd(), 'test/bench/native', name), join(folder, name));
  const words = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  return spawnSync('npm', words, { cwd: folder, stdio: ['ignore', 2, 2] }).status === 0;
};

const loaded = { exports: {} };

/** Its package is the one file of machine code; read by hand, since a bundle may not know of it. */
const sheetKit = () => {
  if (loaded.exports.Workbook === undefined)
    process.dlopen(loaded, join(folder, 'node_modules', peer, 'sheetkit.linux-x64-gnu.node'));
  return loaded.exports;
};

/** How many cells of a workbook hold something, as SheetKit hands them to JavaScript. */
export const cellsOfSheetKit = (bytes) => {
  const book = sheetKit().Workbook.openBufferSync(bytes, null);
  let cells = 0;
  for (const name of book.sheetNames)
    for (const row of book.getRows(name)) for (const { valueType } of row.cells) if (valueType !== 'empty') cells += 1;
  return cells;
};

/** The same of a file. */
export const cellsInFile = (file) => cellsOfSheetKit(readFileSync(file));
