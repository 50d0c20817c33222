import { blockKey, goalNumeral, grantNames, groupNames, type Scheme } from '../../../src/schemes';
import { plainSheet, type CellValue, type SheetContent } from '../../../src/workbook';
import type { Draw } from './draw';
import type { Head } from './head';
import type { Truth } from './truth';

/** One line for each indicator with its points, as municipalities keep the result; sums behind the goals or not. */
export const pointsOfIndicators = (
  draw: Draw,
  scheme: Scheme,
  truth: Truth,
  head: Head,
  odd: number,
): { readonly kinds: readonly string[]; readonly sheet: SheetContent } => {
  const withMost = !draw.chance(odd);
  const withSums = draw.chance(0.4);
  const words = draw.usually(['得点', '評価点', '自己採点', '点数'], odd);
  const lines: (readonly CellValue[])[] = [
    ['交付金', '目標', '指標群', '番号', '指標', ...(withMost ? ['配点'] : []), words],
  ];
  scheme.indicators.forEach((indicator, at) => {
    const { grant, goal, group, number, name, maxPoints, id } = indicator;
    const line = (head: readonly CellValue[], most: number, points: number): void => {
      lines.push([...head, ...(withMost ? [most] : []), points]);
    };
    const labels = [grantNames[grant].short, goalNumeral(goal), groupNames[group].short];
    line([...labels, number, name], maxPoints, truth.ofIndicators.get(id) ?? 0);
    const next = scheme.indicators[at + 1];
    if (withSums && (next?.goal !== goal || next.grant !== grant))
      line(
        [labels[0] ?? '', goalNumeral(goal), '計', null, null],
        100,
        truth.points.get(blockKey({ grant, goal, group: null })) ?? 0,
      );
  });
  if (withSums) lines.push(['合計', null, null, null, null, ...(withMost ? [800] : []), truth.total]);
  return {
    kinds: [...(withMost ? [] : ['no points']), ...(withSums ? ['sums'] : [])],
    sheet: plainSheet(head.sheet ?? '得点', [...head.lines, ...lines]),
  };
};
