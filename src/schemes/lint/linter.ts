import type { Criterion, Indicator } from '../scheme';

/** Something wrong with the figures, and where in the file. */
export interface Finding {
  /** Path or id inside the file, e.g. `P1p1`. */
  readonly place: string;
  /** Japanese; names both figures that disagree. */
  readonly message: string;
}

/** A finding with the name of the rule that made it. */
export interface Fault extends Finding {
  readonly linter: string;
}

/** One rule about the data that the schema cannot express; never throws on data that passed the schema. */
export interface Linter<Subject> {
  readonly name: string;
  readonly check: (subject: Subject) => readonly Finding[];
}

/** Every fault the rules find in one subject, in the order of the rules. */
export const faultsOf = <Subject>(linters: readonly Linter<Subject>[], subject: Subject): readonly Fault[] =>
  linters.flatMap(({ name, check }) => check(subject).map((finding) => ({ linter: name, ...finding })));

/** The criteria of an indicator by measure, each in the order of the file: the steps of one figure. */
export const stepsOf = ({ criteria }: Indicator): readonly (readonly Criterion[])[] => {
  const steps = new Map<string, Criterion[]>();
  for (const criterion of criteria) {
    const measure = criterion.measure ?? '';
    const known = steps.get(measure);
    if (known === undefined) steps.set(measure, [criterion]);
    else known.push(criterion);
  }
  return [...steps.values()];
};
