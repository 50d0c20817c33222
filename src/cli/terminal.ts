import { outwardLine, outwardText } from '../kernel';
import { sentenceOf, type Language, type Problem } from '../problems';
import { asCalled, type CalledAs } from './calledAs';

/** What a command needs of the terminal; tests give their own. */
export interface Terminal {
  /** Of everything that is said; Japanese when absent. */
  readonly language?: Language;
  /** How the person called the program; by npm when absent. */
  readonly calledAs?: CalledAs;
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
  for (const problem of problems) {
    const sentence = sentenceOf(curedAsCalled(problem, terminal.calledAs), terminal.language);
    terminal.warn(`${marks[problem.severity]} ${sentence}`);
  }
};

/** Our own words alone are changed, before those of files and persons come into them. */
const curedAsCalled = (of: Problem, calledAs: CalledAs | undefined): Problem => {
  const { ja, en } = of.text;
  const text = {
    ja: { ...ja, cure: asCalled(ja.cure, calledAs) },
    en: { ...en, cure: asCalled(en.cure, calledAs) },
  };
  return { ...of, text: { ...of.text, ...text } };
};
