import { settingFields, type SettingField, type Settings } from '../allocation';
import type { Figure, Origin } from '../schemes';
import type { PointsRowName } from './yearOutcome';

/** The two years that settings tell of; their keys begin with these words. */
export type ToldYearName = 'thisYear' | 'lastYear';

/** Points and ranks of a grant or the total, as told; absent what was not. */
export interface ToldRow {
  readonly points: Figure | undefined;
  readonly nationalRank: Figure | undefined;
  readonly prefectureRank: Figure | undefined;
}

export type ToldYear = Readonly<Record<PointsRowName, ToldRow>>;

/** Where the settings tell the value of `key`; only for a value that was told. */
export const toldOrigin = ({ places }: Pick<Settings, 'places'>, key: SettingField['key']): Origin => ({
  kind: 'told',
  label: labels.get(key) ?? key,
  place: places.get(key),
});

const labels = new Map(settingFields.map(({ key, label }) => [key, label] as const));

/** A value as told, with its row of the form; undefined where nobody told it. */
export const toldFigure = <T>(
  settings: Pick<Settings, 'places'>,
  key: SettingField['key'],
  value: T | undefined,
): Figure<T> | undefined => (value === undefined ? undefined : { value, origin: toldOrigin(settings, key) });

/** What the settings tell of one year; a total that was not told is the sum of both grants, where both were. */
export const toldYear = (settings: Settings, year: ToldYearName): ToldYear => {
  const { points, nationalRank, prefectureRank, grantRanks } = settings[year];
  const ofGrant = (grant: 'promotion' | 'support'): ToldRow => ({
    points: toldFigure(settings, `${year}.points.${grant}`, points[grant]),
    nationalRank: toldFigure(settings, `${year}.nationalRank.${grant}`, grantRanks[grant].national),
    prefectureRank: toldFigure(settings, `${year}.prefectureRank.${grant}`, grantRanks[grant].prefecture),
  });
  const [promotion, support] = [ofGrant('promotion'), ofGrant('support')];
  return {
    promotion,
    support,
    total: {
      points: toldFigure(settings, `${year}.points.total`, points.total) ?? sumOf(promotion.points, support.points),
      nationalRank: toldFigure(settings, `${year}.nationalRank`, nationalRank),
      prefectureRank: toldFigure(settings, `${year}.prefectureRank`, prefectureRank),
    },
  };
};

const sumOf = (promotion: Figure | undefined, support: Figure | undefined): Figure | undefined =>
  promotion && support && { value: promotion.value + support.value, origin: sumOfGrants };

const sumOfGrants: Origin = { kind: 'sum', of: [{ part: 'promotion' }, { part: 'support' }] };
