import type { Figure, Origin } from '../schemes';
import { settingFields, type SettingPath, type Settings } from '../settings';
import type { PointsRowName } from './yearOutcome';

/** The two years that settings tell of; their paths begin with these words. */
export type ToldYearName = 'thisYear' | 'lastYear';

/** Points and ranks of a grant or the total, as told; absent what was not. */
export interface ToldRow {
  readonly points: Figure | undefined;
  readonly nationalRank: Figure | undefined;
  readonly prefectureRank: Figure | undefined;
}

export type ToldYear = Readonly<Record<PointsRowName, ToldRow>>;

/** Where the settings tell the value at `path`; only for a value that was told. */
export const toldOrigin = ({ places }: Pick<Settings, 'places'>, path: SettingPath): Origin => ({
  kind: 'told',
  label: labels.get(path) ?? path,
  place: places.get(path),
});

const labels = new Map<SettingPath, string>(settingFields.map(({ path, label }) => [path, label]));

/** A value as told, with its row of the form; undefined where nobody told it. */
export const toldFigure = <T>(
  settings: Pick<Settings, 'places'>,
  path: SettingPath,
  value: T | undefined,
): Figure<T> | undefined => (value === undefined ? undefined : { value, origin: toldOrigin(settings, path) });

/** What the settings tell of one year; a total that was not told is the sum of both grants, where both were. */
export const toldYear = (settings: Settings, year: ToldYearName): ToldYear => {
  const { points, nationalRank, prefectureRank, grantRanks } = settings[year];
  const ofGrant = (grant: 'promotion' | 'support'): ToldRow => ({
    points: toldFigure(settings, `${year}.points.${grant}`, points[grant]),
    nationalRank: toldFigure(settings, `${year}.grantRanks.${grant}.national`, grantRanks[grant].national),
    prefectureRank: toldFigure(settings, `${year}.grantRanks.${grant}.prefecture`, grantRanks[grant].prefecture),
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
