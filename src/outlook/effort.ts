import type { IndexedCriterion } from '../schemes';
import type { Standpoint } from './standpoint';

/** What a person says of criteria: how much work each is, and which are out of the question. By the index of the criterion. */
export interface ToldEffort {
  readonly effort: ReadonlyMap<number, number>;
  readonly excluded: ReadonlySet<number>;
}

export const nothingTold: ToldEffort = { effort: new Map(), excluded: new Set() };

/**
 * How much work a criterion is taken for where nobody says it: as many as there are municipalities without it, for what few
 * have is hard to come by. What is ranked against others counts as the whole nation more: one's own marks come first.
 */
export const effortOf = (
  { havingIt }: Standpoint,
  { index, indicator }: IndexedCriterion,
  { effort }: ToldEffort,
): number => {
  const told = effort.get(index);
  if (told !== undefined) return told;
  const { count, of } = havingIt(index) ?? { count: 0, of: 1 };
  return of - count + (indicator.rule.kind === 'marked' ? 0 : of);
};
