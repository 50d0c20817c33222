import { inThousandYen, inYen, rangeInWords, type Yen } from '../kernel';
import type { Problem } from '../problems';
import type { RankBand } from '../rank';
import { samePlace } from '../schemes';
import type { SettingPath, Settings } from '../settings';
import { blockOfRow, pointsRows, toldYear, yenParts, type PointsRowName, type YenPart } from '../years';
import { settingTwice } from './factsTwice';
import type { Results, YearOfMunicipality } from './results';

/** What the settings tell of the year before, against the workbook of that very year, where it is in hand. */
export const lastYearTwice = (
  { money: { settings } }: Results,
  earlier: readonly YearOfMunicipality[],
): readonly Problem[] => {
  const before = earlier.find(({ results: { scheme } }) => scheme.fiscalYear === settings?.lastYear.fiscalYear);
  if (settings === undefined || before === undefined) return [];
  return [
    ...pointsRows.flatMap((row) => [...pointsTwice(settings, before, row), ...ranksTwice(settings, before, row)]),
    ...yenParts.flatMap((part) => yenTwice(settings, before, part)),
  ];
};

const of = '前年度のブック';

const pointsTwice = (settings: Settings, { own }: YearOfMunicipality, row: PointsRowName): readonly Problem[] => {
  const told = toldYear(settings, 'lastYear')[row].points?.value;
  const scored = own.blocks.find(({ block }) => samePlace(block, blockOfRow(row)));
  // A total that nobody told is the sum of the grants, which are compared.
  if (told === undefined || scored === undefined || settings.lastYear.points[row] === undefined) return [];
  const { points, most } = scored;
  return told >= points && told <= most
    ? []
    : settingTwice(settings, `lastYear.points.${row}`, `${told}点`, { text: between(points, most, '点'), of });
};

const ranksTwice = (settings: Settings, { own }: YearOfMunicipality, row: PointsRowName): readonly Problem[] =>
  row !== 'total'
    ? []
    : [
        ...rankTwice(settings, 'lastYear.nationalRank', settings.lastYear.nationalRank, own.rank.national),
        ...rankTwice(settings, 'lastYear.prefectureRank', settings.lastYear.prefectureRank, own.rank.prefecture),
      ];

const rankTwice = (
  settings: Settings,
  path: SettingPath,
  told: number | undefined,
  band: RankBand | null,
): readonly Problem[] =>
  told === undefined || band === null || (band.low <= told && told <= band.high)
    ? []
    : settingTwice(settings, path, `${told}位`, { text: between(band.low, band.high, '位'), of });

/** An amount that lies within the band of last year's estimate is none of two. */
const yenTwice = (settings: Settings, { own }: YearOfMunicipality, part: YenPart): readonly Problem[] => {
  const told = settings.lastYear.yen[part];
  const amount = own.grants?.[part] ?? undefined;
  if (told === undefined || amount === undefined || (told >= amount.low && told <= amount.high)) return [];
  const { low, high } = amount;
  return settingTwice(settings, `lastYear.yen.${part}`, yenText(told), {
    text: rangeInWords(yenText(low), yenText(high)),
    of,
  });
};

const yenText = (amount: Yen): string => (amount % 1000n === 0n ? inThousandYen(amount) : inYen(amount));

const between = (low: number, high: number, unit: string): string => rangeInWords(String(low), String(high), unit);
