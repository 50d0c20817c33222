import { meansAgree, prefectureMeanOf, type MunicipalityResult, type Results } from '../evaluation';
import { figuresOf, wholeOf } from '../schemes';
import type { SettingPath } from '../settings';
import type { FigureSource } from '../workbook';
import { peersSource } from '../rank';
import { fromPublished, fromSettings, fromTable } from './figureSources';

/*
 * The nation's and the prefecture's mean totals as every paper prints them: one basis each, in one place
 * (src/decisions/told-means.md).
 */

/** A mean total, unrounded, and where it comes from. */
export interface MeanTotal {
  readonly mean: number;
  /** Digit by digit, where a person told it. */
  readonly told?: string;
  readonly source: FigureSource | undefined;
}

/** Of the table in hand, else as published, else as told. */
export const prefectureMeanIn = (results: Results, own: MunicipalityResult | undefined): MeanTotal | undefined => {
  const known = results.subject === 'facts' || own === undefined ? undefined : prefectureMeanOf(results, own);
  const nation = results.subject === 'facts' ? undefined : results.nation;
  return toldOrKnown(
    results,
    'prefecture.mean',
    known && {
      mean: known.mean,
      source:
        known.from === 'table' && nation !== undefined
          ? fromTable(nation, '都道府県内の平均点')
          : { kind: 'published', text: peersSource },
    },
  );
};

/** As published, else as told. */
export const nationMeanIn = (results: Results): MeanTotal | undefined => {
  const { national } = results;
  const mean = figuresOf(national, wholeOf(null))?.mean;
  return toldOrKnown(
    results,
    'nation.mean',
    national === undefined || mean === undefined ? undefined : { mean, source: fromPublished(national, '全国平均点') },
  );
};

/** What was told gives its digits to the same known mean, and stands where none is known. */
const toldOrKnown = (
  { money: { own, settings } }: Results,
  path: Extract<SettingPath, 'prefecture.mean' | 'nation.mean'>,
  known: MeanTotal | undefined,
): MeanTotal | undefined => {
  const told = path === 'nation.mean' ? settings?.nation.mean : settings?.prefecture.mean;
  // Settings speak of one municipality.
  if (own === undefined || told === undefined || (known !== undefined && !meansAgree(told, known.mean))) return known;
  return { mean: known?.mean ?? told, told: String(told), source: fromSettings(settings, path) };
};
