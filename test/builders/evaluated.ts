import { answerStateName } from '../../src/answers';
import { evaluate, municipalitiesOf, type EvaluationOptions, type Results } from '../../src/evaluation';
import type { CellValue, SheetContent } from '../../src/workbook';
import { workbook } from './answerSheets';

export type Rows = readonly (readonly CellValue[])[];

/** What a workbook of the given sheets comes to; throws with the problems when it is refused. */
export const evaluated = (
  sheets: readonly (Partial<SheetContent> & { readonly grid: Rows })[],
  options: EvaluationOptions = {},
): Results => {
  const result = evaluate(workbook(...sheets.map((sheet, at) => ({ name: `Sheet${at + 1}`, ...sheet }))), options);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
};

/** The names of the problems a workbook is refused with; [] when it is not refused. */
export const refusals = (
  sheets: readonly (Partial<SheetContent> & { readonly grid: Rows })[],
  options: EvaluationOptions = {},
): readonly string[] => {
  const result = evaluate(workbook(...sheets.map((sheet, at) => ({ name: `Sheet${at + 1}`, ...sheet }))), options);
  return result.ok ? [] : result.problems.map(({ name }) => name);
};

/** Criterion id → state name, for the municipality at `place`. */
export const statesOf = (results: Results, place = 0): Readonly<Record<string, string>> =>
  Object.fromEntries(
    (municipalitiesOf(results)[place]?.awards() ?? []).map(({ criterion, state }) => [
      criterion.id,
      answerStateName(state),
    ]),
  );

/** Names of the problems, those of the given names only when names are given. */
export const problemNames = ({ problems }: Results, ...only: readonly string[]): readonly string[] =>
  problems.map(({ name }) => name).filter((name) => only.length === 0 || only.includes(name));
