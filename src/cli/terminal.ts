import { outwardLine, outwardText } from '../kernel';
import { sentenceOf, type Language, type Problem } from '../problems';

/** What a command needs of the terminal; tests give their own. */
export interface Terminal {
  /** Of everything that is said; Japanese when absent. */
  readonly language?: Language;
  print(text: string): void;
  warn(text: string): void;
  /** A line that replaces itself while work goes on; only where somebody watches. Empty text clears it. */
  progress(text: string): void;
}

/** The terminal of the process; nothing of a file's or a person's can command it. */
export const processTerminal: Terminal = {
  print: (text) => {
    console.log(outwardText(text));
  },
  warn: (text) => {
    console.error(outwardText(text));
  },
  progress: (text) => {
    if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${outwardLine(text)}`);
  },
};

const marks = { stop: '✗', check: '！', info: '・' } as const;

/** One line for each problem, on the error stream. */
export const printProblems = (terminal: Terminal, problems: readonly Problem[]): void => {
  for (const problem of problems) terminal.warn(`${marks[problem.severity]} ${sentenceOf(problem, terminal.language)}`);
};
