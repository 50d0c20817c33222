import type { NationalTable } from '../answers';
import { at } from '../kernel';
import { blockKey, blockName, criterionIndexOf, figuresOf, nationalUnder, soleGroupOf, wholeOf } from '../schemes';
import { pointsOf } from '../score';
import type { SettledPoints } from './settledPoints';
import { statisticsOf } from './statistics';
import { blockColumn } from './rankNation';

/** How many of the scheme's columns a table has, and which it has not. */
export interface Recognised {
  readonly found: number;
  readonly of: number;
  /** As people call them: 「今年度の評価点　ア」, 「推進Ⅰ 体制・取組」, in the order of the scheme. */
  readonly missing: readonly string[];
}

/** How much of a national table was read, and what it was held against: the grounds of every number taken from it. */
export interface NationCoverage {
  readonly criteria: Recognised;
  /** Printed sums by block. */
  readonly blocks: Recognised;
  readonly municipalities: { readonly found: number; readonly expected: number };
  /** Rows with a printed total, and how many of them have the total that their criteria come to (or leave open). */
  readonly totals: { readonly compared: number; readonly agreeing: number };
  /** Mean of the totals beside the published one; undefined unless the whole nation is there and every total settled. */
  readonly mean: { readonly table: number; readonly published: number } | undefined;
  /** Rows by what their points rest on: the criteria, the printed sums, or a range between the two. */
  readonly rows: { readonly fromCriteria: number; readonly byPrint: number; readonly open: number };
}

/** The coverage of a table whose points were settled; `whole`: all municipalities of the year are there. */
export const coverageOf = (
  table: NationalTable,
  points: SettledPoints,
  { expected, whole }: { readonly expected: number; readonly whole: boolean },
): NationCoverage => {
  const { all } = criterionIndexOf(table.scheme);
  const { blocks: allBlocks, totalBlock } = points.least.compiled;
  const missing = all.filter(({ index }) => at(table.criteriaFound, index) === 0);
  // The sum of a goal's only group is the goal's; nobody prints it twice.
  const blocks = allBlocks.filter(
    ({ goal, group, grant }) =>
      group === null || goal === null || grant === null || soleGroupOf(table.scheme, goal, grant) === undefined,
  );
  const unprinted = blocks.filter(({ key }) => !table.printedBlocks.has(key));
  const differing = differingTotals(table, points);
  const compared = [...(table.printedBlocks.get(blockKey(wholeOf(null))) ?? [])].filter((one) => !Number.isNaN(one));
  const open = openRows(points);
  const byPrint = points.byPrint.filter((row) => !open.has(row)).length;
  const published = figuresOf(nationalUnder(table.scheme), wholeOf(null))?.mean;
  const settled = points.contradicting.length + points.byPrint.length === 0 || open.size === 0;
  return {
    criteria: {
      found: all.length - missing.length,
      of: all.length,
      missing: missing.map(({ indicator, criterion }) => `${indicator.name}　${criterion.label}`),
    },
    blocks: { found: blocks.length - unprinted.length, of: blocks.length, missing: unprinted.map(blockName) },
    municipalities: { found: table.count, expected },
    totals: { compared: compared.length, agreeing: compared.length - differing.length },
    mean:
      whole && settled && published !== undefined
        ? { table: statisticsOf(blockColumn(points.least, totalBlock)).mean, published }
        : undefined,
    rows: { fromCriteria: table.count - byPrint - open.size, byPrint, open: open.size },
  };
};

/** Rows of which some block is not settled. */
export const openRows = ({ least, most }: SettledPoints): ReadonlySet<number> => {
  const open = new Set<number>();
  if (least.points === most.points) return open;
  for (let row = 0; row < least.count; row += 1) {
    if (least.compiled.blocks.some((_, block) => pointsOf(least, row, block) !== pointsOf(most, row, block)))
      open.add(row);
  }
  return open;
};

/** A printed total that the criteria of its row cannot come to. */
export interface DifferingTotal {
  readonly row: number;
  readonly printed: number;
  /** What the criteria come to, open ones counted as nothing. */
  readonly counted: number;
}

/** Rows whose printed total is none that their criteria can come to. */
export const differingTotals = (table: NationalTable, { criteria }: SettledPoints): readonly DifferingTotal[] => {
  const { totalBlock } = criteria.least.compiled;
  return [...(table.printedBlocks.get(blockKey(wholeOf(null))) ?? [])]
    .map((printed, row) => ({ row, printed, counted: pointsOf(criteria.least, row, totalBlock) }))
    .filter(
      ({ row, printed, counted }) =>
        !Number.isNaN(printed) && (printed < counted || printed > pointsOf(criteria.most, row, totalBlock)),
    );
};
