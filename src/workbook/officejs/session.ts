import type { RunOptions, Stage } from '..';
import { problem, refuse, type Problem, type Result } from '../../problems';
import { asksForLess, problemOfCode, saysNothing } from './errorCodes';
import { needsFocus } from './focus';

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
export const singleFlight = (): (<T>(action: () => Promise<Result<T>>) => Promise<Result<T>>) => {
  let flying = false;
  return async (action) => {
    if (flying) return refuse(problem('excel-busy'));
    flying = true;
    try {
      return await action();
    } finally {
      flying = false;
    }
  };
};

/** The part of the library we need, given by the host: `{ run: Excel.run, wait: … }` (Excel.run lives in this folder only). */
export interface ExcelLibrary {
  readonly run: <T>(options: Excel.RunOptions, batch: (context: Excel.RequestContext) => Promise<T>) => Promise<T>;
  /** Opens a workbook of its own from the bytes of a file in base64. */
  readonly createWorkbook: (base64: string) => Promise<void>;
  /** Resolves after so many milliseconds. */
  readonly wait: (milliseconds: number) => Promise<void>;
}

/** Thrown between two round trips when the user cancelled; becomes the problem `excel-cancelled`. */
class Cancelled extends Error {
  override readonly name = 'Cancelled';
}

/** Tells how far we are, and ends here when the user cancelled. */
export const checkpoint = (options: RunOptions, stage: Stage, done: number, total: number): void => {
  if (options.signal?.aborted === true) throw new Cancelled('checkpoint: cancelled by the user');
  options.onProgress?.({ stage, done, total });
};

/** The four parts of a refusal of Excel; undefined when the error is not Excel's but a bug of ours. */
export const excelProblem = (error: unknown, sheet?: string): Problem | undefined => {
  if (error instanceof Cancelled) return problem('excel-cancelled');
  // By its shape, not its class: the library may live in another realm than this code.
  if (typeof error !== 'object' || error === null) return undefined;
  if (!('code' in error) || typeof error.code !== 'string') return undefined;
  const excelLocation = locationOf(error);
  const lostFocus = error.code === 'GeneralException' && needsFocus(excelLocation);
  const name = lostFocus ? 'excel-out-of-focus' : problemOfCode(error.code);
  return problem(name, { sheet }, { excelCode: error.code, excelLocation });
};

/** True where Excel may answer a smaller question: above the 5 MB of Excel on the web, too many cells, too little memory. */
export const isTooLarge = (error: unknown): boolean => asksForLess(codeOf(error));

/** Sends what is asked, and gives the error where it was refused. */
export const refusalOf = async (context: Excel.RequestContext): Promise<Error | undefined> => {
  try {
    await context.sync();
    return undefined;
  } catch (error) {
    if (excelProblem(error) === undefined) throw error;
    return error as Error;
  }
};

/** True where a smaller question, or one question fewer, may be answered: also after refusals that give no reason. */
export const mayAnswerLess = (error: unknown): boolean => isTooLarge(error) || saysNothing(codeOf(error));

const codeOf = (error: unknown): string => {
  const code: unknown = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : '';
};

const locationOf = (error: object): string => {
  const debug: unknown = 'debugInfo' in error ? error.debugInfo : undefined;
  if (typeof debug !== 'object' || debug === null || !('errorLocation' in debug)) return '';
  return typeof debug.errorLocation === 'string' ? debug.errorLocation : '';
};
