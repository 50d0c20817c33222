import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const launcher = join(__dirname, '../../src/cli/launch.mjs');

/** What the command line says of a file, as JSON; the name of the file is part of it. It writes into `folder`. */
export const scoredByCommandLine = (file: string, folder: string, more: readonly string[] = []): unknown => {
  const out = join(folder, 'out.json');
  const words = ['score', file, '--json', out, '--out', join(folder, 'out.xlsx'), ...more];
  try {
    execFileSync(process.execPath, [launcher, ...words], { stdio: 'pipe' });
  } catch (cause) {
    // 1 = scored, with problems to look at.
    if ((cause as { status?: number }).status !== 1) throw cause;
  }
  return JSON.parse(readFileSync(out, 'utf8'));
};
