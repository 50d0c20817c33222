import {
  blocksOf,
  figuresOf,
  grants,
  groupMaximum,
  groups,
  isCommon,
  samePlace,
  wholeOf,
  type Block,
  type Grant,
  type Group,
  type NationalFigures,
  type Scheme,
} from '../schemes';
import { halfUp, printedPercent } from './halfUp';

/** One column of the councils' national table: 配点, 平均点, 平均得点率, 中央値 of a block. */
export interface SummaryColumn {
  readonly grant: Grant | null;
  readonly goal: number | null;
  readonly group: Group | null;
  readonly maxPoints: number;
  /** Unrounded; null when not known. */
  readonly mean: number | null;
  /** As published or computed; medians do not add up. */
  readonly median: number | null;
  readonly printed: { readonly mean: string; readonly rate: string; readonly median: string };
}

type Figures = Pick<NationalFigures, 'blocks' | 'groupTotals'>;

/**
 * The columns of 天草市 資料3 (26 for R6 to R8): per grant each goal by group and in all, a goal of one group (Ⅳ) once, then
 * common goals, the grant; then the three groups over both grants, and the total. From published figures or from figures
 * computed in the same shape.
 */
export const summaryColumns = (scheme: Scheme, figures: Figures): readonly SummaryColumn[] => {
  const blocks = blocksOf(scheme);
  const column = (grant: Grant | null, block: Block) => {
    const { goal, group, maxPoints } = block;
    const stored = figuresOf(figures, block);
    return printedColumn({ grant, goal, group, maxPoints }, stored?.mean ?? null, stored?.median ?? null);
  };
  const ofGrant = (grant: Grant): readonly SummaryColumn[] => [
    ...blocks
      .filter((block) => block.grant === grant && block.goal !== null && !isWholeGoal(scheme, block))
      .concat(blocks.filter((block) => isCommon(block) && block.group === null))
      .map((block) => column(grant, block)),
    ...blocks.filter((block) => samePlace(block, wholeOf(grant))).map((block) => column(grant, block)),
  ];
  const declared = groups.filter((group) => groupMaximum(blocks, group) > 0);
  const ofGroups = declared.map((group) => {
    const total = figures.groupTotals?.find((one) => one.group === group);
    const maxPoints = groupMaximum(blocks, group);
    return printedColumn({ grant: null, goal: null, group, maxPoints }, total?.mean ?? null, total?.median ?? null);
  });
  const total = blocks.filter((block) => samePlace(block, wholeOf(null))).map((block) => column(null, block));
  return [...grants.flatMap(ofGrant), ...ofGroups, ...total];
};

/** The group of a goal that has no other: its column would say the same twice. */
const isWholeGoal = ({ goals }: Scheme, { grant, goal, group }: Block): boolean =>
  group !== null && goals.some((one) => one.grant === grant && one.goal === goal && one.groups.length === 1);

const printedColumn = (
  place: Pick<SummaryColumn, 'grant' | 'goal' | 'group' | 'maxPoints'>,
  mean: number | null,
  median: number | null,
): SummaryColumn => ({
  ...place,
  mean,
  median,
  printed: {
    mean: mean === null ? '' : halfUp(mean, 1),
    rate: mean === null ? '' : printedPercent(mean, place.maxPoints, 1),
    median: median === null ? '' : String(median),
  },
});
