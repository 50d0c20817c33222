import { eastAsianWidth } from 'get-east-asian-width';
import type { SheetUse } from '../answers';
import { failuresOf, municipalitiesOf, type Results } from '../evaluation';
import { outwardLine } from '../kernel';
import type { Language, Problem } from '../problems';
import { nextStepsTable, sortedProblems } from '../report';
import { numberFormats, type ModelCell, type NumberStyle, type SheetModel } from '../workbook';
import { printProblems, type Terminal } from './terminal';
import { textIn } from './texts';

/** A sheet model as text for a terminal: columns aligned by display width, merged rows as single lines. */
const textTable = ({ rows, merges = [] }: SheetModel): string => {
  const wide = new Set(merges.filter(({ left, right }) => left < right).map(({ top }) => top));
  const texts = rows.map((row) => row.map(shown));
  const columns = Math.max(...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(0, ...texts.map((row, at) => (wide.has(at) ? 0 : displayWidth(row[column] ?? '')))),
  );
  return texts
    .map((row, at) =>
      wide.has(at)
        ? (row[0] ?? '')
        : row
            .map((text, column) => pad(text, widths[column] ?? 0, isNumeric(rows[at]?.[column])))
            .join('  ')
            .trimEnd(),
    )
    .join('\n');
};

/** A cell as the sheet would show it. */
const shown = ({ value, number }: ModelCell): string => {
  if (value === null) return '';
  if (typeof value === 'number') return number === undefined ? String(value) : formatted(value, number);
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return typeof value === 'boolean' ? String(value) : outwardLine(value);
};

const decimals = (style: NumberStyle): number => (/0\.(0+)/.exec(numberFormats[style])?.[1] ?? '').length;

/** Made once: a table of a prefecture has thousands of figures, and each one that is made anew takes longer than a row. */
const madeFormats = new Map<NumberStyle, Intl.NumberFormat>();

const digitsOf = (style: NumberStyle): Intl.NumberFormat => {
  const places = decimals(style);
  const made =
    madeFormats.get(style) ??
    new Intl.NumberFormat('en-US', { minimumFractionDigits: places, maximumFractionDigits: places });
  madeFormats.set(style, made);
  return made;
};

const formatted = (value: number, style: NumberStyle): string => {
  const percent = style.includes('percent');
  const digits = digitsOf(style).format(Math.abs(percent ? value * 100 : value));
  const zero = !/[1-9]/.test(digits);
  const sign = zero
    ? style.startsWith('signed')
      ? '±'
      : ''
    : value < 0
      ? '△'
      : style.startsWith('signed')
        ? '＋'
        : '';
  return `${sign}${digits}${percent ? '%' : style === 'yen' ? '円' : ''}`;
};

const isNumeric = (cell: ModelCell | undefined): boolean => typeof cell?.value === 'number';

const displayWidth = (text: string): number =>
  Array.from(text).reduce((width, sign) => width + eastAsianWidth(sign.codePointAt(0) ?? 0), 0);

const pad = (text: string, width: number, right: boolean): string => {
  const space = ' '.repeat(Math.max(0, width - displayWidth(text)));
  return right ? space + text : text + space;
};

/** So many problems and rows are printed; the rest stand on the sheets. */
const mostProblems = 20;
const mostRows = 60;
/** These sheets are for reading on the terminal too; the others are long lists. */
const printed = new Set(['score', 'standing', 'ranking', 'statistics', 'allocation', 'comparison', 'use']);
/** Points of so many municipalities are printed one by one; of more, the ranking alone. */
const fewMunicipalities = 3;

/** What was written where; `told` are those of the problems that were printed before the writing. */
interface WrittenFile {
  readonly sheets: readonly SheetModel[];
  readonly told: readonly Problem[];
  readonly output: string;
  /** The files for publication. */
  readonly publicData: readonly string[];
}

