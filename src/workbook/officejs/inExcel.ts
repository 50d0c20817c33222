import { problem, refuse, type Result } from '../../kernel';
import type { ExcelLibrary } from './excelLibrary';
import { excelProblem } from './excelProblem';

/** Told about every refusal of Excel with the error itself, for the support log. */
export type FaultListener = (error: unknown) => void;

/**
 * One Excel.run per action. Excel waits until a cell that is being edited is finished (`delayForCellEdit`), so the pane
 * should say so when nothing moves. Refusals of Excel become problems; bugs go on.
 */
export const inExcel = async <T>(
  excel: ExcelLibrary,
  onFault: FaultListener,
  action: (context: Excel.RequestContext) => Promise<Result<T>>,
): Promise<Result<T>> => {
  try {
    return await excel.run({ delayForCellEdit: true }, action);
  } catch (error) {
    const known = excelProblem(error);
    if (known === undefined) throw error;
    onFault(error);
    return refuse(known);
  }
};

/**
 * Lets one action through at a time; a second click is told that the first is still running (rules/bad-inputs.md#b093).
 */
export const singleFlight = (): {
  readonly flying: () => boolean;
  readonly fly: <T>(action: () => Promise<Result<T>>) => Promise<Result<T>>;
} => {
  let flying = false;
  return {
    flying: () => flying,
    fly: async (action) => {
      if (flying) return refuse(problem('excel-busy'));
      flying = true;
      try {
        return await action();
      } finally {
        flying = false;
      }
    },
  };
};
