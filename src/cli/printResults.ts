import { sentenceOf, type Problem } from '../kernel';
import { resultSheets, sortedProblems, type Results } from '../report';
import type { Terminal } from './terminal';
import { textTable } from './textTable';

/** So many problems are printed; the rest stand on the sheet 要確認. */
const mostProblems = 20;

/** The tables on the terminal: the sheet 得点 as it was written, then what needs a look, then where the file is. */
export const printResults = (terminal: Terminal, results: Results, output: string): void => {
  const [score] = resultSheets(results);
  if (score !== undefined) terminal.print(textTable(score));
  const problems = sortedProblems(results.problems);
  const open = problems.filter(({ severity }) => severity !== 'info');
  terminal.print(open.length === 0 ? '要確認：なし' : `要確認：${open.length}件`);
  printProblems(terminal, problems.slice(0, mostProblems));
  if (problems.length > mostProblems)
    terminal.print(`ほか ${problems.length - mostProblems} 件はシート「要確認」にあります。`);
  terminal.print(`\n検算コード：${results.checkCode}　書き込んだファイル：${output}`);
};

const marks = { stop: '✗', check: '！', info: '・' } as const;

/** One line for each problem, on the error stream. */
export const printProblems = (terminal: Terminal, problems: readonly Problem[]): void => {
  for (const problem of problems) terminal.warn(`${marks[problem.severity]} ${sentenceOf(problem)}`);
};