/** The tables on the terminal: the sheets as they were written, then what needs a look, then where the file is. */
export const printResults = (
  terminal: Terminal,
  results: Results,
  { sheets: written, told, output, publicData }: WrittenFile,
): void => {
  const { language } = terminal;
  const sheets = written
    .filter(({ marker }) => printed.has(marker))
    .filter(({ marker }) => marker !== 'score' || municipalitiesOf(results).length <= fewMunicipalities);
  for (const sheet of sheets) terminal.print(`${textTable(cut(sheet, language))}\n`);
  for (const table of outlookTables(results)) terminal.print(`${textTable(table)}\n`);
  const problems = sortedProblems(results.problems);
  const open = problems.filter(({ severity }) => severity !== 'info');
  for (const { file, problems: reasons } of failuresOf(results)) {
    terminal.print(textIn(language, 'notScored', { file }));
    printProblems(terminal, reasons);
  }
  terminal.print(openLine(language, open, told));
  const news = problems.filter((one) => !told.includes(one));
  printProblems(terminal, shownOf(news));
  if (news.length > mostProblems)
    terminal.print(textIn(language, 'moreProblems', { count: news.length - mostProblems }));
  const decided = results.decisions?.settled.length ?? 0;
  if (decided > 0) terminal.print(textIn(language, 'decided', { count: decided }));
  const names = notRead(results);
  if (names.length > 0) terminal.print(textIn(language, 'notRead', { names: listed(names) }));
  terminal.print(`\n${textIn(language, 'written', { code: results.checkCode, file: output })}`);
  if (publicData.length > 0) terminal.print(textIn(language, 'publicData', { files: publicData.join('、') }));
};

/** So many that no kind of problem is hidden behind many of another: of each code the first, then the others, in their order. */
const shownOf = (problems: readonly Problem[]): readonly Problem[] => {
  const firsts = new Set(new Map(problems.toReversed().map((problem) => [problem.code, problem])).values());
  const others = problems.filter((problem) => !firsts.has(problem));
  const shown = new Set([...problems.filter((problem) => firsts.has(problem)), ...others].slice(0, mostProblems));
  return problems.filter((problem) => shown.has(problem));
};

/** What each of a few municipalities can do next, where it was asked for; of more the sheet and the JSON tell. */
const outlookTables = (results: Results): readonly SheetModel[] =>
  results.outlooks === undefined || results.subject === 'facts' || results.outlooks.length > fewMunicipalities
    ? []
    : results.municipalities.map((own) => nextStepsTable(results, own));

/** Sheets that bear answers and municipalities that were left out, by name. */
const notRead = ({ reading }: Results): readonly string[] =>
  reading.flatMap(({ file, sheets, leftOut }) => [
    ...sheets
      .filter(({ use }) => leftOutUses.has(use))
      .map(({ sheet }) => outwardLine(file === undefined ? sheet : `${file}／${sheet}`)),
    ...leftOut.map(outwardLine),
  ]);

const leftOutUses: ReadonlySet<SheetUse> = new Set(['example', 'old', 'result', 'other-year', 'not-chosen'] as const);

/** So many names stand in a line. */
const mostNamed = 6;

const listed = (names: readonly string[]): string =>
  [...names.slice(0, mostNamed), ...(names.length > mostNamed ? [`… +${names.length - mostNamed}`] : [])].join('・');

const openLine = (language: Language | undefined, open: readonly Problem[], told: readonly Problem[]): string => {
  const count = open.length;
  const before = open.filter((one) => told.includes(one)).length;
  if (count === 0) return textIn(language, 'nothingToCheck', {});
  return before === 0
    ? textIn(language, 'toCheck', { count })
    : textIn(language, 'toCheckToldBefore', { count, before });
};

const cut = (sheet: SheetModel, language: Language | undefined): SheetModel =>
  sheet.rows.length <= mostRows
    ? sheet
    : {
        ...sheet,
        rows: [
          ...sheet.rows.slice(0, mostRows),
          [
            {
              value: textIn(language, 'moreRows', { count: sheet.rows.length - mostRows, sheet: sheet.name }),
              look: 'plain',
            },
          ],
        ],
        merges: [...(sheet.merges ?? []), { top: mostRows, bottom: mostRows, left: 0, right: 1 }],
      };
