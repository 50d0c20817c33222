import { fewOfEach, prefectures, registeredIn, type NationalTable } from '../answers';
import { at, finished, type Steps } from '../kernel';
import { problem, type Problem } from '../problems';
import { criterionIndexOf, isComputed, nationalOf } from '../schemes';
import { ownTotalTiers, tieringStates, type OwnTotalSource, type ScoreTable } from '../score';
import { withoutContradicted } from './contradictedCriteria';
import { coverageOf, openRows, type NationCoverage } from './coverage';
import { checkPrintedPoints, checkRanks, checkSettled, checkTiers, checkUnanswered } from './nationChecks';
import { nationalRanks, type NationalRanks } from './nationalRanks';
import { prefectureRanks, type PrefectureRanks } from './prefectureRanks';
import { rowsByPrefecture, settledPrefectures, wholePrefectures, type PrefectureRows } from './prefectureRows';
import type { RankBand } from './rankBand';
import { rankNation, type NationRanks } from './rankNation';
import { rowLookup, type RowLookup } from './rowLookup';
import { municipalitiesIn, peerScope, scopesOf, type Scope } from './scopes';
import { settlingPoints, type SettledPoints } from './settledPoints';
import { checkSummary } from './summaryChecks';

/** A national table scored, ranked and held against what it prints. */
export interface Nation {
  readonly table: NationalTable;
  /** Points; the least they can be where a row is open. */
  readonly scores: ScoreTable;
  /** The points of all rows with their range and what they rest on; `least` is `scores`. */
  readonly points: SettledPoints;
  /** Every block of every municipality has one figure: only then are there statistics and ranks within scopes. */
  readonly settled: boolean;
  /** Printed points of 推Ⅰ活動1 are taken as they stand; they are worked out only where the table lacks them. */
  readonly ownTotalSource: OwnTotalSource;
  /** Ranks within scopes of which everybody is there; none unless `settled`. */
  readonly ranks: NationRanks;
  /** Municipalities of the year. */
  readonly expected: number;
  /** True when all municipalities are there, each once, and `settled`: only then are national figures computed. */
  readonly complete: boolean;
  /** The national rank of a row by total, from what may be trusted. */
  readonly nationalRank: (row: number) => RankBand;
  /** The national rank of other points in the place of a row. */
  readonly nationalRankOf: NationalRanks['among'];
  /** The rows of the prefectures that are all there and settled: only these have means. */
  readonly prefectures: PrefectureRows;
  /** The rank of a row in its prefecture, by its own points or others in their place. */
  readonly prefectureRank: PrefectureRanks;
  /** The row of a municipality. */
  readonly rowOf: RowLookup;
  /** What was recognised and compared. */
  readonly coverage: NationCoverage;
  readonly problems: readonly Problem[];
}

/** Scores and ranks a national table and checks every figure it prints; differences are problems, never corrections. */
export const nationOf = (given: NationalTable): Nation => finished(rankingNation(given));

/** {@link nationOf} in steps. */
export function* rankingNation(given: NationalTable): Steps<Nation> {
  const expected = municipalitiesIn(nationalOf(given.scheme.fiscalYear));
  const strange = given.count === expected ? strangePrefecture(given) : undefined;
  const whole = given.count === expected && !given.contradictory && strange === undefined;
  const { table, problems: columnProblems } = withoutContradicted(given, whole);
  const ownTotalSource = ownTotalSourceOf(table);
  yield;
  const points = yield* settlingPoints(table, ownTotalSource);
  yield;
  const scores = points.least;
  const open = openRows(points);
  yield;
  const settled = open.size === 0;
  const complete = whole && settled;
  const prefectureRows = rowsByPrefecture(table);
  const wholeRows = wholePrefectures(prefectureRows);
  yield;
  const ranks = rankNation(scores, settled ? scopesKnown(table, wholeRows, whole) : []);
  yield;
  const byCriteria = settled && points.byPrint.length === 0;
  const national = nationalRanks(table, points, { expected, whole }, byCriteria);
  yield;
  const coverage = coverageOf(table, points, { expected, whole });
  yield;
  const place = { sheet: table.sheet, found: String(table.count), expected: String(expected) };
  const checks: Problem[] = [];
  for (const check of checksOf(table, points, national, { whole, byCriteria })) {
    yield;
    checks.push(...check());
  }
  if (complete && byCriteria) {
    const tiers = yield* tieringStates(table.scheme, table.raw, table.count);
    const ownTotal = ownTotalTiers(table.scheme, table.states, table.count);
    yield;
    checks.push(...checkTiers(table, tiers, ownTotal));
  }
  yield;
  return {
    table,
    scores,
    points,
    settled,
    ownTotalSource,
    ranks,
    expected,
    complete,
    nationalRank: national.ofRow,
    nationalRankOf: national.among,
    prefectures: settledPrefectures(wholeRows, open),
    prefectureRank: prefectureRanks(table, points, prefectureRows),
    rowOf: rowLookup(table),
    coverage,
    problems: [
      problem('nation-population', place, { unions: table.unions.length, ...coverageFacts(coverage) }),
      ...(table.count === expected ? [] : [problem('nation-partial', place)]),
      ...(strange === undefined
        ? []
        : [problem('nation-prefecture-count', { ...place, ...strange.place }, strange.facts)]),
      ...table.problems,
      ...columnProblems,
      ...checkSettled(table, points, open),
      ...fewOfEach(checks),
    ],
  };
}

