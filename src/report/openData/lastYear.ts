import { onlyMunicipality, type MunicipalityResult, type ScoredResults } from '../../evaluation';
import { fiscalYearOf, westernYear, type FiscalYear } from '../../kernel';
import { cite, maximaIn, yearOf, type Figure } from '../../schemes';
import type { FigureSource } from '../../workbook';
import { fromRules, fromTableRow } from '../figureSources';
import { fromAnswers, sourceOf } from '../origins';

/** What is known of a municipality's last year: settled figures with where they come from. */
export interface LastYear {
  readonly year: FiscalYear;
  readonly points: Told | undefined;
  readonly maxPoints: Told | undefined;
  readonly nationalRank: Told | undefined;
}

interface Told {
  readonly value: number;
  readonly source: FigureSource | undefined;
}

/**
 * Last year by municipality: of the one the results are about as its own workbook of that year, else the settings, tell; else as
 * the national table in hand prints it. Undefined where nobody does, or only another year is known.
 */
export const lastYearsOf = (results: ScoredResults): ((one: MunicipalityResult) => LastYear | undefined) => {
  const own = onlyMunicipality(results);
  const told = own === undefined ? undefined : (fromWorkbook(results) ?? fromSettings(results));
  const printed = fromNation(results);
  return (one) => (one === own ? told : undefined) ?? printed(one);
};

const yearBefore = ({ scheme: { fiscalYear } }: ScoredResults): FiscalYear | undefined =>
  fiscalYearOf(westernYear(fiscalYear) - 1);

const fromWorkbook = (results: ScoredResults): LastYear | undefined => {
  const [last] = results.behind?.years.slice(-2) ?? [];
  const year = last?.results.scheme.fiscalYear;
  if (last === undefined || year === undefined || year !== yearBefore(results)) return undefined;
  const { total, range, rank } = last.own;
  const { scheme } = last.results;
  const settled = range.least === range.most;
  const place = rank.national;
  return {
    year,
    points: settled ? { value: total, source: fromAnswers('前年度の総得点') } : undefined,
    maxPoints: { value: scheme.maxPoints, source: fromRules(scheme, '前年度の満点') },
    nationalRank:
      place === null || place.low !== place.high
        ? undefined
        : { value: place.low, source: { kind: 'published', text: '前年度の総得点から求めた全国順位です。' } },
  };
};

const fromSettings = (results: ScoredResults): LastYear | undefined => {
  const before = results.money.own?.comparison?.before;
  if (before === undefined || before.year !== yearBefore(results)) return undefined;
  const { points, maxPoints, nationalRank } = before.points.total ?? {};
  return {
    year: before.year,
    points: toldOf(points),
    maxPoints: toldOf(maxPoints),
    nationalRank: toldOf(nationalRank),
  };
};

const toldOf = (figure: Figure | undefined): Told | undefined =>
  figure && { value: figure.value, source: sourceOf(figure, '前年度の満点') };

const fromNation = (results: ScoredResults): ((one: MunicipalityResult) => LastYear | undefined) => {
  const { nation } = results;
  const year = yearBefore(results);
  if (nation === undefined || year === undefined) return () => undefined;
  const { previousTotals, previousRanks } = nation.table;
  const { rules } = yearOf(year);
  const most = rules && {
    value: maximaIn(rules).total,
    source: sourceOf({ origin: { kind: 'rules', cited: cite(rules.documents, rules.source) } }, '前年度の満点'),
  };
  const [points, rank] = ['前年度の総得点', '前年度の全国順位'].map((what) => fromTableRow(nation, what));
  return ({ nationRow }) => {
    if (nationRow === undefined) return undefined;
    const total = printedAt(previousTotals, nationRow, points);
    return total && { year, points: total, maxPoints: most, nationalRank: printedAt(previousRanks, nationRow, rank) };
  };
};

const printedAt = (figures: Float64Array, row: number, source: FigureSource | undefined): Told | undefined => {
  const value = figures[row] ?? NaN;
  return Number.isFinite(value) ? { value, source } : undefined;
};
