import { fewOfEach, type MunicipalityIdentity, type NationalTable } from '../answers';
import { at, foldLabel } from '../kernel';
import { problem, type Problem } from '../problems';
import { blockKey, criterionIndexOf, isComputed, nationalOf } from '../schemes';
import { ownTotalTiers, pointsOf, scoreTable, tierStates, type OwnTotalSource, type ScoreTable } from '../score';
import { checkPrintedPoints, checkRanks, checkTiers, checkUnanswered } from './nationChecks';
import type { RankBand } from './rankBand';
import { rankNation, type NationRanks } from './rankNation';
import { municipalitiesIn, peerScope, scopesOf } from './scopes';
import { checkSummary } from './summaryChecks';

/** A national table scored, ranked and held against what it prints. */
export interface Nation {
  readonly table: NationalTable;
  readonly scores: ScoreTable;
  /** Printed points of 推Ⅰ活動1 are taken as they stand; they are worked out only where the table lacks them. */
  readonly ownTotalSource: OwnTotalSource;
  /** Ranks within the rows at hand; national ones only where `complete`. */
  readonly ranks: NationRanks;
  /** Municipalities of the year. */
  readonly expected: number;
  /** True when all municipalities are there, each once: only then are national ranks computed. */
  readonly complete: boolean;
  /** The national rank of a row by total, from what may be trusted; see `nationalRankOf`. */
  readonly nationalRank: (row: number) => RankBand;
  readonly problems: readonly Problem[];
}

/** Scores and ranks a national table and checks every figure it prints; differences are problems, never corrections. */
export const nationOf = (table: NationalTable): Nation => {
  const ownTotalSource = ownTotalSourceOf(table);
  const scores = scoreTable(table.scheme, table.states, table.count, 'as-unmet', ownTotalSource);
  const expected = municipalitiesIn(nationalOf(table.scheme.fiscalYear));
  const complete = table.count === expected && !table.contradictory;
  const ranks = rankNation(scores, scopesOf(scopeColumns(table)));
  const published = table.printedRanks.get(blockKey({ grant: null, goal: null, group: null }));
  const whole = ranks.ranks[0]?.[scores.compiled.totalBlock] ?? new Uint16Array(table.count);
  const place = { sheet: table.sheet, found: String(table.count), expected: String(expected) };
  return {
    table,
    scores,
    ownTotalSource,
    ranks,
    expected,
    complete,
    nationalRank: (row) => nationalRankOf(at(whole, row), published?.[row], { complete, expected, count: table.count }),
    problems: [
      problem('nation-population', place, { unions: table.unions.length }),
      ...(table.count === expected ? [] : [problem('nation-partial', place)]),
      ...table.problems,
      ...fewOfEach([
        ...checkUnanswered(table),
        ...checkPrintedPoints(table, scores),
        ...checkRanks(table, whole, published, complete),
        ...checkSummary(table, scores),
        ...(complete
          ? checkTiers(
              table,
              tierStates(table.scheme, table.raw, table.count),
              ownTotalTiers(table.scheme, table.states, table.count),
            )
          : []),
      ]),
    ],
  };
};

/** The same nation with the chosen rows ranked among each other as well; no rows = no such scope. */
export const withPeers = (nation: Nation, rows: readonly number[]): Nation => {
  if (rows.length === 0) return nation;
  const { ranks, scores, table } = nation;
  const peers = rankNation(scores, [peerScope(table.count, rows)]);
  return {
    ...nation,
    ranks: { scopes: [...ranks.scopes, ...peers.scopes], ranks: [...ranks.ranks, ...peers.ranks] },
  };
};

/** 第1号被保険者数 of a row; undefined where the table has no number there. */
export const insuredOf = ({ insured }: NationalTable, row: number): number | undefined => {
  const persons = insured[row];
  return persons === undefined || Number.isNaN(persons) ? undefined : persons;
};

