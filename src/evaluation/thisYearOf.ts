import type { PointsOutcome, RankOrigin, YearOutcome } from '../allocation';
import type { Settings, YearFacts } from '../settings';
import { fiscalYearLabel, problem, type Problem } from '../kernel';
import { halfUp, rankAt, type RankBand } from '../rank';
import type { MunicipalityResult, Scored } from './results';
import { maximaIn, type Grant } from '../schemes';
import { lastYearProblems } from './lastYearProblems';
import { rankDiffers, toldContradictions } from './toldContradictions';
import { toldPoints } from './toldPoints';

type Own = MunicipalityResult;
type Row = Grant | 'total';
const rows = ['promotion', 'support', 'total'] as const;
const rowNames: Readonly<Record<Row, string>> = { promotion: '推進', support: '支援', total: '合計' };

/**
 * This year for the papers: points from the answers, else as told; ranks as told (they are the official ones), else from
 * the national table or the published distribution. What the settings say of another year is left out and said.
 */
export const thisYearOf = (
  results: Scored,
  own: Own | undefined,
  settings: Settings | undefined,
): { readonly outcome: YearOutcome; readonly problems: readonly Problem[] } => {
  const { fiscalYear } = results.scheme;
  const told = settings?.thisYear;
  const otherYear = told?.fiscalYear !== undefined && told.fiscalYear !== fiscalYear;
  const facts = otherYear ? undefined : told;
  const points = rows.map((row) => [row, outcomeOf(results, own, facts, row)] as const);
  return {
    outcome: {
      year: fiscalYear,
      yen: {
        promotion: own?.grants?.promotion.yen ?? settings?.notice.promotion,
        support: own?.grants?.support.yen ?? settings?.notice.support,
        outcomeOriented: own?.grants?.outcomeOriented?.yen ?? settings?.notice.outcomeOriented,
      },
      points: Object.fromEntries(points.filter(([, outcome]) => outcome !== undefined)),
    },
    problems: [
      ...(otherYear
        ? [
            problem('facts-year-differs', {
              found: fiscalYearLabel(told.fiscalYear),
              expected: fiscalYearLabel(fiscalYear),
            }),
          ]
        : []),
      ...meanProblems(results, settings),
      ...(own === undefined || own.provisional ? [] : rows.flatMap((row) => contradiction(results, own, facts, row))),
      ...toldContradictions(settings, facts, results.national, own !== undefined),
      ...lastYearProblems(settings),
    ],
  };
};

const grantOf = (row: Row): Grant | null => (row === 'total' ? null : row);

const ownBlock = (own: Own | undefined, row: Row) =>
  own?.blocks.find(({ block }) => block.grant === grantOf(row) && block.goal === null);

const outcomeOf = (
  results: Scored,
  own: Own | undefined,
  facts: YearFacts | undefined,
  row: Row,
): PointsOutcome | undefined => {
  const { scheme } = results;
  const grant = grantOf(row);
  const scored = ownBlock(own, row);
  const known = scored === undefined ? toldPoints(facts, row) : { points: scored.points, from: 'scored' as const };
  if (known === undefined) return undefined;
  const figures = results.national?.blocks.find((block) => block.grant === grant && block.goal === null);
  const told =
    row === 'total' ? { national: facts?.nationalRank, prefecture: facts?.prefectureRank } : facts?.grantRanks[row];
  const national = toldRank(told?.national) ?? computedRank(results, own, row, 'nation');
  const inPrefecture = toldRank(told?.prefecture) ?? computedRank(results, own, row, 'prefecture');
  return {
    points: known.points,
    most: maximaIn(scheme)[row],
    nationalRank: national?.rank,
    prefectureRank: inPrefecture?.rank,
    mean: figures?.mean,
    standardDeviation: figures?.sdPopulation,
    from: { points: known.from, most: 'rules', nationalRank: national?.from, prefectureRank: inPrefecture?.from },
  };
};

interface KnownRank {
  readonly rank: number;
  readonly from: RankOrigin;
}

const toldRank = (rank: number | undefined): KnownRank | undefined =>
  rank === undefined ? undefined : { rank, from: 'told' };

const computedRank = (
  results: Scored,
  own: Own | undefined,
  row: Row,
  scope: 'nation' | 'prefecture',
): KnownRank | undefined => {
  if (own === undefined) return undefined;
  if (row === 'total') return exact(scope === 'nation' ? own.rank.national : own.rank.prefecture);
  const nation = results.subject === 'facts' ? undefined : results.nation;
  if (nation?.complete !== true || own.nationRow === undefined) return undefined;
  const { promotionBlock, supportBlock } = nation.scores.compiled;
  const rank = rankAt(nation.ranks, scope, row === 'promotion' ? promotionBlock : supportBlock, own.nationRow);
  return rank === undefined ? undefined : { rank, from: 'table' };
};

const exact = (band: RankBand | null): KnownRank | undefined =>
  band !== null && band.low === band.high ? { rank: band.low, from: band.basis } : undefined;

/** The last printed digit may differ, since papers add rounded parts; more is another figure. */
const meanTolerance = 0.011;

const meanProblems = ({ national }: Scored, settings: Settings | undefined): readonly Problem[] => {
  const told = settings?.nation.mean;
  const known = national?.blocks.find(({ grant, goal }) => grant === null && goal === null)?.mean;
  return told === undefined || known === undefined || Math.abs(told - known) <= meanTolerance
    ? []
    : [problem('facts-mean-differs', { found: String(told), expected: halfUp(known, 2) })];
};

/** Points and national rank as told, against those of the answers; where the points differ, so may the ranks. */
const contradiction = (results: Scored, own: Own, facts: YearFacts | undefined, row: Row): readonly Problem[] => {
  const told = toldPoints(facts, row)?.points;
  const scored = ownBlock(own, row)?.points;
  if (scored === undefined) return [];
  if (told !== undefined && told !== scored)
    return [
      problem('facts-points-differ', { found: String(told), expected: String(scored) }, { label: rowNames[row] }),
    ];
  const rank = row === 'total' ? facts?.nationalRank : facts?.grantRanks[row].national;
  const exactRank = computedRank(results, own, row, 'nation')?.rank;
  return rank === undefined || exactRank === undefined || rank === exactRank
    ? []
    : [rankDiffers(rank, exactRank, scored, `今年度（${rowNames[row]}）`)];
};
