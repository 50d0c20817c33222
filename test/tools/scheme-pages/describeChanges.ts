import { fiscalYearLabel } from '../../../src/kernel';
import { blockName } from '../../../src/schemes/names';
import { carriedOver, carriedOverChanges, carriedOverIndicators } from '../../../src/schemes/carriedOver';
import { markdownTable } from './markdownTable';
import type { Indicator, Scheme } from '../../../src/schemes/scheme';

/** What changed since the scored year before: new, dropped and moved indicators, changed criteria and points. */
export const describeChanges = (from: Scheme, to: Scheme): string => {
  const lives = carriedOverIndicators(from, to);
  const later = new Map(to.indicators.map((indicator) => [indicator.id, indicator]));
  const arrived = new Set(lives.values());
  const rows = [
    ...from.indicators.flatMap((before) => changesOf(before, later.get(lives.get(before.id) ?? ''))),
    ...to.indicators
      .filter(({ id }) => !arrived.has(id))
      .map((after) => ['新設', after.name, '―', placeOf(after), '―', criteriaWords(after)]),
  ];
  const criteria = to.indicators.flatMap((indicator) => indicator.criteria).length;
  return [
    `## 前年度（${fiscalYearLabel(from.fiscalYear)}）からの変更`,
    rows.length === 0
      ? '指標・枝番・配点に変更はありません。'
      : markdownTable(['変更', '指標', '前年度の位置', 'この年度の位置', '前年度の枝番', 'この年度の枝番'], rows),
    `枝番 ${criteria} 件のうち、前年度から引き継いで比べられるもの：${carriedOver(from, to).size} 件。`,
    ...carriedOverChanges(from, to).map(
      ({ toIndicator, note }) => `- ${later.get(toIndicator)?.name ?? toIndicator}：${note}`,
    ),
  ].join('\n\n');
};

const changesOf = (before: Indicator, after: Indicator | undefined): readonly (readonly string[])[] => {
  const old = criteriaWords(before);
  if (after === undefined) return [['廃止', before.name, placeOf(before), '―', old, '―']];
  const changes = [
    ...(before.number === after.number ? [] : ['番号の移動']),
    ...(old === criteriaWords(after) ? [] : ['枝番・配点の変更']),
    ...(before.rule.kind === after.rule.kind ? [] : ['判定の方法の変更']),
  ];
  return changes.length === 0
    ? []
    : [[changes.join('、'), after.name, placeOf(before), placeOf(after), old, criteriaWords(after)]];
};

const placeOf = (indicator: Indicator): string => `${blockName(indicator)}${indicator.number}`;

const criteriaWords = ({ criteria }: Indicator): string =>
  criteria.map(({ label, points }) => `${label}${points}`).join(' ');
