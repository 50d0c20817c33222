import { problem, sentenceOf, type Language, type Problem, type ProblemName, type Result } from '../problems';
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
  return by === undefined ? onceLoaded(calculate) : shown(() => calculate(by));
};

const onceLoaded = async <Value>(calculate: (by: Calculations) => Result<Value>): Promise<Value> => {
  const by = await loadCalculations().catch((cause: unknown) => {
    // Not remembered: the next call asks the server again.
    throw errorFor(problem('function-not-loaded', { found: messageOf(cause) }));
  });
  return shown(() => calculate(by));
};

const shown = <Value>(calculate: () => Result<Value>): Value => {
  const result = attempt(calculate);
  if (result.ok) return result.value;
  const [first] = result.problems;
  throw first === undefined ? new Error('inCell: refused without a problem') : errorFor(first);
};

const attempt = <Value>(calculate: () => Result<Value>): Result<Value> => {
  try {
    return calculate();
  } catch (cause) {
    return { ok: false, problems: [problem('function-failed', { found: messageOf(cause) })] };
  }
};

const messageOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));

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
