import {
  problem,
  refuse,
  sentenceOf,
  type Language,
  type Problem,
  type ProblemName,
  type Refusal,
  type Result,
} from '../problems';
import { messageOf, notLoaded } from './failures';
import type * as everything from './calculations';

type Calculations = typeof everything;

/**
 * Like a look-up that finds nothing: these are `#N/A`; everything else is `#VALUE!` (rules/excel.md#custom-functions).
 */
const notAvailable: ReadonlySet<ProblemName> = new Set([
  'function-unanswered',
  'function-mark-zero-or-empty',
  'function-zero-or-empty',
  'function-value-zero-or-empty',
  'function-unknown-part',
  'function-no-ranks',
  'unknown-year',
  'goal-without-ranks',
  'goal-without-money',
  'goal-out-of-reach',
]);

let calculations: Calculations | undefined;

/** What the functions calculate with; loaded at the first call, so that a page nobody calculates in does without. */
export const loadCalculations = async (): Promise<Calculations> => {
  calculations ??= await import('./calculations');
  return calculations;
};

/**
 * Gives a cell its value, or Excel's own error with a sentence; what nobody foresaw is `#VALUE!` too, never a crash. A promise
 * only until the calculations are there: from then on no cell waits for what it could have at once.
 */
export const inCell = <Value>(calculate: (by: Calculations) => Result<Value>): Value | Promise<Value> => {
  const by = calculations;
  if (by === undefined) return loadedOrError().then((loaded) => shown(() => calculate(loaded)));
  return shown(() => calculate(by));
};

/** {@link inCell} of a function that loads more before it can calculate. */
export const inCellLater = async <Value>(calculate: (by: Calculations) => Promise<Result<Value>>): Promise<Value> =>
  valueOrError(await calculate(await loadedOrError()).catch(failed));

/** Not remembered where it failed: the next call asks the server again. */
const loadedOrError = async (): Promise<Calculations> => {
  try {
    return await loadCalculations();
  } catch (cause) {
    throw errorFor(notLoaded(cause));
  }
};

const shown = <Value>(calculate: () => Result<Value>): Value => {
  let result: Result<Value>;
  try {
    result = calculate();
  } catch (cause) {
    result = failed(cause);
  }
  return valueOrError(result);
};

const valueOrError = <Value>(result: Result<Value>): Value => {
  if (result.ok) return result.value;
  const [first] = result.problems;
  throw first === undefined ? new Error('inCell: refused without a problem') : errorFor(first);
};

const failed = (cause: unknown): Refusal => refuse(problem('function-failed', { found: messageOf(cause) }));

const errorFor = (first: Problem): CustomFunctions.Error => {
  const { notAvailable: missing, invalidValue } = CustomFunctions.ErrorCode;
  const code = notAvailable.has(first.name) ? missing : invalidValue;
  return new CustomFunctions.Error(code, sentenceOf(first, languageOfExcel()));
};

/** Japanese unless Excel says it is shown in another language; functions may run before Office has said anything. */
const languageOfExcel = (): Language => {
  const shown: unknown = typeof Office === 'undefined' ? undefined : Reflect.get(Office, 'context');
  const language: unknown =
    typeof shown === 'object' && shown !== null ? Reflect.get(shown, 'displayLanguage') : undefined;
  return typeof language !== 'string' || language.toLowerCase().startsWith('ja') ? 'ja' : 'en';
};
