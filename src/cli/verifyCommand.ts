import { basename, resolve } from 'node:path';
import { fileProblem, ok, type Problem, type Result } from '../problems';
import { codesIn, verifiedSheets, type VerifiedSheet } from '../workbook';
import { limits, printedFooters, readWorkbookFile } from '../workbook/file';
import { readBytes } from './diskFiles';
import { inputFiles } from './inputs';
import type { Places } from './scoreCommand';
import { printProblems, type Terminal } from './terminal';
import { textIn } from './texts';
import { watched } from './watched';

/**
 * `npm run score -- verify 資料.xlsx フォルダー`: says of each of our sheets whether it still is what its 資料コード says; of
 * several workbooks a line each, and what changed. Resolves to 0 when all are, 1 when one is not, 2 when a workbook that was
 * named, or all of a folder, have nothing to verify or cannot be read; nothing is ever written.
 */
export const verifyCommand = async (
  paths: readonly string[],
  { workingFolder }: Pick<Places, 'workingFolder'>,
  terminal: Terminal,
): Promise<number> => {
  if (paths.length === 0) return told(terminal, [fileProblem('verify-needs-file')]);
  const inputs = await inputFiles(paths.map((path) => resolve(workingFolder, path)));
  if (!inputs.ok) return told(terminal, inputs.problems);
  const { files, passedOver } = inputs.value;
  printProblems(terminal, passedOver);
  if (files.length === 0) return told(terminal, [fileProblem('nothing-to-verify', { found: paths.join('・') })]);
  const named = new Set(paths.map((path) => resolve(workingFolder, path)));
  const outcomes: Outcome[] = [];
  for (const { path, name } of files) {
    const outcome = await verifyFile(path, name, terminal);
    printOutcome(name, outcome, files.length === 1, terminal);
    // A form among the results of a folder is no fault; one that was named is.
    outcomes.push(outcome.kind === 'nothing' && named.has(path) ? { kind: 'unread', problems: [] } : outcome);
  }
  const count = (kind: Outcome['kind']): number => outcomes.filter((one) => one.kind === kind).length;
  const [same, changed] = [count('same'), count('changed')];
  if (files.length > 1) {
    const others = files.length - same - changed;
    terminal.print(textIn(terminal.language, 'booksVerified', { files: files.length, same, changed, others }));
  }
  if (same + changed === 0 || count('unread') > 0) return 2;
  return changed > 0 ? 1 : 0;
};

/** What came of one workbook. */
type Outcome =
  | { readonly kind: 'same' | 'changed'; readonly sheets: readonly SheetVerdict[] }
  | { readonly kind: 'nothing' | 'unread'; readonly problems: readonly Problem[] };

interface SheetVerdict {
  readonly sheet: VerifiedSheet;
  /** None where all is as it was written. */
  readonly problems: readonly Problem[];
}

const verifyFile = async (path: string, name: string, terminal: Terminal): Promise<Outcome> => {
  terminal.progress(name);
  const read = await watched(path, () => readSheets(path));
  terminal.progress('');
  if (!read.ok) return { kind: 'unread', problems: read.problems };
  const { sheets, footers } = read.value;
  if (sheets.every(({ written }) => written === undefined))
    return {
      kind: 'nothing',
      problems: [...sheets.map(withoutCode), fileProblem('nothing-to-verify', { found: name })],
    };
  const verdicts = sheets.map((sheet) => ({
    sheet,
    problems: problemsOf(sheet, codesIn(footers.get(sheet.name) ?? '')),
  }));
  return { kind: verdicts.some(isChanged) ? 'changed' : 'same', sheets: verdicts };
};

const isChanged = ({ problems }: SheetVerdict): boolean => problems.some(({ severity }) => severity !== 'info');

/** The verdict first; of one workbook alone then every sheet with its code, of several only what is not as it was. */
const printOutcome = (file: string, outcome: Outcome, isAlone: boolean, terminal: Terminal): void => {
  if ('problems' in outcome) {
    if (isAlone || outcome.kind === 'unread') printProblems(terminal, outcome.problems);
    else terminal.print(textIn(terminal.language, 'bookWithoutCode', { file }));
    return;
  }
  const coded = outcome.sheets.filter(({ sheet }) => sheet.written !== undefined);
  const count = coded.filter(isChanged).length;
  terminal.print(
    outcome.kind === 'same'
      ? textIn(terminal.language, 'bookAsWritten', { file, count: coded.length })
      : textIn(terminal.language, 'bookChanged', { file, of: coded.length, count }),
  );
  for (const { sheet, problems } of outcome.sheets) {
    if (problems.length === 0 && isAlone) terminal.print(asWritten(sheet, terminal));
    printProblems(terminal, isAlone ? problems : problems.filter(({ severity }) => severity !== 'info'));
  }
};

const readSheets = async (
  path: string,
): Promise<Result<{ readonly sheets: readonly VerifiedSheet[]; readonly footers: ReadonlyMap<string, string> }>> => {
  const bytes = await readBytes(path, limits.fileBytes);
  if (!bytes.ok) return bytes;
  const content = await readWorkbookFile(bytes.value, basename(path));
  return content.ok ? ok({ sheets: verifiedSheets(content.value), footers: printedFooters(bytes.value) }) : content;
};

const problemsOf = (sheet: VerifiedSheet, printed: readonly string[]): readonly Problem[] => {
  const { name, written, now, place, uncalculated } = sheet;
  if (written === undefined) return [withoutCode(sheet)];
  return [
    ...(now === written
      ? []
      : [
          uncalculated > 0
            ? fileProblem('sheet-uncalculated', { sheet: name, expected: written }, { count: uncalculated })
            : fileProblem('sheet-not-as-written', { sheet: name, cell: place, found: now, expected: written }),
        ]),
    ...printed
      .filter((code) => code !== written)
      .map((code) => fileProblem('footer-code-differs', { sheet: name, found: code, expected: written })),
  ];
};

const withoutCode = ({ name }: VerifiedSheet): Problem => fileProblem('sheet-without-code', { found: name });

const asWritten = ({ name, now, ownTexts }: VerifiedSheet, { language }: Terminal): string =>
  textIn(language, 'asWritten', { sheet: name, code: now }) +
  (ownTexts === 0 ? '' : textIn(language, 'ownTexts', { count: ownTexts }));

const told = (terminal: Terminal, problems: readonly Problem[]): number => {
  printProblems(terminal, problems);
  return 2;
};
