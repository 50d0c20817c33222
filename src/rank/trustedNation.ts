import type { NationalTable } from '../answers';
import { at, finished, fiscalYearLabel, type Steps } from '../kernel';
import { ok, problem, refuse, type Result } from '../problems';
import { figuresOf, nationalUnder, scoredYears, wholeOf, yearOf } from '../schemes';
import { pointsOf } from '../score';
import { differingTotals } from './coverage';
import { figuresDiffering } from './figuresDiffering';
import { rankingNation, type Nation } from './nation';
import { statisticsOf } from './statistics';
import { blockColumn } from './rankNation';

/** Without columns for so many of the year's criteria a table must speak by its own totals, or not at all. */
const leastFound = 0.9;
/** … and those must settle so many of its rows. */
const leastSettled = 0.9;
/** Where more rows than this contradict their printed total, the columns were not read as they were meant. */
const mostContradicting = 0.5;
/** Means of two years are 12 points and more apart; a corrected answer moves the mean of a nation by a hundredth. */
const meanTolerance = 3;
/** So many municipalities more or fewer are still meant as the nation. */
const nearlyAll = 5;

/**
 * The nation of a table, only where there are grounds for it: nearly all criteria have a column, or the totals it prints
 * agree among themselves; the totals worked out are those that stand in the table; the mean of a nation is the published
 * one. Else refused with one sentence, so that no rank, mean or amount comes from it.
 */
export const trustedNation = (table: NationalTable): Result<Nation> => finished(trustingNation(table));

/** {@link trustedNation} in steps. */
export function* trustingNation(table: NationalTable): Steps<Result<Nation>> {
  const nation = yield* rankingNation(table);
  const { criteria, totals } = nation.coverage;
  const [missing] = criteria.missing;
  if (missing !== undefined && criteria.found < criteria.of * leastFound && totalsSettled(nation) < leastSettled) {
    const place = { sheet: table.sheet, found: String(criteria.of - criteria.found), expected: String(criteria.of) };
    return refuse(problem('nation-not-recognised', place, { first: missing }));
  }
  if (totals.compared - totals.agreeing > totals.compared * mostContradicting) return refuse(contradiction(nation));
  const mean = meanOfNation(nation);
  return mean === undefined || Math.abs(mean.here - mean.published) <= meanTolerance
    ? ok({ ...nation, problems: [...nation.problems, ...figuresDiffering(nation)] })
    : refuse(
        problem(
          'nation-mean-contradicts',
          { sheet: table.sheet, found: mean.here.toFixed(2), expected: mean.published.toFixed(2) },
          { year: fiscalYearLabel(table.scheme.fiscalYear), nearest: mean.nearest },
        ),
      );
}

/** The share of rows whose total is settled. */
const totalsSettled = ({ table, points }: Nation): number => {
  const { totalBlock } = points.least.compiled;
  const settled = table.municipalities.filter(
    (_, row) => pointsOf(points.least, row, totalBlock) === pointsOf(points.most, row, totalBlock),
  );
  return table.count === 0 ? 0 : settled.length / table.count;
};

const contradiction = ({ table, points, coverage }: Nation) => {
  const differing = differingTotals(table, points);
  const first = at(differing, 0);
  return problem(
    'nation-totals-contradict',
    {
      sheet: table.sheet,
      cell: `${String(at(table.rows, first.row) + 1)}行`,
      found: String(first.printed),
      expected: String(first.counted),
    },
    {
      municipality: table.municipalities[first.row]?.name ?? '',
      count: differing.length,
      of: coverage.totals.compared,
    },
  );
};

/** The mean of a table that is meant as the nation, beside the published one of its year and the year that is nearest. */
const meanOfNation = (nation: Nation) => {
  const { table, points, expected } = nation;
  const published = figuresOf(nationalUnder(table.scheme), wholeOf(null))?.mean;
  if (published === undefined || Math.abs(table.count - expected) > nearlyAll || totalsSettled(nation) < 1)
    return undefined;
  const here = statisticsOf(blockColumn(points.least, points.least.compiled.totalBlock)).mean;
  const [nearest] = scoredYears()
    .flatMap((year) => {
      const mean = publishedMean(year);
      return mean === undefined ? [] : [{ year, away: Math.abs(mean - here) }];
    })
    .toSorted((one, other) => one.away - other.away);
  return { here, published, nearest: nearest === undefined ? '' : fiscalYearLabel(nearest.year) };
};

const publishedMean = (year: NationalTable['scheme']['fiscalYear']): number | undefined =>
  figuresOf(yearOf(year).national, wholeOf(null))?.mean;
