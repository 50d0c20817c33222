import { basename } from 'node:path';
import { ok, type Problem, type Result } from '../kernel';
import type { SheetsToWrite } from '../report';
import { refreshWorkbookFile } from '../workbook/file';
import { writeBytes } from './diskFiles';
import { printProblems } from './printResults';
import type { Terminal } from './terminal';
import { toldBeforeWriting } from './toldBeforeWriting';

/**
 * Writes our sheets into the workbook at `input`, whose bytes are `bytes`. Resolves to what was said of it, all of it before
 * the first byte is written (rules/design.md#refreshing-sheets); refused when the file cannot be refreshed or written.
 */
export const refreshInput = async (
  input: string,
  bytes: Uint8Array,
  { sheets, problems }: SheetsToWrite,
  terminal: Terminal,
): Promise<Result<readonly Problem[]>> => {
  const refreshed = await refreshWorkbookFile(bytes, basename(input), sheets);
  if (!refreshed.ok) return refreshed;
  const told = [...toldBeforeWriting(refreshed.value.report, sheets), ...problems];
  terminal.progress('');
  printProblems(terminal, told);
  if (refreshed.value.bytes === bytes) return ok(told);
  const written = await writeBytes(input, refreshed.value.bytes);
  return written.ok ? ok(told) : written;
};