const ownTotalSourceOf = ({ scheme, criteriaFound }: NationalTable): OwnTotalSource => {
  const own = criterionIndexOf(scheme).all.filter(({ indicator }) => isComputed(indicator));
  return own.every(({ index }) => criteriaFound[index] === 1) ? 'as-answered' : 'computed';
};

const scopeColumns = ({ count, municipalities, sizeClass, depopulated }: NationalTable) => ({
  count,
  prefectures: municipalities.map(({ prefecture }) => prefecture),
  codes: municipalities.map(({ code }) => code),
  sizeClass,
  depopulated,
});

/**
 * All there: the rank counted. Otherwise the published rank; without one, from the rank among the rows at hand to as many
 * places lower as rows are missing (rules/bad-inputs.md#b051, #b104).
 */
const nationalRankOf = (
  counted: number,
  published: number | undefined,
  { complete, expected, count }: { readonly complete: boolean; readonly expected: number; readonly count: number },
): RankBand => {
  if (complete) return { low: counted, high: counted, of: expected, basis: 'table' };
  if (published !== undefined && Number.isInteger(published)) {
    return { low: published, high: published, of: expected, basis: 'table' };
  }
  const missing = expected - count;
  const low = Math.max(1, Math.min(counted, counted + missing));
  return { low, high: Math.max(counted, counted + missing), of: expected, basis: 'table' };
};

/** Where a municipality's own points place it among the others of a national table. */
export interface PlaceInNation {
  /** Its row in the table. */
  readonly row: number;
  readonly national: RankBand;
  readonly prefecture: RankBand | null;
}

/**
 * Ranks a total of `least` to `most` points against all other rows of the table; undefined when the municipality is not in
 * it. A partial table never re-ranks: the published rank is taken where the points are the published ones.
 */
export const placeInNation = (
  nation: Nation,
  identity: MunicipalityIdentity,
  least: number,
  most: number,
): PlaceInNation | undefined => {
  const row = rowOf(nation, identity);
  if (row === undefined) return undefined;
  const totals = Array.from({ length: nation.table.count }, (_, other) =>
    pointsOf(nation.scores, other, nation.scores.compiled.totalBlock),
  );
  const sameAsPublished = least === most && totals[row] === least;
  const others = [...totals.keys()].filter((other) => other !== row);
  const prefecture = nation.table.municipalities[row]?.prefecture;
  const inPrefecture = others.filter((other) => nation.table.municipalities[other]?.prefecture === prefecture);
  return {
    row,
    national:
      sameAsPublished || !nation.complete
        ? nation.nationalRank(row)
        : bandAmong(totals, others, least, most, nation.expected),
    prefecture: prefecture === undefined ? null : bandAmong(totals, inPrefecture, least, most, inPrefecture.length + 1),
  };
};

/** True when the table has a row of the municipality. */
export const isInNation = (nation: Nation, identity: MunicipalityIdentity): boolean =>
  rowOf(nation, identity) !== undefined;

/** By code where both have one, otherwise by prefecture and name. */
const rowOf = ({ table }: Nation, identity: MunicipalityIdentity): number | undefined => {
  const { municipalities } = table;
  const byCode =
    identity.code === undefined
      ? -1
      : municipalities.findIndex(({ code }) => code !== undefined && code === identity.code);
  if (byCode >= 0) return byCode;
  const name = foldLabel(identity.name);
  const named = [...municipalities.keys()].filter((row) => {
    const one = municipalities[row];
    return (
      one !== undefined &&
      foldLabel(one.name) === name &&
      (identity.prefecture === undefined || one.prefecture === undefined || one.prefecture === identity.prefecture)
    );
  });
  return named.length === 1 ? named[0] : undefined;
};

const bandAmong = (
  totals: readonly number[],
  others: readonly number[],
  least: number,
  most: number,
  of: number,
): RankBand => {
  const above = (points: number): number => others.filter((other) => at(totals, other) > points).length;
  return { low: above(most) + 1, high: above(least) + 1, of, basis: 'table' };
};
