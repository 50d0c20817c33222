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
  /** Rows around it, best first: up to `reach` above and below; the tied stand in row order. */
  readonly neighbours: readonly number[];
}

export interface NextPlace {
  readonly rank: number;
  readonly value: number;
  readonly gap: number;
}

/** The standing of `row` by `values` (more is better) among the members of its group; undefined outside every group. */
export const standingOf = (
  values: ArrayLike<number>,
  scope: Scope,
  row: number,
  reach: number,
): Standing | undefined => {
  const group = scope.groups[row];
  if (group === undefined || group < 0) return undefined;
  const members = rowsOf(scope, group);
  const valueOf = (member: number): number => at(values, member);
  const value = valueOf(row);
  const ordered = members.toSorted((one, other) => valueOf(other) - valueOf(one) || one - other);
  const better = ordered.filter((member) => valueOf(member) > value);
  const worse = ordered.filter((member) => valueOf(member) < value);
  const tied = ordered.length - better.length - worse.length;
  const { mean, median, sdPopulation } = statisticsOf(ordered.map(valueOf));
  const place = ordered.indexOf(row);
  return {
    value,
    rank: better.length + 1,
    of: ordered.length,
    mean,
    median,
    tied,
    percentile: (worse.length + tied / 2) / ordered.length,
    topShare: (better.length + 1) / ordered.length,
    deviationScore: sdPopulation === 0 ? null : 50 + (10 * (value - mean)) / sdPopulation,
    above: nextAbove(better.map(valueOf), value),
    below: nextBelow(worse.map(valueOf), value, better.length + tied + 1),
    neighbours: ordered.slice(Math.max(0, place - reach), place + reach + 1),
  };
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

const rowsOf = ({ groups }: Scope, group: number): readonly number[] =>
  Array.from(groups.keys()).filter((row) => groups[row] === group);

const nextAbove = (better: readonly number[], value: number): NextPlace | null => {
  const next = better.at(-1);
  return next === undefined ? null : { rank: better.indexOf(next) + 1, value: next, gap: next - value };
};

const nextBelow = (worse: readonly number[], value: number, rank: number): NextPlace | null => {
  const [next] = worse;
  return next === undefined ? null : { rank, value: next, gap: value - next };
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
