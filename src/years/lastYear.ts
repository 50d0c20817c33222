import { fiscalYearLabel, problem, westernYear, type FiscalYear, type Problem } from '../kernel';
import {
  blockSchemeOf,
  cite,
  figuresOf,
  maximaOf,
  nationalOf,
  schemeOf,
  scoredYears,
  type Figure,
  type Maxima,
  type Origin,
} from '../schemes';
import type { Settings } from '../settings';
import { toldFigure, toldOrigin, toldYear } from './told';
import { placeOf, pointsRows, rowNames, type PointsOutcome, type PointsRowName, type YearOutcome } from './yearOutcome';

/** 満点 since R6, for a later year whose scheme is not packaged. */
const sinceR6: Maxima = { promotion: 400, support: 400, total: 800 };

/** The first year whose maxima are known; before it every grant had others. */
const firstKnown: FiscalYear = 'R5';

/**
 * Last year as the settings tell it, with the year's published means; undefined where no year is named. Points whose
 * maximum nobody knows are left out, since they can be neither rated nor compared; `lastYearProblems` says so.
 */
export const lastYearOf = (settings: Settings): YearOutcome | undefined => {
  const { fiscalYear, yen } = settings.lastYear;
  if (fiscalYear === undefined) return undefined;
  const told = toldYear(settings, 'lastYear');
  const national = nationalOf(fiscalYear);
  const outcome = (row: PointsRowName): PointsOutcome | undefined => {
    const { points, nationalRank, prefectureRank } = told[row];
    const most = lastYearMost(settings, row);
    if (points === undefined || most === undefined) return undefined;
    const figures = figuresOf(national, placeOf(row));
    return {
      points,
      most,
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

/** Points of last year that no paper prints, because nobody knows the maximum of a year so long ago. */
export const lastYearProblems = (settings: Settings): readonly Problem[] => {
  const { fiscalYear } = settings.lastYear;
  if (fiscalYear === undefined) return [];
  const told = toldYear(settings, 'lastYear');
  const without = pointsRows.filter(
    (row) => told[row].points !== undefined && lastYearMost(settings, row) === undefined,
  );
  const label = without.map((row) => rowNames[row]).join('・');
  return without.length === 0
    ? []
    : [problem('last-year-most-unknown', { found: fiscalYearLabel(fiscalYear) }, { label })];
};

/**
 * 満点 of last year: what was told of the total comes first, and the grants' own maxima then only fit where the totals
 * agree; else that of the year's rules, or since R6. Before R5 only what was told of the total.
 */
const lastYearMost = (settings: Settings, row: PointsRowName): Figure | undefined => {
  const { fiscalYear, mostPoints: told } = settings.lastYear;
  if (fiscalYear === undefined) return undefined;
  if (told !== undefined && row === 'total')
    return { value: told, origin: toldOrigin(settings, 'lastYear.mostPoints') };
  const known = maximaOf(fiscalYear);
  if (known !== undefined && (told === undefined || told === known.total)) {
    return { value: known[row], origin: rulesOrigin(fiscalYear) };
  }
  if (known === undefined && westernYear(fiscalYear) < westernYear(firstKnown)) return undefined;
  return told === undefined
    ? { value: sinceR6[row], origin: { kind: 'assumed-maximum' } }
    : { value: told / 2, origin: { kind: 'half-of-maximum' } };
};

const rulesOrigin = (year: FiscalYear): Origin => {
  const rules = scoredYears.includes(year) ? schemeOf(year) : blockSchemeOf(year, 'municipality');
  return rules.ok
    ? { kind: 'rules', cited: cite(rules.value.documents, rules.value.source) }
    : { kind: 'assumed-maximum' };
};
