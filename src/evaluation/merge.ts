import { ok, problem, refuse, type Problem, type Result } from '../problems';
import {
  municipalitiesOf,
  nationIn,
  type BatchResults,
  type MunicipalityResult,
  type WorkbookResults,
} from './results';
import { codeOf } from './checkCode';

/** One file of a batch and what came of it. */
export interface BatchItem {
  readonly file: string;
  readonly outcome: Result<WorkbookResults>;
}

/**
 * Puts the results of many workbooks together: one table, one list of problems, failures listed and the rest done. Files
 * of another fiscal year than the first are failures by name; refused when nothing at all could be scored.
 */
export const mergeResults = (items: readonly BatchItem[]): Result<BatchResults> => {
  const scored = items.flatMap(({ file, outcome }) => (outcome.ok ? [{ file, results: outcome.value }] : []));
  const [first] = scored;
  if (first === undefined) {
    const problems = items.flatMap(({ file, outcome }) => (outcome.ok ? [] : named(file, outcome.problems)));
    const [one, ...others] = problems;
    return one === undefined ? refuse(problem('batch-empty')) : refuse(one, ...others);
  }
  const { scheme, schemeHash, national, engineVersion, money } = first.results;
  const fits = (results: WorkbookResults): boolean => results.schemeHash === schemeHash;
  const same = scored.filter(({ results }) => fits(results));
  const municipalities = same.flatMap(({ results }) => municipalitiesOf(results));
  return ok({
    subject: 'batch',
    scheme,
    schemeHash,
    national,
    engineVersion,
    nation: nationIn(first.results),
    municipalities,
    money: { plan: money.plan, allocation: money.allocation, settings: undefined, own: undefined },
    problems: [
      ...same.flatMap(({ file, results }) => named(file, results.problems)),
      ...duplicates(municipalities),
      ...items.filter(isOwnResults).map(({ file }) => problem('own-results-left-out', { found: file })),
    ],
    checkCode: codeOf(same.map(({ results }) => results.checkCode).sort()),
    sources: same.flatMap(({ results }) => results.sources),
    failures: items.flatMap(({ file, outcome }) => {
      if (isOwnResults({ file, outcome })) return [];
      if (!outcome.ok) return [{ file, problems: named(file, outcome.problems) }];
      if (fits(outcome.value)) return [];
      const place = { found: outcome.value.scheme.fiscalYear, expected: scheme.fiscalYear };
      return [{ file, problems: named(file, [problem('batch-other-year', place)]) }];
    }),
  });
};

/** Results lie beside the answers after every run: nobody has to do anything about them. */
const isOwnResults = ({ outcome }: BatchItem): boolean =>
  !outcome.ok && outcome.problems.every(({ name }) => name === 'own-results');

const named = (file: string, problems: readonly Problem[]): readonly Problem[] =>
  problems.map((one) => ({ ...one, file }));

/** One municipality in two files: both are listed, and a person must say which counts. */
const duplicates = (municipalities: readonly MunicipalityResult[]): readonly Problem[] => {
  const seen = new Map<string, MunicipalityResult>();
  return municipalities.flatMap((municipality) => {
    const key = municipality.identity.code ?? `${municipality.identity.prefecture ?? ''}${municipality.identity.name}`;
    const before = seen.get(key);
    seen.set(key, municipality);
    return before === undefined
      ? []
      : [
          problem(
            'batch-duplicate',
            { found: municipality.identity.name },
            { files: [before, municipality].map(({ source }) => source?.name ?? '').join('・') },
          ),
        ];
  });
};
