import { answerState, type NationalTable, type PrintedFigure, type SummaryKind } from '../answers';
import { at, halfUp } from '../kernel';
import { problem, type Problem } from '../problems';
import { blockName, criterionIndexOf } from '../schemes';
import { pointsOf } from '../score';
import { blockColumn } from './rankNation';
import type { SettledPoints } from './settledPoints';
import { statisticsOf } from './statistics';

/** What we work out for one column, to hold against the summary rows. */
interface Figures {
  readonly maxPoints: number;
  readonly sum: number;
  readonly mean: number;
  readonly median: number | undefined;
  readonly sdPopulation: number | undefined;
  readonly count: number | undefined;
}

/**
 * Printed means, medians, SDs, sums, rates and counts against ours, to the precision they are printed with. Not where points
 * are open. The summary rows of a part of the nation may be those of the whole: they are compared only if most of them are
 * of these rows.
 */
export const checkSummary = (table: NationalTable, points: SettledPoints, whole: boolean): readonly Problem[] => {
  if (table.count === 0) return [];
  const scores = points.least;
  const isOpen = scores.compiled.blocks.map((_, block) =>
    scores.points === points.most.points
      ? false
      : table.municipalities.some((_one, row) => pointsOf(scores, row, block) !== pointsOf(points.most, row, block)),
  );
  let compared = 0;
  const blocks = new Map(
    scores.compiled.blocks.map((block, at) => {
      const { sum, mean, median, sdPopulation } = statisticsOf(blockColumn(scores, at));
      const figures: Figures = { maxPoints: block.maxPoints, sum, mean, median, sdPopulation, count: undefined };
      return [block.key, { figures, name: blockName(block), isOpen: isOpen[at] === true }] as const;
    }),
  );
  const counts = countMet(table);
  const { all } = criterionIndexOf(table.scheme);
  const problems = table.summary.flatMap(({ kind, label, blocks: printedBlocks, criteria }) => {
    const compare = (printed: PrintedFigure, figures: Figures, name: string): readonly Problem[] => {
      const ours = figureOf(kind, figures, table.count);
      if (ours !== undefined && kind !== 'maxPoints') compared += 1;
      if (ours === undefined || agreesAsPrinted(printed.value, ours, kind === 'rate' || kind === 'share')) return [];
      const place = { sheet: table.sheet, cell: printed.cell, found: String(printed.value), expected: shown(ours) };
      return [problem('nation-figure-differs', place, { figure: label, block: name, count: table.count })];
    };
    return [
      ...[...printedBlocks].flatMap(([key, printed]) => {
        const block = blocks.get(key);
        return block === undefined || block.isOpen ? [] : compare(printed, block.figures, block.name);
      }),
      ...[...criteria].flatMap(([index, printed]) => {
        const entry = all[index];
        if (entry === undefined || at(table.criteriaFound, index) === 0) return [];
        const { points, id } = entry.criterion;
        const count = at(counts, index);
        const sum = count * points;
        const figures = {
          maxPoints: points,
          sum,
          mean: sum / table.count,
          median: undefined,
          sdPopulation: undefined,
          count,
        };
        return compare(printed, figures, id);
      }),
    ];
  });
  return whole || problems.length * 2 <= compared ? problems : [];
};

const countMet = ({ states, count, criteriaFound }: NationalTable): Uint32Array => {
  const width = criteriaFound.length;
  const counts = new Uint32Array(width);
  for (let row = 0; row < count; row += 1) {
    for (let criterion = 0; criterion < width; criterion += 1) {
      if (states[row * width + criterion] === answerState.met) counts[criterion] = at(counts, criterion) + 1;
    }
  }
  return counts;
};

const figureOf = (kind: SummaryKind, figures: Figures, municipalities: number): number | undefined => {
  switch (kind) {
    case 'maxPoints':
      return figures.maxPoints;
    case 'sum':
      return figures.sum;
    case 'mean':
      return figures.mean;
    case 'rate':
      return figures.mean / figures.maxPoints;
    case 'median':
      return figures.median;
    case 'sdPopulation':
      return figures.sdPopulation;
    case 'count':
      return figures.count;
    case 'share':
      return figures.count === undefined ? undefined : figures.count / municipalities;
    // 項目平均 is not defined in what was found (rules/grants.md#national-table), and extremes are not checked.
    case 'itemMean':
    case 'other':
      return undefined;
  }
};

const shown = (value: number): string => String(Number(value.toPrecision(12)));

/** Beyond this many decimals a figure is not printed but stored, and compared as such. */
const mostPrintedDecimals = 8;
const closeness = 1e-9;

/** True when `ours`, rounded half up to the decimals that stand there, is the printed figure; shares also as percent. */
const agreesAsPrinted = (printed: number, ours: number, isShare: boolean): boolean =>
  agrees(printed, ours) || (isShare && agrees(printed, ours * 100));

const agrees = (printed: number, ours: number): boolean => {
  if (Math.abs(printed - ours) <= closeness * Math.max(1, Math.abs(ours))) return true;
  const [, fraction = ''] = /\.(\d+)$/.exec(String(printed)) ?? [];
  const decimals = fraction.length;
  return decimals <= mostPrintedDecimals && Number(halfUp(ours, decimals)) === printed;
};
