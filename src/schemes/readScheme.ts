import { ok, problem, refuse, type Problem, type Result } from '../kernel';
import { lintScheme } from './lint';
import { AnyScheme, type Scheme } from './schema';

/**
 * Reads a scheme file (ours or a user's): strict schema first, then the semantic linters.
 * Refuses with every fault found, each naming its place in the file.
 */
export const readScheme = (data: unknown): Result<Scheme> => {
  const parsed = AnyScheme.safeParse(data);
  if (!parsed.success) {
    const faults = parsed.error.issues
      .slice(0, 20)
      .map((issue) =>
        problem('scheme-shape', { found: issue.path.map(String).join('.') || '（全体）' }, { message: issue.message }),
      );
    return refuseAll(faults);
  }
  if (parsed.data.level === 'block') {
    return refuse(problem('scheme-block-level', { found: parsed.data.title }));
  }
  const faults = lintScheme(parsed.data).map(({ linter, place, message }) =>
    problem('scheme-lint', { found: place }, { linter, message }),
  );
  return faults.length > 0 ? refuseAll(faults) : ok(parsed.data);
};

const refuseAll = (faults: readonly Problem[]): Result<never> => ({ ok: false, problems: faults });
