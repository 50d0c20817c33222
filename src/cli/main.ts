import { join } from 'node:path';
import { problem } from '../problems';
import { AfterWriting, messageOf } from './diskFiles';
import { helpText, readScoreOptions, readTemplateOptions } from './options';
import { printProblems, processTerminal } from './print';
import { scoreCommand, type Places } from './scoreCommand';
import { templateCommand } from './templateCommand';

/** The bundle lies in dist/node; npm tells in INIT_CWD where the user stood. */
const places: Places = {
  workingFolder: process.env['INIT_CWD'] ?? process.cwd(),
  projectFolder: join(__dirname, '../..'),
};

const run = async ([command = '', ...args]: readonly string[]): Promise<number> => {
  switch (command) {
    case 'score': {
      const options = readScoreOptions(args);
      if (!options.ok) return refused(options.problems);
      return options.value.help ? help() : scoreCommand(options.value, places, processTerminal);
    }
    case 'template': {
      const options = readTemplateOptions(args);
      if (!options.ok) return refused(options.problems);
      return options.value.help ? help() : templateCommand(options.value, places, processTerminal);
    }
    default:
      processTerminal.warn(helpText);
      return 2;
  }
};

const help = (): number => {
  processTerminal.print(helpText);
  return 0;
};

const refused = (problems: Parameters<typeof printProblems>[1]): number => {
  printProblems(processTerminal, problems);
  // The other refusals say themselves what can be written.
  if (problems.some(({ name }) => name === 'unknown-option')) processTerminal.warn(helpText);
  return 2;
};

// The host's one catch: a bug is told as such, with its cause for the developers, and never as a stack trace. Exit code 2
// says that nothing was written (README), so a bug that shows only afterwards is a 1.
run(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (cause: unknown) => {
    const message = messageOf(cause);
    const late = cause instanceof AfterWriting;
    printProblems(processTerminal, [
      late
        ? problem('bug-after-writing', { found: cause.paths.join('、') }, { message })
        : problem('bug', {}, { message }),
    ]);
    if (process.env['INCENTIVE_DEBUG'] !== undefined) console.error(cause);
    process.exitCode = late ? 1 : 2;
  },
);
