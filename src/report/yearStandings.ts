import { basesBestFirst, totalOf, type GrantBasis, type MunicipalityGrants } from '../allocation';
import { onlyMunicipality, type MunicipalityResult, type Results, type ScoredResults } from '../evaluation';
import type { FiscalYear, Yen } from '../kernel';
import type { PointsRange } from '../outlook';
import type { RankBand } from '../rank';
import { atPlace, figuresOf, maximaIn, nationalOf, wholeOf, type Figure } from '../schemes';
import type { FigureSource } from '../workbook';
import {
  blockOfRow,
  pointsRows,
  totalYenOf,
  toldYear,
  type PointsOutcome,
  type PointsRowName,
  type YearOutcome,
} from '../years';
import { fromAllAmounts, fromPublished, nationalRankSource } from './figureSources';
import { nationMeanIn, prefectureMeanIn, type MeanTotal } from './meanTotals';
import { blockFromAnswers, computed, sourceOf } from './origins';

/** Points, places and amounts of one municipality in one year, as far as anybody told or worked them out. */
export interface YearStanding {
  readonly year: FiscalYear;
  readonly points: Readonly<Record<PointsRowName, StandingPoints | undefined>>;
  /** By the total. */
  readonly national: StandingRank | undefined;
  readonly prefecture: StandingRank | undefined;
  /** Mean totals, unrounded. */
  readonly nationMean: MeanTotal | undefined;
  readonly prefectureMean: MeanTotal | undefined;
  readonly yen: StandingYen | undefined;
  /** The answers of the year and what they came to; undefined of a year that was only told. */
  readonly scored: { readonly results: ScoredResults; readonly own: MunicipalityResult } | undefined;
}

export interface StandingPoints extends PointsRange {
  readonly most: number;
  readonly maxPoints: number;
  readonly source: FigureSource;
}

export interface StandingRank {
  readonly band: Pick<RankBand, 'low' | 'high' | 'central'> & { readonly of: number | undefined };
  /** Told by a person, else what it was worked out from. */
  readonly basis: RankBand['basis'] | 'told';
  readonly source: FigureSource | undefined;
}

/** Both grants and the frame together; `low` = `high` for one figure. */
export interface StandingYen {
  readonly low: Yen;
  readonly high: Yen;
  /** The weakest of the parts; `told` is what the settings say of another year. */
  readonly basis: GrantBasis | 'told';
  readonly source: FigureSource | undefined;
}

/** Every year that is known of the one municipality, oldest first, this year last; none where the results are of several. */
export const yearStandings = (results: Results): readonly YearStanding[] => {
  const { own: money } = results.money;
  if (money === undefined) return [];
  const own = onlyMunicipality(results);
  const now =
    results.subject === 'facts' || own === undefined
      ? {
          ...toldStanding(money.thisYear, money.grants),
          nationMean: nationMeanIn(results),
          prefectureMean: prefectureMeanIn(results, own),
        }
      : scoredStanding(results, own);
  const earlier = (results.behind?.years ?? []).slice(0, -1).map((year) => scoredStanding(year.results, year.own));
  const told = toldLastYear(results);
  if (told === undefined) return [...earlier, now];
  const isScored = earlier.some(({ year }) => year === told.year);
  return isScored
    ? [...earlier.map((one) => (one.year === told.year ? withTold(one, told) : one)), now]
    : [...earlier, told, now].toSorted(byYear);
};

/** The year before as the settings tell it; a rank counts by itself, since the points may stand in its answers. */
const toldLastYear = ({ money: { settings, own } }: Results): YearStanding | undefined => {
  const outcome = own?.comparison?.before;
  if (settings === undefined || outcome === undefined) return undefined;
  const { nationalRank, prefectureRank } = toldYear(settings, 'lastYear').total;
  return {
    ...toldStanding(outcome, null),
    national: rankFigure(nationalRank),
    prefecture: rankFigure(prefectureRank),
  };
};

