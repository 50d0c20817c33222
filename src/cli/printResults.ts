import { sentenceOf, type Problem } from '../kernel';
import { failuresOf, municipalitiesOf, type Results } from '../evaluation';
import { sortedProblems } from '../report';
import type { SheetModel } from '../workbook';
import type { Terminal } from './terminal';
import { textTable } from './textTable';

/** So many problems and rows are printed; the rest stand on the sheets. */
const mostProblems = 20;
const mostRows = 60;
/** These sheets are for reading on the terminal too; the others are long lists. */
const printed = new Set(['score', 'standing', 'ranking', 'statistics', 'allocation', 'comparison', 'use']);
/** Points of so many municipalities are printed one by one; of more, the ranking alone. */
const fewMunicipalities = 3;

/** What was written where; `told` are those of the problems that were printed before the writing. */
export interface WrittenFile {
  readonly sheets: readonly SheetModel[];
  readonly told: readonly Problem[];
  readonly output: string;
}

/** The tables on the terminal: the sheets as they were written, then what needs a look, then where the file is. */
export const printResults = (
  terminal: Terminal,
  results: Results,
  { sheets: written, told, output }: WrittenFile,
): void => {
  const sheets = written
    .filter(({ marker }) => printed.has(marker))
    .filter(({ marker }) => marker !== 'score' || municipalitiesOf(results).length <= fewMunicipalities);
  for (const sheet of sheets) terminal.print(`${textTable(cut(sheet))}\n`);
  const problems = sortedProblems(results.problems);
  const open = problems.filter(({ severity }) => severity !== 'info');
  for (const { file, problems: reasons } of failuresOf(results)) {
    terminal.print(`採点できなかったファイル：${file}`);
    printProblems(terminal, reasons);
  }
  terminal.print(open.length === 0 ? '要確認：なし' : openLine(open, told));
  const news = problems.filter((one) => !told.includes(one));
  printProblems(terminal, news.slice(0, mostProblems));
  if (news.length > mostProblems) terminal.print(`ほか ${news.length - mostProblems} 件はシート「要確認」にあります。`);
  terminal.print(`\n検算コード：${results.checkCode}　書き込んだファイル：${output}`);
};

const openLine = (open: readonly Problem[], told: readonly Problem[]): string => {
  const before = open.filter((one) => told.includes(one)).length;
  return `要確認：${open.length}件${before === 0 ? '' : `（うち${before}件は、書き込む前に上に出しました）`}`;
};

const cut = (sheet: SheetModel): SheetModel =>
  sheet.rows.length <= mostRows
    ? sheet
    : {
        ...sheet,
        rows: [
          ...sheet.rows.slice(0, mostRows),
          [{ value: `（ほか ${sheet.rows.length - mostRows} 行はシート「${sheet.name}」にあります）`, look: 'plain' }],
        ],
        merges: [...(sheet.merges ?? []), { top: mostRows, bottom: mostRows, left: 0, right: 1 }],
      };

const marks = { stop: '✗', check: '！', info: '・' } as const;

/** One line for each problem, on the error stream. */
export const printProblems = (terminal: Terminal, problems: readonly Problem[]): void => {
  for (const problem of problems) terminal.warn(`${marks[problem.severity]} ${sentenceOf(problem)}`);
};
