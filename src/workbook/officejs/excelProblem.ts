import { problem, type Problem, type ProblemNeeding } from '../../kernel';
import { Cancelled } from './runOptions';

/** The library's error codes and what we say about them (rules/excel.md#web-seam, #requests). */
const names: ReadonlyMap<string, ProblemNeeding<'excelCode' | 'excelLocation'>> = new Map([
  ['AccessDenied', 'excel-protected'],
  ['InvalidOperationInCellEditMode', 'excel-cell-edit'],
  ['RequestPayloadSizeLimitExceeded', 'excel-too-large'],
  ['ResponsePayloadSizeLimitExceeded', 'excel-too-large'],
  ['ItemNotFound', 'excel-sheet-gone'],
  ['InvalidReference', 'excel-sheet-gone'],
  ['InvalidObjectPath', 'excel-sheet-gone'],
  ['InvalidOrTimedOutSession', 'excel-closed'],
  ['RequestAborted', 'excel-closed'],
  ['ConnectionFailure', 'excel-closed'],
  ['ApiNotFound', 'excel-api-missing'],
  ['ApiNotAvailable', 'excel-api-missing'],
  ['NotImplemented', 'excel-api-missing'],
  ['ActivityLimitReached', 'excel-overloaded'],
  ['TooManyRequests', 'excel-overloaded'],
  ['ServiceNotAvailable', 'excel-overloaded'],
]);

/** The four parts of a refusal of Excel; undefined when the error is not Excel's but a bug of ours. */
export const excelProblem = (error: unknown, sheet?: string): Problem | undefined => {
  if (error instanceof Cancelled) return problem('excel-cancelled');
  // By its shape, not its class: the library may live in another realm than this code.
  if (typeof error !== 'object' || error === null) return undefined;
  if (!('code' in error) || typeof error.code !== 'string') return undefined;
  return problem(
    names.get(error.code) ?? 'excel-unknown',
    { sheet },
    { excelCode: error.code, excelLocation: locationOf(error) },
  );
};

/** True for an answer or request above the 5 MB of Excel on the web. */
export const isTooLarge = (error: unknown): boolean => excelProblem(error)?.name === 'excel-too-large';

const locationOf = (error: object): string => {
  const debug: unknown = 'debugInfo' in error ? error.debugInfo : undefined;
  if (typeof debug !== 'object' || debug === null || !('errorLocation' in debug)) return '';
  return typeof debug.errorLocation === 'string' ? debug.errorLocation : '';
};
