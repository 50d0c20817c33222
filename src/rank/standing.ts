import { at } from '../kernel';
import { cite, type NationalFigures, type Origin } from '../schemes';
import type { Nation } from './nation';
import type { RankBand } from './rankBand';
import type { Scope } from './scopes';
import { statisticsOf } from './statistics';

/** Where one municipality stands in a scope. */
export interface Standing {
  readonly value: number;
  readonly rank: number;
  /** Members of the scope's group, the municipality included. */
  readonly of: number;
  /** Of the group's values. */
  readonly mean: number;
  readonly median: number;
  /** How many have the same value, itself included. */
  readonly tied: number;
  /** Share of the group, 0–1, that does no better: (below + half of the tied) ÷ of. */
  readonly percentile: number;
  /** rank ÷ of: 上位 x %. */
  readonly topShare: number;
  /** 偏差値: 50 + 10·(x − mean) ÷ population SD; null when all are equal. */
  readonly deviationScore: number | null;
  /** The next better place: its rank and how many points are missing; null for the first. */
  readonly above: NextPlace | null;
  /** The next worse place: its rank and the lead over it; null for the last. */
  readonly below: NextPlace | null;
}

export interface NextPlace {
  readonly rank: number;
  readonly value: number;
  readonly gap: number;
}

/**
 * The standing of `row` by `values` (more is better) among the members of its group; undefined outside every group. Nobody is
 * put in order for it: a prefecture's folder asks it for each municipality, in every scope.
 */
export const standingOf = (values: ArrayLike<number>, scope: Scope, row: number): Standing | undefined => {
  const { groups } = scope;
  const group = groups[row];
  if (group === undefined || group < 0) return undefined;
  const own = at(values, row);
  const all = new Float64Array(groups.length);
  let [of, better, worse, above, atAbove, below] = [0, 0, 0, Infinity, 0, -Infinity];
  for (let other = 0; other < groups.length; other += 1) {
    if (groups[other] !== group) continue;
    const value = at(values, other);
    all[of] = value;
    of += 1;
    if (value > own) {
      better += 1;
      if (value === above) atAbove += 1;
      else if (value < above) {
        above = value;
        atAbove = 1;
      }
    } else if (value < own) {
      worse += 1;
      if (value > below) below = value;
    }
  }
  const tied = of - better - worse;
  const { mean, median, sdPopulation } = statisticsOf(all.subarray(0, of));
  return {
    value: own,
    rank: better + 1,
    of,
    mean,
    median,
    tied,
    percentile: (worse + tied / 2) / of,
    topShare: (better + 1) / of,
    deviationScore: sdPopulation === 0 ? null : 50 + (10 * (own - mean)) / sdPopulation,
    above: better === 0 ? null : { rank: better - atAbove + 1, value: above, gap: above - own },
    below: worse === 0 ? null : { rank: better + tied + 1, value: below, gap: own - below },
  };
};

/**
 * The rows around `row` by `values`, best first: up to `reach` above and below it, itself among them; the tied stand in row
 * order. None outside every group.
 */
export const neighboursOf = (
  values: ArrayLike<number>,
  scope: Scope,
  row: number,
  reach: number,
): readonly number[] => {
  const isBefore = (one: number, other: number): boolean => {
    const lead = at(values, one) - at(values, other);
    return lead > 0 || (lead === 0 && one < other);
  };
  // The nearest first; each list is short, so that a place in it is looked for from its end.
  const [before, after]: [number[], number[]] = [[], []];
  const note = (list: number[], member: number, isNearer: (one: number, other: number) => boolean): void => {
    let place = list.length;
    while (place > 0 && isNearer(member, list[place - 1] ?? row)) place -= 1;
    if (place < reach) list.splice(place, 0, member);
    if (list.length > reach) list.pop();
  };
  const { groups } = scope;
  const group = groups[row];
  if (group === undefined || group < 0) return [];
  for (let member = 0; member < groups.length; member += 1) {
    if (member === row || groups[member] !== group) continue;
    if (isBefore(member, row)) note(before, member, (one, other) => isBefore(other, one));
    else note(after, member, isBefore);
  }
  return [...before.reverse(), row, ...after];
};

/** The rank alone, without putting the group in order; undefined outside every group. */
export const rankAmong = (values: ArrayLike<number>, { groups }: Scope, row: number): number | undefined => {
  const group = groups[row];
  if (group === undefined || group < 0) return undefined;
  const value = at(values, row);
  let better = 0;
  for (let other = 0; other < groups.length; other += 1)
    if (groups[other] === group && at(values, other) > value) better += 1;
  return better + 1;
};

/** What ranks of a run are worked out from. */
export interface RankedIn {
  readonly nation: Nation | undefined;
  readonly national: NationalFigures | undefined;
}

/**
 * Where a rank of this basis comes from. Without all municipalities a national rank is the one printed in the table;
 * undefined where what it would rest on is not at hand.
 */
export const rankOrigin = (
  { nation, national }: RankedIn,
  basis: RankBand['basis'],
  scope: 'nation' | 'prefecture' = 'nation',
): Origin | undefined => {
  switch (basis) {
    case 'table':
      if (nation === undefined) return undefined;
      return nation.complete || scope === 'prefecture'
        ? { kind: 'table', sheet: nation.table.sheet, municipalities: nation.table.count }
        : { kind: 'table-row', sheet: nation.table.sheet };
    case 'distribution':
      return national && { kind: 'ranked', by: basis, cited: cite(national.documents, national.source) };
    case 'known-pairs':
      return (
        national && {
          kind: 'ranked',
          by: basis,
          cited: cite(national.documents, national.knownRanksSource ?? national.source),
        }
      );
    case 'none':
      return national && { kind: 'published', cited: cite(national.documents, national.source) };
  }
};
