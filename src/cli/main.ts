import { join } from 'node:path';
import type * as Command from './command';
import { runProgram } from './threads';

/** The command line of a clone, as `npm run` starts it; what works lies beside it in dist/node. */
runProgram(
  {
    file: __filename,
    calledAs: 'npm',
    places: {
      // npm tells in INIT_CWD where the user stood.
      workingFolder: process.env['INIT_CWD'] ?? process.cwd(),
      projectFolder: join(__dirname, '../..'),
    },
    load: async () => {
      const { loadProgram } = await import('./loadProgram');
      const { exports, keepCompiled } = loadProgram<typeof Command>(join(__dirname, 'work.js'));
      return { command: exports.command, loaded: keepCompiled };
    },
  },
  process.argv.slice(2),
);
