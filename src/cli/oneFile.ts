import { fileURLToPath } from 'node:url';
import { runProgram } from './threads';

/**
 * The command line in one file, dist/incentive-cli.mjs: for a PC with Node.js and nothing else, where no package can be
 * installed (src/decisions/one-file.md). A file's name may stand first: to score is what it is for.
 */
const [first = 'help', ...others] = process.argv.slice(2);
const isCommand = first === 'score' || first === 'template';

if (Number(process.versions.node.split('.')[0]) < 20) {
  console.error(`Node.js 20 以上が必要です（いまは ${process.versions.node}）。/ Node.js 20 or newer is needed.`);
  process.exitCode = 2;
} else
  runProgram(
    {
      file: fileURLToPath(import.meta.url),
      calledAs: 'node',
      places: { workingFolder: process.cwd() },
      load: async () => ({ command: (await import('./command')).command, loaded: () => undefined }),
    },
    isCommand ? [first, ...others] : ['score', first, ...others],
  );
