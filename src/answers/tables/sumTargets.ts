import {
  countsIn,
  criterionIndexOf,
  grantOfGoal,
  grants,
  isCommon,
  wholeOf,
  type BlockPlace,
  type GrantOrCommon,
  type Group,
  type IndexedCriterion,
  type Scheme,
} from '../../schemes';
import {
  goalIn,
  groupInSum,
  isSumLabel,
  readCompositeLabel,
  readGoal,
  readGrant,
  readGroup,
  readIndicatorNumber,
} from '../labels';
import { labelColumns, type RowTexts } from './answerTable';

/** What a printed sum may be the sum of: an indicator, or a block (null = all of them). */
export type SumTarget = { readonly indicator: string } | BlockPlace;

/**
 * What a sum row may stand for, likeliest first: 推進 Ⅰ 計 = the goal, 推進 計 = the grant, 総計 = everything. A bare 小計
 * may close anything that ends with the criterion `above` it.
 */
export const sumTargets = (
  scheme: Scheme,
  texts: RowTexts,
  above: IndexedCriterion | undefined,
): readonly SumTarget[] => {
  const column = labelColumns.find((role) => isSumLabel(texts[role]));
  if (column === undefined) return [];
  const around = enclosing(scheme, above);
  const label = texts[column];
  if (label.includes('総') && readGrant(label) === undefined) return [everything];
  switch (column) {
    case 'year':
    case 'grant':
      return named(namesIn(label), around) ?? present(everything, around.grants);
    case 'goal':
    case 'goal-name':
      return goalColumn(texts, label, around);
    case 'group':
      return groupColumn(texts, label, around);
    case 'number':
    case 'indicator':
    case 'branch':
    case 'sub-branch':
    case 'id':
    case 'question':
      return detailColumn(texts, label, around);
  }
};

const everything: SumTarget = wholeOf(null);

interface Names {
  readonly grant?: GrantOrCommon | undefined;
  readonly goal?: number | undefined;
  readonly group?: Group | undefined;
}

/** The blocks that end with a criterion. */
interface Enclosing {
  readonly scheme: Scheme;
  readonly own?: IndexedCriterion | undefined;
  readonly indicator?: SumTarget;
  readonly group?: SumTarget;
  readonly goal?: SumTarget;
  readonly grants: readonly SumTarget[];
}

const enclosing = (scheme: Scheme, above: IndexedCriterion | undefined): Enclosing => {
  if (above === undefined) return { scheme, grants: [] };
  const { id, grant, goal, group } = above.indicator;
  return {
    scheme,
    own: above,
    indicator: { indicator: id },
    group: { grant, goal, group },
    goal: { grant, goal, group: null },
    grants: grants.filter((one) => countsIn(one, { grant })).map(wholeOf),
  };
};

const namesIn = (label: string): Names => ({
  grant: readGrant(label),
  goal: goalIn(label),
  group: groupInSum(label),
});

/** The narrowest block the names tell; what they leave out comes from the criterion above. Undefined when they tell none. */
const named = ({ grant, goal, group }: Names, { scheme, own }: Enclosing): readonly SumTarget[] | undefined => {
  const ofGrant = grant ?? own?.indicator.grant;
  const ofGoal = goal ?? own?.indicator.goal;
  if (group !== undefined)
    return ofGoal === undefined || ofGrant === undefined ? [] : [block(scheme, ofGrant, ofGoal, group)];
  if (goal !== undefined) return ofGrant === undefined ? [] : [block(scheme, ofGrant, goal, null)];
  return grant === undefined ? undefined : grantBlock(scheme, grant);
};

const goalColumn = (texts: RowTexts, label: string, around: Enclosing): readonly SumTarget[] => {
  const grant = readGrant(texts.grant);
  const goal = readGoal(texts.goal) ?? goalIn(label);
  const group = readGroup(texts.group) ?? groupInSum(label);
  if (goal !== undefined) return named({ grant, goal, group }, around) ?? [];
  if (grant !== undefined) return grantBlock(around.scheme, grant);
  return named(namesIn(label), around) ?? present(...around.grants, everything);
};

const groupColumn = (texts: RowTexts, label: string, around: Enclosing): readonly SumTarget[] => {
  const names: Names = {
    grant: readGrant(texts.grant) ?? readGrant(label),
    goal: readGoal(texts.goal) ?? goalIn(label),
    group: groupInSum(label),
  };
  if (names.goal !== undefined || names.group !== undefined) return named(names, around) ?? [];
  if (names.grant !== undefined) return present(around.goal, grantBlock(around.scheme, names.grant));
  return present(around.goal, around.grants, everything);
};

const detailColumn = (texts: RowTexts, label: string, around: Enclosing): readonly SumTarget[] => {
  const composite = label.includes('/') || label.includes('／') ? readCompositeLabel(label) : {};
  const row: Names = { grant: readGrant(texts.grant), goal: readGoal(texts.goal), group: readGroup(texts.group) };
  const number = readIndicatorNumber(texts.number) ?? composite.number;
  if (number !== undefined) return ofIndicator(number, row, around);
  const inLabel = namesIn(label);
  if (inLabel.grant !== undefined || inLabel.goal !== undefined || inLabel.group !== undefined)
    return named({ ...row, ...told(inLabel) }, around) ?? [];
  if (row.group !== undefined) return present(...(named(row, around) ?? []), around.indicator);
  if (row.goal !== undefined) return present(...(named(row, around) ?? []), around.group, around.indicator);
  if (row.grant !== undefined)
    return present(grantBlock(around.scheme, row.grant), around.goal, around.group, around.indicator);
  return present(around.group, around.indicator, around.goal, around.grants, everything);
};

const ofIndicator = (number: number, row: Names, { scheme, own }: Enclosing): readonly SumTarget[] => {
  const grant = row.grant ?? own?.indicator.grant;
  const goal = row.goal ?? own?.indicator.goal;
  const group = row.group ?? own?.indicator.group;
  if (grant === undefined || goal === undefined || group === undefined) return [];
  const indicator = criterionIndexOf(scheme).indicatorNumbered({ grant, goal, group }, number);
  return indicator === undefined ? [] : [{ indicator: indicator.id }];
};

const told = (names: Names): Names => ({
  ...(names.grant && { grant: names.grant }),
  ...(names.goal === undefined ? {} : { goal: names.goal }),
  ...(names.group && { group: names.group }),
});

/** A common goal is one block however its grant is written. */
const block = (scheme: Scheme, grant: GrantOrCommon, goal: number, group: Group | null): SumTarget => ({
  grant: grantOfGoal(scheme, goal, grant),
  goal,
  group,
});

/** The sum of a grant; 共通 names the common goal. */
const grantBlock = ({ goals }: Scheme, grant: GrantOrCommon): readonly SumTarget[] =>
  isCommon({ grant })
    ? goals.filter(isCommon).map(({ goal }) => ({ grant, goal, group: null }))
    : [{ grant, goal: null, group: null }];

const present = (...targets: readonly (SumTarget | readonly SumTarget[] | undefined)[]): readonly SumTarget[] =>
  targets.flatMap((target) => target ?? []);
