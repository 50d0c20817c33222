import { fiscalYearLabel } from '../../../src/kernel';
import { blockName } from '../../../src/schemes/names';
import { carriedOver, carriedOverChanges } from '../../../src/schemes/carriedOver';
import { criteriaWords, indicatorChanges, type ChangeWord } from '../../../src/schemes/changes';
import { markdownTable } from './markdownTable';
import type { Indicator, Scheme } from '../../../src/schemes/scheme';

/** What changed since the scored year before: new, dropped and moved indicators, changed criteria and points. */
export const describeChanges = (from: Scheme, to: Scheme): string => {
  const later = new Map(to.indicators.map((indicator) => [indicator.id, indicator]));
  const rows = indicatorChanges(from, to).map(({ words, before, after }) => [
    words.map((word) => changeWords[word]).join('、'),
    (after ?? before)?.name ?? '',
    ...[placeOf, criteriaWords].flatMap((say) => [before, after].map((one) => (one === undefined ? '―' : say(one)))),
  ]);
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

const changeWords: Readonly<Record<ChangeWord, string>> = {
  new: '新設',
  dropped: '廃止',
  moved: '番号の移動',
  criteria: '枝番・配点の変更',
  rule: '判定の方法の変更',
};

const placeOf = (indicator: Indicator): string => `${blockName(indicator)}${indicator.number}`;
