import { figuresOf, grants, maximaIn, wholeOf } from '../../../src/schemes/counting';
import type { Linter } from '../../../src/schemes/lint/linter';
import type { NationalSubject } from './nationalSubject';

/** A complete distribution has every municipality once and the published mean, median and population SD of what it is of. */
export const nationalDistribution: Linter<NationalSubject> = {
  name: 'national-distribution',
  check: ({ national: { distribution, grantDistributions, municipalities, blocks }, scheme }) => {
    const maxima = maximaIn(scheme);
    const distributions = [
      { place: 'distribution', rows: distribution, grant: null, most: maxima.total },
      ...grants.map((grant) => ({
        place: `grantDistributions.${grant}`,
        rows: grantDistributions?.[grant],
        grant,
        most: maxima[grant],
      })),
    ];
    return distributions.flatMap(({ place, rows, grant, most }) =>
      rows === undefined
        ? []
        : faultsOf(rows, { municipalities, most, published: figuresOf({ blocks }, wholeOf(grant)) }).map((message) => ({
            place,
            message,
          })),
    );
  },
};

interface Expected {
  readonly municipalities: number;
  readonly most: number;
  readonly published: { readonly mean: number; readonly median: number; readonly sdPopulation: number } | undefined;
}

const faultsOf = (
  rows: readonly (readonly [number, number])[],
  { municipalities, most, published }: Expected,
): readonly string[] => {
  const count = rows.reduce((sum, [, times]) => sum + times, 0);
  const sum = rows.reduce((total, [points, times]) => total + points * times, 0);
  const squares = rows.reduce((total, [points, times]) => total + points * points * times, 0);
  const repeated = rows.filter(([points], at) => rows.findIndex((row) => row[0] === points) !== at);
  const beyond = rows.filter(([points]) => points > most);
  return [
    ...(count === municipalities ? [] : [`分布の市町村数 ${count} ≠ 市町村数 ${municipalities}`]),
    ...repeated.map(([points]) => `得点 ${points} が二度書かれています`),
    ...beyond.map(([points]) => `得点 ${points} ＞ 総配点 ${most}`),
    ...[
      { what: '平均点', own: sum / count, given: published?.mean },
      { what: '中央値', own: medianOf(rows), given: published?.median },
      {
        what: '標準偏差',
        own: Math.sqrt((squares * count - sum * sum) / (count * count)),
        given: published?.sdPopulation,
      },
    ]
      .filter(({ own, given }) => given === undefined || Math.abs(own - given) > 1e-9)
      .map(({ what, own, given }) => `分布の${what} ${own} ≠ 公表の${what} ${given ?? '（なし）'}`),
  ];
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
