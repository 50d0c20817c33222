import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { comparePrograms, printCosts } from './children';
import { judge } from './goals';

const goalSeconds = 0.9;

/** `npm run score` on the packaged sample, from the command to its end, once everything is built; `node` alone beside it. */
export const benchStart = (): void => {
  const folder = mkdtempSync(join(tmpdir(), 'start-bench-'));
  try {
    const out = join(folder, 'out.xlsx');
    const found = (): undefined => {
      if (!existsSync(out)) throw new Error('benchStart: nothing was written');
      rmSync(out);
      return undefined;
    };
    const words = ['src/cli/launch.mjs', 'score', '--out', out];
    const command = {
      name: 'npm run score',
      command: 'npm',
      words: ['run', '-s', 'score', '--', '--out', out],
      found,
    } as const;
    // The first time builds, and keeps what was compiled.
    comparePrograms([command], 2);
    const costs = comparePrograms(
      [
        command,
        { name: 'node src/cli/launch.mjs score, without npm', command: 'node', words, found },
        { name: 'node -e 0', command: 'node', words: ['-e', '0'], found: () => undefined },
      ],
      9,
    );
    printCosts('Start: one workbook, everything built', costs);
    const seconds = (costs[0]?.cpuMs ?? NaN) / 1000;
    judge(
      `npm run score on one workbook under ${goalSeconds} s of CPU`,
      `${seconds.toFixed(2)} s`,
      seconds < goalSeconds,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
