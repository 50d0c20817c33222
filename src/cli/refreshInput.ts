import { basename } from 'node:path';
import { ok, type Problem, type Result } from '../kernel';
import type { SheetsToWrite } from '../report';
import { refreshWorkbookFile } from '../workbook/file';
import { printProblems } from './printResults';
import type { Terminal } from './terminal';
import { toldBeforeWriting } from './toldBeforeWriting';

/** The workbook as it shall be, undefined when that is how it is, and what was said of the change. */
export interface Refreshed {
  readonly workbook: Uint8Array | undefined;
  readonly told: readonly Problem[];
}

/**
 * Puts our sheets into the workbook at `input`, whose bytes are `bytes`, and says all there is to say of it before anybody
 * writes the first byte (rules/design.md#refreshing-sheets); refused when the file cannot be refreshed.
 */
export const refreshInput = async (
  input: string,
  bytes: Uint8Array,
  { sheets, problems }: SheetsToWrite,
  terminal: Terminal,
): Promise<Result<Refreshed>> => {
  const refreshed = await refreshWorkbookFile(bytes, basename(input), sheets);
  if (!refreshed.ok) return refreshed;
  const told = [...toldBeforeWriting(refreshed.value.report, sheets), ...problems];
  terminal.progress('');
  printProblems(terminal, told);
  return ok({ told, workbook: refreshed.value.bytes === bytes ? undefined : refreshed.value.bytes });
};
