import { join } from 'node:path';
import { processTerminal } from '../../src/cli/terminal';
import { corpusCommand } from './corpus/corpusCommand';
import { generateDocuments } from './generate';
import { checkHostCommand } from './release/checkHostCommand';
import { releaseCommand } from './release/releaseCommand';
import { replayCommand } from './replayCommand';
import { sideloadCommand } from './sideload/sideloadCommand';
import { startCommand } from './hosting/startCommand';

/** The bundle lies in dist/node. */
const root = join(__dirname, '../..');

/**
 * What developers run and no user does: `generate [--check]`, `start`, `sideload`, `corpus`, `release --base-url URL`,
 * `check-host URL`, `replay FILE PROFILE`. Resolves to the exit code.
 */
const run = async ([command = '', ...args]: readonly string[]): Promise<number> => {
  switch (command) {
    case 'generate':
      return generateDocuments({ root, check: args.includes('--check') });
    case 'sideload':
      return sideloadCommand(root, processTerminal);
    case 'start':
      return startCommand(root, processTerminal);
    case 'corpus':
      return corpusCommand(root, args, processTerminal);
    case 'release':
      return releaseCommand(root, args, processTerminal);
    case 'check-host':
      return checkHostCommand(root, args, processTerminal);
    case 'replay':
      return replayCommand(args, processTerminal);
    default:
      processTerminal.warn(
        'tools: generate [--check] | start | sideload | corpus FOLDER | corpus --mutants N | release … | check-host URL | replay FILE PROFILE',
      );
      return 2;
  }
};

run(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (cause: unknown) => {
    console.error(cause);
    process.exitCode = 2;
  },
);
