import { figuresOf, wholeOf } from '../../../src/schemes/counting';
import type { Linter } from '../../../src/schemes/lint/linter';
import type { NationalSubject } from './nationalSubject';

/** A complete distribution has every municipality once and the published mean, median and population SD of the total. */
export const nationalDistribution: Linter<NationalSubject> = {
  name: 'national-distribution',
  check: ({ national: { distribution, municipalities, blocks }, scheme }) => {
    if (distribution === undefined) return [];
    const published = figuresOf({ blocks }, wholeOf(null));
    const count = distribution.reduce((sum, [, times]) => sum + times, 0);
    const sum = distribution.reduce((total, [points, times]) => total + points * times, 0);
    const squares = distribution.reduce((total, [points, times]) => total + points * points * times, 0);
    const place = 'distribution';
    const repeated = distribution.filter(([points], at) => distribution.findIndex((row) => row[0] === points) !== at);
    const beyond = distribution.filter(([points]) => points > scheme.maxPoints);
    return [
      ...(count === municipalities ? [] : [{ place, message: `分布の市町村数 ${count} ≠ 市町村数 ${municipalities}` }]),
      ...repeated.map(([points]) => ({ place, message: `得点 ${points} が二度書かれています` })),
      ...beyond.map(([points]) => ({ place, message: `得点 ${points} ＞ 総配点 ${scheme.maxPoints}` })),
      ...[
        { what: '平均点', own: sum / count, given: published?.mean },
        { what: '中央値', own: medianOf(distribution), given: published?.median },
        {
          what: '標準偏差',
          own: Math.sqrt((squares * count - sum * sum) / (count * count)),
          given: published?.sdPopulation,
        },
      ]
        .filter(({ own, given }) => given === undefined || Math.abs(own - given) > 1e-9)
        .map(({ what, own, given }) => ({
          place,
          message: `分布の${what} ${own} ≠ 公表の${what} ${given ?? '（なし）'}`,
        })),
    ];
  },
};

const medianOf = (distribution: readonly (readonly [number, number])[]): number => {
  const sorted = distribution.toSorted(([left], [right]) => left - right);
  const count = sorted.reduce((sum, [, times]) => sum + times, 0);
  return (atPlace(sorted, Math.floor((count - 1) / 2)) + atPlace(sorted, Math.floor(count / 2))) / 2;
};

/** The total of the municipality at a place (0 = lowest). */
const atPlace = (sorted: readonly (readonly [number, number])[], place: number): number => {
  let passed = 0;
  for (const [points, times] of sorted) {
    passed += times;
    if (passed > place) return points;
  }
  return Number.NaN;
};