/** What a table prints against what it comes to, check by check. */
const checksOf = (
  table: NationalTable,
  points: SettledPoints,
  national: NationalRanks,
  known: Parameters<typeof checkRanks>[3],
): readonly (() => readonly Problem[])[] => [
  () => checkUnanswered(table),
  () => checkPrintedPoints(table, points),
  () => checkRanks(table, points, national, known),
  () => checkSummary(table, points, known.whole),
];

const coverageFacts = ({ criteria, blocks, totals, mean }: NationCoverage) => ({
  criteria: criteria.found,
  allCriteria: criteria.of,
  blocks: blocks.found,
  allBlocks: blocks.of,
  compared: totals.compared,
  agreeing: totals.agreeing,
  mean: mean === undefined ? '－' : mean.table.toFixed(2),
  published: mean === undefined ? '－' : mean.published.toFixed(2),
});

/** A prefecture of which other than its registered municipalities are there; a count of all can be right by chance. */
const strangePrefecture = (table: NationalTable) => {
  const found = rowsByPrefecture(table);
  if (table.municipalities.some(({ prefecture }) => prefecture === undefined)) return undefined;
  for (const prefecture of prefectures) {
    const here = (found.get(prefecture) ?? []).length;
    const registered = registeredIn(prefecture);
    if (here !== registered)
      return { place: { found: String(here), expected: String(registered) }, facts: { prefecture } };
  }
  return undefined;
};

/** The scopes of which everybody is there: in a part of the nation the prefectures that are whole, and no other. */
const scopesKnown = (table: NationalTable, wholeRows: PrefectureRows, whole: boolean): readonly Scope[] => {
  const scopes = scopesOf(scopeColumns(table));
  if (whole) return scopes;
  const isWhole = (row: number): boolean => {
    const { prefecture = '' } = at(table.municipalities, row);
    return wholeRows.has(prefecture);
  };
  return scopes
    .filter(({ name }) => name === 'prefecture')
    .map(({ name, groups }) => ({ name, groups: groups.map((group, row) => (isWhole(row) ? group : -1)) }))
    .filter(({ groups }) => groups.some((group) => group >= 0));
};

/** The same nation with the chosen rows ranked among each other as well; no rows = no such scope. */
export const withPeers = (nation: Nation, rows: readonly number[]): Nation => {
  if (rows.length === 0 || !nation.settled) return nation;
  const { ranks, scores, table } = nation;
  const peers = rankNation(scores, [peerScope(table.count, rows)]);
  return {
    ...nation,
    ranks: { ...ranks, scopes: [...ranks.scopes, ...peers.scopes], counts: [...ranks.counts, ...peers.counts] },
  };
};

/** 第1号被保険者数 of a row; undefined where the table has no number there. */
export const insuredOf = ({ insured }: NationalTable, row: number): number | undefined => {
  const persons = insured[row];
  return persons === undefined || Number.isNaN(persons) ? undefined : persons;
};

const ownTotalSourceOf = ({ scheme, criteriaFound }: NationalTable): OwnTotalSource => {
  const own = criterionIndexOf(scheme).all.filter(({ indicator }) => isComputed(indicator));
  return own.every(({ index }) => at(criteriaFound, index) === 1) ? 'as-answered' : 'computed';
};

const scopeColumns = ({ count, municipalities, sizeClass, depopulated }: NationalTable) => ({
  count,
  prefectures: municipalities.map(({ prefecture }) => prefecture),
  codes: municipalities.map(({ code }) => code),
  sizeClass,
  depopulated,
});
