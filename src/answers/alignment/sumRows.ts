import { blockKey, blocksOf, criterionIndexOf, timesIn, type Indicator, type Scheme } from '../../schemes';
import { cellAt } from '../../workbook';
import { isSumLabel } from '../labels';
import { printedPoints, type AnswerTable, type RowTexts } from '../tables/answerTable';
import { sumTargets, type SumTarget } from '../tables/sumTargets';
import type { CriterionRow, SumRow } from '../tables/tableRows';

/** A row whose labels say that it holds a sum. */
export interface LabelledSum {
  /** 0-based. */
  readonly row: number;
  readonly texts: RowTexts;
}

/** Labels stand among the first columns. */
const mostColumns = 60;

/** The label of a sum in a row without any other: below the table it often stands beside its figure, under 配点. */
export const sumLabelAside = ({ sheet }: AnswerTable, row: number): RowTexts | undefined => {
  const cells = sheet.grid[row] ?? [];
  for (let column = 0; column < Math.min(cells.length, mostColumns); column += 1) {
    const value = cellAt(sheet.grid, row, column);
    if (typeof value === 'string' && isSumLabel(value)) return { ...noTexts, branch: value.trim() };
  }
  return undefined;
};

const noTexts: RowTexts = {
  year: '',
  grant: '',
  goal: '',
  'goal-name': '',
  group: '',
  number: '',
  indicator: '',
  branch: '',
  'sub-branch': '',
  id: '',
  question: '',
};

/**
 * What each sum row may be the sum of, likeliest first: what its labels and the full marks beside it say, and of that the
 * smallest block that holds every criterion since the sum before; a sum right below another closes a larger one.
 */
export const sumsOf = (
  table: AnswerTable,
  scheme: Scheme,
  rows: readonly LabelledSum[],
  criteria: readonly CriterionRow[],
): readonly SumRow[] => {
  const sums: SumRow[] = [];
  let at = 0;
  for (const { row, texts } of rows) {
    const before = sums.at(-1);
    const since: Indicator[] = [];
    for (let criterion = criteria[at]; criterion !== undefined && criterion.row < row; criterion = criteria[at]) {
      since.push(criterion.criterion.indicator);
      at += 1;
    }
    const labelled = ofPrinted(table, scheme, row, sumTargets(scheme, texts, criteria[at - 1]?.criterion));
    sums.push({ row, targets: closing(scheme, labelled, since, before) });
  }
  return sums;
};

const ofPrinted = (
  table: AnswerTable,
  scheme: Scheme,
  row: number,
  targets: readonly SumTarget[],
): readonly SumTarget[] => {
  const printed = printedPoints(table, row);
  const ofPoints = printed === undefined ? [] : targets.filter((target) => maximumOf(scheme, target) === printed);
  return ofPoints.length > 0 ? ofPoints : targets;
};

const closing = (
  scheme: Scheme,
  targets: readonly SumTarget[],
  since: readonly Indicator[],
  before: SumRow | undefined,
): readonly SumTarget[] => {
  if (targets.length < 2) return targets;
  const [closed] = before?.targets ?? [];
  const sizes = new Map(targets.map((target) => [target, indicatorsOf(scheme, target)]));
  const least = since.length === 0 && closed !== undefined ? indicatorsOf(scheme, closed).length : 0;
  const closes = (target: SumTarget): boolean => {
    const inside = new Set(sizes.get(target));
    return inside.size > least && since.every((one) => inside.has(one));
  };
  const fitting = targets.filter(closes);
  const bySize = (one: SumTarget, other: SumTarget): number =>
    (sizes.get(one)?.length ?? 0) - (sizes.get(other)?.length ?? 0);
  return [...fitting.sort(bySize), ...targets.filter((target) => !fitting.includes(target))];
};

const indicatorsOf = ({ indicators }: Scheme, target: SumTarget): readonly Indicator[] =>
  indicators.filter((one) => ('indicator' in target ? one.id === target.indicator : timesIn(target, one) > 0));

/** The full marks of what a sum may be the sum of: the points printed beside it tell which it is. */
const maximumOf = (scheme: Scheme, target: SumTarget): number | undefined => {
  if ('indicator' in target) return criterionIndexOf(scheme).indicatorById.get(target.indicator)?.maxPoints;
  const key = blockKey(target);
  return blocksOf(scheme).find((block) => block.key === key)?.maxPoints;
};
