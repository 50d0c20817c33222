import { ok, problem, refuse, type Problem, type Result } from '../kernel';
import { lintScheme } from './lint';
import { AnyScheme, type Scheme } from './schema';
import { withinCaps } from './withinCaps';

/** More faults than this do not help; the first ones name the cause. */
const shownFaults = 20;

/** A sentence that lists thousands of unknown keys helps nobody. */
const shownLetters = 300;

/**
 * Reads a scheme file (ours or a user's), given as parsed JSON: caps first, then the strict schema, then the linters.
 * Refuses with the first twenty faults found, each naming its place in the file; never throws, whatever it is given.
 */
export const readScheme = (data: unknown): Result<Scheme> => {
  const breach = withinCaps(data);
  if (breach !== undefined) return refuse(shapeProblem(breach.place, breach.message));
  const parsed = AnyScheme.safeParse(data);
  if (!parsed.success) {
    return refuseAll(
      parsed.error.issues
        .slice(0, shownFaults)
        .map(({ path, message }) => shapeProblem(path.map(String).join('.'), message)),
    );
  }
  if (parsed.data.level === 'block') {
    return refuse(problem('scheme-block-level', { found: parsed.data.title }));
  }
  const faults = lintScheme(parsed.data)
    .slice(0, shownFaults)
    .map(({ place, message }) => problem('scheme-lint', { found: place }, { message }));
  return faults.length > 0 ? refuseAll(faults) : ok(parsed.data);
};

const shapeProblem = (place: string, message: string): Problem =>
  problem('scheme-shape', { found: place === '' ? '（全体）' : place }, { message: message.slice(0, shownLetters) });

const refuseAll = (problems: readonly Problem[]): Result<never> => ({ ok: false, problems });