const byYear = (one: YearStanding, other: YearStanding): number =>
  Number(one.year.slice(1)) - Number(other.year.slice(1));

/** Points of the answers come first; ranks and amounts of a notice, as they are the official ones. */
const withTold = (scored: YearStanding, told: YearStanding): YearStanding => ({
  ...scored,
  national: told.national ?? scored.national,
  prefecture: told.prefecture ?? scored.prefecture,
  yen: told.yen ?? scored.yen,
});

const scoredStanding = (results: ScoredResults, own: MunicipalityResult): YearStanding => {
  const { scheme } = results;
  const maxima = maximaIn(scheme);
  const told = results.money.own?.thisYear;
  const pointsOf = (row: PointsRowName): StandingPoints => {
    const place = blockOfRow(row);
    const { points: least, most } = atPlace(own.blocks, place);
    return { least, most, maxPoints: maxima[row], source: blockFromAnswers(place) };
  };
  return {
    year: scheme.fiscalYear,
    points: { promotion: pointsOf('promotion'), support: pointsOf('support'), total: pointsOf('total') },
    national:
      toldRank(told?.points.total, 'nationalRank') ?? rankOf(own.rank.national, nationalRankSource(results, own)),
    prefecture:
      toldRank(told?.points.total, 'prefectureRank') ??
      rankOf(own.rank.prefecture, own.rank.prefecture === null ? undefined : prefectureSource),
    nationMean: nationMeanIn(results),
    prefectureMean: prefectureMeanIn(results, own),
    yen: own.grants === null ? undefined : yenOf(own.grants),
    scored: { results, own },
  };
};

const prefectureSource = computed('都道府県内の市町村の総得点から数えた順位');

const rankOf = (band: RankBand | null, source: FigureSource | undefined): StandingRank | undefined =>
  band === null ? undefined : { band, basis: band.basis, source };

/** A rank that a person told; one that was worked out is taken with its band and basis instead. */
const toldRank = (
  outcome: PointsOutcome | undefined,
  which: 'nationalRank' | 'prefectureRank',
): StandingRank | undefined => {
  const figure = outcome?.[which];
  return figure?.origin.kind === 'told' ? rankFigure(figure) : undefined;
};

const rankFigure = (figure: Figure | undefined): StandingRank | undefined =>
  figure && {
    band: { low: figure.value, high: figure.value, of: undefined },
    basis: 'told',
    source: sourceOf(figure),
  };

const yenOf = (grants: MunicipalityGrants): StandingYen => {
  const bases = [grants.promotion.basis, grants.support.basis];
  return {
    low: totalOf(grants, 'low'),
    high: totalOf(grants, 'high'),
    basis: basesBestFirst.findLast((basis) => bases.includes(basis)) ?? 'notice',
    source: fromAllAmounts(grants),
  };
};

/** A year of which there are no answers: what was told, with the nation's published mean. */
const toldStanding = (outcome: YearOutcome, grants: MunicipalityGrants | null): YearStanding => {
  const { year, points } = outcome;
  const national = nationalOf(year);
  const mean = figuresOf(national, wholeOf(null))?.mean;
  const total = totalYenOf(outcome);
  const known = Object.fromEntries(
    pointsRows.map((row) => {
      const told = points[row];
      return [
        row,
        told && {
          least: told.points.value,
          most: told.points.value,
          maxPoints: told.maxPoints.value,
          source: sourceOf(told.points),
        },
      ];
    }),
  );
  return {
    year,
    points: { promotion: known['promotion'], support: known['support'], total: known['total'] },
    national: toldRank(points.total, 'nationalRank'),
    prefecture: toldRank(points.total, 'prefectureRank'),
    nationMean:
      mean === undefined || national === undefined ? undefined : { mean, source: fromPublished(national, '全国平均') },
    prefectureMean: undefined,
    yen:
      grants !== null
        ? yenOf(grants)
        : total && { low: total.value, high: total.value, basis: 'told', source: sourceOf(total) },
    scored: undefined,
  };
};
