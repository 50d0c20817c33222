import { join } from 'node:path';
import { problem } from '../problems';
import { AfterWriting, messageOf } from './diskFiles';
import { helpText, versionText } from './help';
import { readScoreOptions, readTemplateOptions } from './options';
import { printProblems, processTerminal } from './print';
import { scoreCommand, type Places } from './scoreCommand';
import { templateCommand } from './templateCommand';
import { languageIn } from './words';

/** The bundle lies in dist/node; npm tells in INIT_CWD where the user stood. */
const places: Places = {
  workingFolder: process.env['INIT_CWD'] ?? process.cwd(),
  projectFolder: join(__dirname, '../..'),
};

const words = process.argv.slice(2);
const terminal = { ...processTerminal, language: languageIn(words) };

const run = async ([command = '', ...args]: readonly string[]): Promise<number> => {
  switch (command) {
    case 'score': {
      const options = readScoreOptions(args);
      if (!options.ok) return refused(options.problems);
      if (options.value.shows === undefined) return scoreCommand(options.value, places, terminal);
      return show(options.value.shows === 'help' ? helpText(terminal.language) : versionText());
    }
    case 'template': {
      const options = readTemplateOptions(args);
      if (!options.ok) return refused(options.problems);
      return options.value.shows === undefined
        ? templateCommand(options.value, places, terminal)
        : show(helpText(terminal.language));
    }
    case 'help':
    case '--help':
      return show(helpText(terminal.language));
    case '--version':
      return show(versionText());
    default:
      terminal.warn(helpText(terminal.language));
      return 2;
  }
};

const show = (text: string): number => {
  terminal.print(text);
  return 0;
};

/** Each refusal says itself what can be written, in a line. */
const refused = (problems: Parameters<typeof printProblems>[1]): number => {
  printProblems(terminal, problems);
  return 2;
};

// The host's one catch: a bug is told as such, with its cause for the developers, and never as a stack trace. Exit code 2
// says that nothing was written (README), so a bug that shows only afterwards is a 1.
run(words).then(
  (code) => {
    process.exitCode = code;
  },
  (cause: unknown) => {
    const message = messageOf(cause);
    const late = cause instanceof AfterWriting;
    printProblems(terminal, [
      late
        ? problem('bug-after-writing', { found: cause.paths.join('、') }, { message })
        : problem('bug', {}, { message }),
    ]);
    if (process.env['INCENTIVE_DEBUG'] !== undefined) console.error(cause);
    process.exitCode = late ? 1 : 2;
  },
);
