import { fileProblem, type Problem } from '../problems';
import { helpText, versionText } from './help';
import { mistypedCommand } from './mistyped';
import { readScoreOptions, readTemplateOptions } from './options';
import { printProblems, type Terminal } from './terminal';
import { scoreCommand, type Places } from './scoreCommand';
import { templateCommand } from './templateCommand';
import { verifyCommand } from './verifyCommand';
import { AfterWriting, messageOf } from './writeFiles';

/**
 * Carries out a command of the command line; resolves to the exit code. The host's one catch: a bug is told as such, with its
 * cause for the developers, and never as a stack trace. Exit code 2 says that nothing was written (README), so a bug that
 * shows only afterwards is a 1.
 */
export const command = async (words: readonly string[], places: Places, terminal: Terminal): Promise<number> => {
  try {
    return await run(words, places, terminal);
  } catch (cause) {
    const message = messageOf(cause);
    const late = cause instanceof AfterWriting;
    printProblems(terminal, [
      late
        ? fileProblem('bug-after-writing', { found: cause.paths.join('、') }, { message })
        : fileProblem('bug', {}, { message }),
    ]);
    if (process.env['INCENTIVE_DEBUG'] !== undefined) console.error(cause);
    return late ? 1 : 2;
  }
};

const run = async ([command = '', ...args]: readonly string[], places: Places, terminal: Terminal): Promise<number> => {
  switch (command) {
    case 'score': {
      const options = readScoreOptions(args);
      if (!options.ok) return refused(terminal, options.problems);
      const [first, ...others] = options.value.files;
      if (options.value.shows !== undefined)
        return show(
          terminal,
          options.value.shows === 'help' ? helpText(terminal.language ?? 'ja', terminal.calledAs) : versionText(),
        );
      if (first === 'verify') return verifyCommand(others, places, terminal);
      const mistyped = first === undefined ? undefined : await mistypedCommand(first, places.workingFolder);
      return mistyped === undefined ? scoreCommand(options.value, places, terminal) : refused(terminal, [mistyped]);
    }
    case 'template': {
      const options = readTemplateOptions(args);
      if (!options.ok) return refused(terminal, options.problems);
      return options.value.shows === undefined
        ? templateCommand(options.value, places, terminal)
        : show(terminal, helpText(terminal.language ?? 'ja', terminal.calledAs));
    }
    case 'help':
    case '--help':
      return show(terminal, helpText(terminal.language ?? 'ja', terminal.calledAs));
    case '--version':
      return show(terminal, versionText());
    default:
      terminal.warn(helpText(terminal.language ?? 'ja', terminal.calledAs));
      return 2;
  }
};

const show = (terminal: Terminal, text: string): number => {
  terminal.print(text);
  return 0;
};

/** Each refusal says itself what can be written, in a line. */
const refused = (terminal: Terminal, problems: readonly Problem[]): number => {
  printProblems(terminal, problems);
  return 2;
};
