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
 * The 26 columns of 天草市 資料3: per grant each goal by group and in all (goal Ⅳ once), the grant; then the three groups
 * over both grants, and the total. From published figures or from figures computed in the same shape.
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
      .filter((block) => block.grant === grant && block.goal !== null)
      .concat(blocks.filter((block) => isCommon(block) && block.group === null))
      .map((block) => column(grant, block)),
    ...blocks.filter((block) => samePlace(block, wholeOf(grant))).map((block) => column(grant, block)),
  ];
  const ofGroups = groups.map((group) => {
    const total = figures.groupTotals?.find((one) => one.group === group);
    const maxPoints = groupMaximum(blocks, group);
    return printedColumn({ grant: null, goal: null, group, maxPoints }, total?.mean ?? null, total?.median ?? null);
  });
  const total = blocks.filter((block) => samePlace(block, wholeOf(null))).map((block) => column(null, block));
  return [...grants.flatMap(ofGrant), ...ofGroups, ...total];
};

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
