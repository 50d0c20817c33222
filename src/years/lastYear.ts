import { fiscalYearLabel, fiscalYearOf, westernYear, type FiscalYear } from '../kernel';
import { problem, type Problem } from '../problems';
import { cite, figuresOf, maximaIn, nationalOf, yearOf, type Figure } from '../schemes';
import type { Settings } from '../settings';
import { toldFigure, toldOrigin, toldYear } from './told';
import {
  blockOfRow,
  pointsRows,
  rowNames,
  type PointsOutcome,
  type PointsRowName,
  type YearOutcome,
} from './yearOutcome';

/**
 * Last year as the settings tell it, with the year's published means; undefined where no year is named. Points whose
 * maximum nobody knows, or that exceed it, are left out, since they can be neither rated nor compared; `lastYearProblems` says so.
 */
export const lastYearOf = (settings: Settings): YearOutcome | undefined => {
  const { fiscalYear, yen } = settings.lastYear;
  if (fiscalYear === undefined) return undefined;
  const told = toldYear(settings, 'lastYear');
  const national = nationalOf(fiscalYear);
  const outcome = (row: PointsRowName): PointsOutcome | undefined => {
    const { points, nationalRank, prefectureRank } = told[row];
    const maxPoints = lastYearMaxPoints(settings, row);
    if (points === undefined || maxPoints === undefined || points.value > maxPoints.value) return undefined;
    const figures = figuresOf(national, blockOfRow(row));
    return {
      points,
      maxPoints,
      nationalRank,
      prefectureRank,
      mean: figures?.mean,
      standardDeviation: figures?.sdPopulation,
    };
  };
  return {
    year: fiscalYear,
    yen: {
      promotion: toldFigure(settings, 'lastYear.yen.promotion', yen.promotion),
      outcomeOriented: toldFigure(settings, 'lastYear.yen.outcomeOriented', yen.outcomeOriented),
      support: toldFigure(settings, 'lastYear.yen.support', yen.support),
    },
    points: Object.fromEntries(
      pointsRows.flatMap((row) => {
        const known = outcome(row);
        return known === undefined ? [] : [[row, known]];
      }),
    ),
  };
};

/**
 * What is told of last year and no paper prints: all of it where the year is not named, points whose maximum nobody knows of
 * a year so long ago, and points beyond it. `now` is the year that is scored.
 */
export const lastYearProblems = (settings: Settings, now: FiscalYear): readonly Problem[] => {
  const { fiscalYear } = settings.lastYear;
  if (fiscalYear === undefined) return unnamed(settings, now);
  const told = toldYear(settings, 'lastYear');
  const without = pointsRows.filter(
    (row) => told[row].points !== undefined && lastYearMaxPoints(settings, row) === undefined,
  );
  const label = without.map((row) => rowNames[row]).join('・');
  const beyond = pointsRows.flatMap((row) => {
    const { points } = told[row];
    const most = lastYearMaxPoints(settings, row);
    if (points === undefined || most === undefined || points.value <= most.value) return [];
    const facts = { found: String(points.value), expected: String(most.value) };
    return [problem('last-year-points-unused', facts, { label: `前年度の得点（${rowNames[row]}）` })];
  });
  return [
    ...(without.length === 0
      ? []
      : [problem('last-year-most-unknown', { found: fiscalYearLabel(fiscalYear) }, { label })]),
    ...beyond,
  ];
};

/** Which year was meant is not ours to guess: papers of two years ago are typed in as well. */
const unnamed = (settings: Settings, now: FiscalYear): readonly Problem[] => {
  const told = toldYear(settings, 'lastYear');
  const rows = pointsRows.map((row) => told[row]);
  const has = {
    得点: rows.some(({ points }) => points !== undefined),
    順位: rows.some(({ nationalRank, prefectureRank }) => (nationalRank ?? prefectureRank) !== undefined),
    金額: Object.values(settings.lastYear.yen).some((amount) => amount !== undefined),
  };
  const words = Object.entries(has).flatMap(([word, known]) => (known ? [word] : []));
  const before = fiscalYearLabel(fiscalYearOf(westernYear(now) - 1));
  return words.length === 0
    ? []
    : [problem('last-year-unnamed', { expected: before }, { label: `前年度の${words.join('・')}` })];
};

/**
 * 満点 of last year: what was told of the total comes first, and the grants' own maxima then only fit where the totals
 * agree; else that of the year's rules. Of a year whose rules are not known only what was told of the total.
 */
const lastYearMaxPoints = (settings: Settings, row: PointsRowName): Figure | undefined => {
  const { fiscalYear, mostPoints: told } = settings.lastYear;
  if (fiscalYear === undefined) return undefined;
  if (told !== undefined && row === 'total')
    return { value: told, origin: toldOrigin(settings, 'lastYear.mostPoints') };
  const { rules } = yearOf(fiscalYear);
  if (rules === undefined) return undefined;
  const maxima = maximaIn(rules);
  return told === undefined || told === maxima.total
    ? { value: maxima[row], origin: { kind: 'rules', cited: cite(rules.documents, rules.source) } }
    : { value: told / 2, origin: { kind: 'half-of-maximum' } };
};
