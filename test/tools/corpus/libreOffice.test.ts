import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sheetsInLibreOffice } from './libreOffice';

/** Saves two sheets of every file, in order, by the number it was given; stops at files that say so. */
const office = `#!/bin/sh
while [ "$1" != --outdir ]; do shift; done
to=$2
shift 2
for file; do
  case $(cat "$file") in
    hang) sleep 600 ;;
    crash) exit 139 ;;
    strange) continue ;;
  esac
  at=$(basename "$file" .xlsx)
  : >"$to/$at-One.csv"
  : >"$to/$at-Two.csv"
done
`;

const folder = mkdtempSync(join(tmpdir(), 'corpus-'));
const told = process.env['SOFFICE'];

beforeAll(() => {
  writeFileSync(join(folder, 'soffice'), office);
  chmodSync(join(folder, 'soffice'), 0o755);
  process.env['SOFFICE'] = join(folder, 'soffice');
});

afterAll(() => {
  if (told === undefined) delete process.env['SOFFICE'];
  else process.env['SOFFICE'] = told;
  rmSync(folder, { recursive: true, force: true });
});

test.each([
  ['hangs', 'hang'],
  ['ends', 'crash'],
  ['opens nothing', 'strange'],
])('a file at which LibreOffice %s costs only itself', async (_, fault) => {
  const files = ['whole', 'whole', fault, 'whole', fault, 'whole'].map((content, at) => {
    const file = join(folder, `${at}-${fault}.xlsx`);
    writeFileSync(file, content);
    return file;
  });
  expect(await sheetsInLibreOffice(files, 1_500)).toEqual([2, 2, 0, 2, 0, 2]);
});
