import {
  blocksOf,
  cite,
  countsIn,
  figuresOf,
  grants,
  groupMaximum,
  groups,
  isCommon,
  samePlace,
  wholeOf,
  type Block,
  type Figure,
  type Grant,
  type Group,
  type NationalFigures,
  type Origin,
  type Scheme,
} from '../schemes';

/** One column of the councils' national table: 配点, 平均点, 中央値 of a block; what is not known is undefined. */
export interface SummaryColumn {
  readonly grant: Grant | null;
  readonly goal: number | null;
  readonly group: Group | null;
  readonly maxPoints: Figure;
  /** Unrounded. */
  readonly mean: Figure | undefined;
  /** As published; medians do not add up. */
  readonly median: Figure | undefined;
}

/**
 * The columns of 天草市 資料3 (26 for R6 to R8): per grant each goal by group and in all, a goal of one group (Ⅳ) once, then
 * common goals, the grant; then the groups over both grants, and the total.
 */
export const summaryColumns = (scheme: Scheme, national: NationalFigures | undefined): readonly SummaryColumn[] => {
  const blocks = blocksOf(scheme);
  const published = national && { kind: 'published' as const, cited: cite(national.documents, national.source) };
  const column = (grant: Grant | null, block: Block): SummaryColumn => {
    const { goal, group, maxPoints } = block;
    const stored = figuresOf(national, block);
    return {
      grant,
      goal,
      group,
      maxPoints: { value: maxPoints, origin: rulesOrigin(scheme, grant, goal) },
      mean: figure(stored?.mean, published),
      median: figure(stored?.median, published),
    };
  };
  const ofGrant = (grant: Grant): readonly SummaryColumn[] => [
    ...blocks
      .filter((block) => block.grant === grant && block.goal !== null && !isWholeGoal(scheme, block))
      .concat(blocks.filter((block) => isCommon(block) && block.group === null))
      .map((block) => column(grant, block)),
    ...blocks.filter((block) => samePlace(block, wholeOf(grant))).map((block) => column(grant, block)),
  ];
  const declared = groups.filter((group) => groupMaximum(blocks, group) > 0);
  const ofGroups = declared.map((group): SummaryColumn => {
    const total = national?.groupTotals?.find((one) => one.group === group);
    const from = national &&
      total && { kind: 'from-published' as const, cited: cite(national.documents, total.source) };
    return {
      grant: null,
      goal: null,
      group,
      maxPoints: { value: groupMaximum(blocks, group), origin: { kind: 'sum-over-grants' } },
      mean: figure(total?.mean, from),
      median: figure(total?.median, from),
    };
  });
  const total = blocks.filter((block) => samePlace(block, wholeOf(null))).map((block) => column(null, block));
  return [...grants.flatMap(ofGrant), ...ofGroups, ...total];
};

/** The group of a goal that has no other: its column would say the same twice. */
const isWholeGoal = ({ goals }: Scheme, { grant, goal, group }: Block): boolean =>
  group !== null && goals.some((one) => one.grant === grant && one.goal === goal && one.groups.length === 1);

const figure = (value: number | null | undefined, origin: Origin | undefined): Figure | undefined =>
  value === null || value === undefined || origin === undefined ? undefined : { value, origin };

/** Where the rules say the points of a goal, else of everything. */
const rulesOrigin = ({ documents, source, goals }: Scheme, grant: Grant | null, goal: number | null): Origin => {
  const own = grant === null ? undefined : goals.find((one) => one.goal === goal && countsIn(grant, one));
  return { kind: 'rules', cited: cite(documents, (own ?? { source }).source) };
};
