import { problem, sentenceOf, type Language, type Problem, type ProblemName, type Result } from '../kernel';

/**
 * Like a look-up that finds nothing: these are `#N/A`; everything else is `#VALUE!` (rules/excel.md#custom-functions).
 */
const notAvailable: ReadonlySet<ProblemName> = new Set([
  'function-unanswered',
  'function-unknown-part',
  'function-no-ranks',
  'unknown-year',
]);

/** Gives a cell its value, or Excel's own error with a sentence; what nobody foresaw is `#VALUE!` too, never a crash. */
export const inCell = <Value>(calculate: () => Result<Value>): Value => {
  const result = attempt(calculate);
  if (result.ok) return result.value;
  const [first] = result.problems;
  throw first === undefined ? new Error('inCell: refused without a problem') : errorFor(first);
};

const attempt = <Value>(calculate: () => Result<Value>): Result<Value> => {
  try {
    return calculate();
  } catch (cause) {
    const found = cause instanceof Error ? cause.message : String(cause);
    return { ok: false, problems: [problem('function-failed', { found })] };
  }
};

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
