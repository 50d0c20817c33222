import { basename, resolve } from 'node:path';
import { fileProblem, ok, type Problem, type Result } from '../problems';
import { codesIn, verifiedSheets, type VerifiedSheet } from '../workbook';
import { limits, printedFooters, readWorkbookFile } from '../workbook/file';
import { readBytes } from './diskFiles';
import type { Places } from './scoreCommand';
import { printProblems, type Terminal } from './terminal';
import { textIn } from './texts';
import { watched } from './watched';

/**
 * `npm run score -- verify 資料.xlsx`: says of each of our sheets whether it still is what its 資料コード says. Resolves to 0
 * when all are, 1 when one is not, 2 when a workbook has nothing to verify or cannot be read; nothing is ever written.
 */
export const verifyCommand = async (
  files: readonly string[],
  { workingFolder }: Pick<Places, 'workingFolder'>,
  terminal: Terminal,
): Promise<number> => {
  if (files.length === 0) return told(terminal, [fileProblem('verify-needs-file')]);
  let code = 0;
  for (const file of files) code = Math.max(code, await verifyFile(resolve(workingFolder, file), terminal));
  return code;
};

const verifyFile = async (path: string, terminal: Terminal): Promise<number> => {
  const found = basename(path);
  const read = await watched(path, () => readSheets(path));
  if (!read.ok) return told(terminal, read.problems);
  const { sheets, footers } = read.value;
  if (sheets.every(({ written }) => written === undefined))
    return told(terminal, [...sheets.map(withoutCode), fileProblem('nothing-to-verify', { found })]);
  let differs = false;
  for (const sheet of sheets) {
    const problems = problemsOf(sheet, codesIn(footers.get(sheet.name) ?? ''));
    differs ||= problems.some(({ severity }) => severity !== 'info');
    if (problems.length === 0) terminal.print(asWritten(sheet, terminal));
    printProblems(terminal, problems);
  }
  return differs ? 1 : 0;
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
  const { name, written, now, place } = sheet;
  if (written === undefined) return [withoutCode(sheet)];
  return [
    ...(now === written
      ? []
      : [fileProblem('sheet-not-as-written', { sheet: name, cell: place, found: now, expected: written })]),
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
