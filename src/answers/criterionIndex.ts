import { foldLabel } from '../kernel';
import type { Criterion, GrantOrCommon, Group, Indicator, Scheme } from '../schemes';

/** A criterion with its place in the scheme; `index` orders every columnar table. */
export interface IndexedCriterion {
  readonly index: number;
  readonly criterion: Criterion;
  readonly indicator: Indicator;
}

/** Looks criteria up by id and by label; criteria are numbered in the order of the scheme. */
export interface CriterionIndex {
  readonly all: readonly IndexedCriterion[];
  readonly byId: ReadonlyMap<string, IndexedCriterion>;
  readonly indicatorById: ReadonlyMap<string, Indicator>;
  /** By block key and folded name: `promotion|1|process|…`. */
  readonly indicatorByName: ReadonlyMap<string, Indicator>;
}

const made = new WeakMap<Scheme, CriterionIndex>();

/** The index of a scheme, made once. */
export const criterionIndexOf = (scheme: Scheme): CriterionIndex => {
  const known = made.get(scheme);
  if (known !== undefined) return known;
  const all = scheme.indicators
    .flatMap((indicator) => indicator.criteria.map((criterion) => ({ criterion, indicator })))
    .map((entry, index) => ({ ...entry, index }));
  const index: CriterionIndex = {
    all,
    byId: new Map(all.map((entry) => [entry.criterion.id, entry])),
    indicatorById: new Map(scheme.indicators.map((indicator) => [indicator.id, indicator])),
    indicatorByName: new Map(scheme.indicators.map((indicator) => [nameKey(indicator, indicator.name), indicator])),
  };
  made.set(scheme, index);
  return index;
};

/** Key of an indicator's name inside its block; goal Ⅳ is one block however its grant is written. */
export const nameKey = (
  block: { readonly grant: GrantOrCommon; readonly goal: number; readonly group: Group },
  name: string,
): string => `${block.goal === 4 ? 'common' : block.grant}|${block.goal}|${block.group}|${foldLabel(name)}`;

const grantLetters: Readonly<Record<GrantOrCommon, string>> = { promotion: 'P', support: 'S', common: 'C' };
const groupLetters: Readonly<Record<Group, string>> = { process: 'p', activity: 'a', outcome: 'o' };

/** `P1p3` from grant, goal, group and number; goal Ⅳ is common to both grants (rules/design.md#names). */
export const indicatorId = (grant: GrantOrCommon, goal: number, group: Group, number: number): string =>
  goal === 4 ? `C4o${number}` : `${grantLetters[grant]}${goal}${groupLetters[group]}${number}`;
