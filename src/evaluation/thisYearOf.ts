import type { MunicipalityGrants } from '../allocation';
import { fiscalYearLabel, halfUp, rangeInWords, type Yen } from '../kernel';
import { problem, type Problem } from '../problems';
import { rankAt, rankOrigin, type RankBand } from '../rank';
import { cite, figuresOf, maximaIn, samePlace, wholeOf, type Figure } from '../schemes';
import { pointsOf } from '../score';
import type { Settings } from '../settings';
import {
  lastYearProblems,
  toldGoalProblems,
  blockOfRow,
  pointsRows,
  rankDiffers,
  rowNames,
  toldContradictions,
  toldFigure,
  toldYear,
  yenParts,
  type PointsOutcome,
  type PointsRowName,
  type ToldYear,
  type YearOutcome,
  type YenPart,
} from '../years';
import { settingsTwice } from './factsTwice';
import { meansAgree } from './meanTotals';
import { firstKnown, precedence } from './precedence';
import type { BlockPoints, MunicipalityResult, Scored } from './results';

type Own = MunicipalityResult;

/**
 * This year for the papers: points from the answers, else as told; ranks as told (they are the official ones), else from
 * the national table or the published distribution. What the settings say of another year is left out and said.
 */
export const thisYearOf = (
  results: Scored,
  own: Own | undefined,
  settings: Settings | undefined,
  grants: MunicipalityGrants | null,
): { readonly outcome: YearOutcome; readonly problems: readonly Problem[] } => {
  const { fiscalYear } = results.scheme;
  const toldOf = settings?.thisYear.fiscalYear;
  const otherYear = toldOf !== undefined && toldOf !== fiscalYear;
  const told = settings === undefined || otherYear ? undefined : toldYear(settings, 'thisYear');
  return {
    outcome: {
      year: fiscalYear,
      yen: Object.fromEntries(yenParts.map((part) => [part, amountOf(grants, settings, part)])),
      points: Object.fromEntries(
        pointsRows.flatMap((row) => {
          const known = outcomeOf(results, own, told, row);
          return known === undefined ? [] : [[row, known]];
        }),
      ),
    },
    problems: [
      ...(otherYear
        ? [problem('facts-year-differs', { found: fiscalYearLabel(toldOf), expected: fiscalYearLabel(fiscalYear) })]
        : []),
      ...meanProblems(results, settings),
      ...(own === undefined ? [] : pointsRows.flatMap((row) => contradiction(results, own, told, row))),
      ...(settings === undefined ? [] : settingsTwice(results, own, settings, told)),
      ...toldContradictions(settings, told, results.national, own !== undefined),
      ...(settings === undefined ? [] : [...lastYearProblems(settings, fiscalYear), ...toldGoalProblems(settings)]),
    ],
  };
};

/** What was decided for the municipality, else what was told; undefined for an estimate that has no one figure. */
const amountOf = (
  grants: MunicipalityGrants | null,
  settings: Settings | undefined,
  part: YenPart,
): Figure<Yen> | undefined => {
  const decided = grants?.[part] ?? undefined;
  if (decided === undefined || decided.basis === 'notice')
    return settings && toldFigure(settings, `notice.${part}`, settings.notice[part]);
  const { yen, basis, because } = decided;
  return yen === null ? undefined : { value: yen, origin: { kind: basis, because } };
};

const scoredBlock = (own: Own | undefined, row: PointsRowName): BlockPoints | undefined =>
  own?.blocks.find(({ block }) => samePlace(block, blockOfRow(row)));

const scoredPoints = (own: Own | undefined, row: PointsRowName): Figure | undefined => {
  const scored = scoredBlock(own, row);
  return own && scored && { value: scored.points, origin: own.originOf(blockOfRow(row)) };
};

const outcomeOf = (
  results: Scored,
  own: Own | undefined,
  told: ToldYear | undefined,
  row: PointsRowName,
): PointsOutcome | undefined => {
  const { scheme, national } = results;
  const scored = scoredPoints(own, row);
  const points = firstKnown(precedence.points, { scored, told: told?.[row].points });
  if (points === undefined) return undefined;
  const most = points === scored ? scoredBlock(own, row)?.most : undefined;
  const figures = figuresOf(national, blockOfRow(row));
  return {
    points,
    most: most === points.value ? undefined : most,
    maxPoints: {
      value: maximaIn(scheme)[row],
      origin: { kind: 'rules', cited: cite(scheme.documents, scheme.source) },
    },
    nationalRank: firstKnown(precedence.rank, {
      told: told?.[row].nationalRank,
      ranked: computedRank(results, own, row, 'nation'),
    }),
    prefectureRank: firstKnown(precedence.rank, {
      told: told?.[row].prefectureRank,
      ranked: computedRank(results, own, row, 'prefecture'),
    }),
    mean: figures?.mean,
    standardDeviation: figures?.sdPopulation,
  };
};

const computedRank = (
  results: Scored,
  own: Own | undefined,
  row: PointsRowName,
  scope: 'nation' | 'prefecture',
): Figure | undefined => {
  const { national } = results;
  const nation = results.subject === 'facts' ? undefined : results.nation;
  const figure = (value: number, basis: RankBand['basis']): Figure | undefined => {
    const origin = rankOrigin({ nation, national }, basis, scope);
    return origin && { value, origin };
  };
  if (own === undefined) return undefined;
  if (row === 'total') {
    const band = scope === 'nation' ? own.rank.national : own.rank.prefecture;
    return band !== null && band.low === band.high ? figure(band.low, band.basis) : undefined;
  }
  if (nation?.complete !== true || own.nationRow === undefined) return undefined;
  const { promotionBlock, supportBlock } = nation.scores.compiled;
  const block = row === 'promotion' ? promotionBlock : supportBlock;
  // The table's rank is that of the points in the table; open ones have none yet.
  const scored = scoredBlock(own, row);
  if (scored?.points !== scored?.most || pointsOf(nation.scores, own.nationRow, block) !== scored?.points)
    return undefined;
  const rank = rankAt(nation.ranks, scope, block, own.nationRow);
  return rank === undefined ? undefined : figure(rank, 'table');
};

const meanProblems = ({ national }: Scored, settings: Settings | undefined): readonly Problem[] => {
  const told = settings?.nation.mean;
  const known = figuresOf(national, wholeOf(null))?.mean;
  return told === undefined || known === undefined || meansAgree(told, known)
    ? []
    : [problem('facts-mean-differs', { found: String(told), expected: halfUp(known, 2) })];
};

/** Points and national rank as told, against those of the answers, of all that open ones allow: sheets print the one and the other. */
const contradiction = (
  results: Scored,
  own: Own,
  told: ToldYear | undefined,
  row: PointsRowName,
): readonly Problem[] => {
  const points = told?.[row].points?.value;
  const scored = scoredBlock(own, row);
  if (scored === undefined) return [];
  const { points: least, most } = scored;
  const rank = told?.[row].nationalRank?.value;
  const exact = computedRank(results, own, row, 'nation')?.value;
  const band = exact === undefined ? (row === 'total' ? own.rank.national : null) : { low: exact, high: exact };
  return [
    ...(points === undefined || (least <= points && points <= most)
      ? []
      : [
          problem(
            'facts-points-differ',
            { found: String(points), expected: rangeInWords(String(least), String(most)) },
            { label: rowNames[row] },
          ),
        ]),
    ...(rank === undefined || band === null
      ? []
      : rankDiffers(rank, band, rangeInWords(String(least), String(most)), `今年度（${rowNames[row]}）`)),
  ];
};
