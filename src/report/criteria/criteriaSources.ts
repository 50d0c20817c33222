import type { Award } from '../../score';
import type { FigureSource } from '../../workbook';
import { fromPublished, fromRules } from '../figureSources';
import { computed } from '../origins';
import type { ScoredResults } from '../../evaluation';

/** Where the figures of one row of the sheet 指標別 come from. */
export interface CriteriaSources {
  readonly maximum: FigureSource;
  /** Of the points; it points at the cell of the answer. */
  readonly points: FigureSource;
  readonly share: FigureSource | undefined;
  /** Of the sentence that says why. */
  readonly reason: FigureSource;
}

/** Makes the sources of the rows; those of an indicator and of a column are made once. */
export const criteriaSources = ({ scheme, national }: ScoredResults) => {
  const maxima = new Map(
    scheme.indicators.map(
      (indicator) => [indicator.id, fromRules({ ...scheme, source: indicator.source }, '配点')] as const,
    ),
  );
  const allMaxima = fromRules(scheme, '配点');
  const share = national && fromPublished(national, '該当した市町村の数÷全国の市町村数');
  return (award: Award, place: FigureSource['place']): CriteriaSources => {
    const maximum = maxima.get(award.indicator.id) ?? allMaxima;
    const points = pointsSource(award, place);
    return { maximum, points, share, reason: reasonSource(award, { maximum, points }) };
  };
};

const pointsSource = ({ because }: Award, place: FigureSource['place']): FigureSource => {
  const text = because.startsWith('own-total')
    ? '回答を採点した、この指標を除く総得点が区切り以上かどうかで決まる点です。'
    : place === undefined
      ? '回答の表にこの枝番の行がないので、0点として計算しました。'
      : `${place.sheet}!${place.cell} の回答を採点した点です。`;
  return { kind: 'answers', text, ...(place === undefined ? {} : { place }) };
};

const reasonSource = (
  { because }: Award,
  { maximum, points }: Pick<CriteriaSources, 'maximum' | 'points'>,
): FigureSource => {
  switch (because) {
    case 'met':
    case 'unmet':
    case 'unanswered':
    case 'held':
      return points;
    case 'other-alternative':
      return maximum;
    case 'own-total-reached':
    case 'own-total-missed':
      return ownTotal;
  }
};

const ownTotal = computed('この指標を除く得点の合計を、全国の得点の分布による区切りと比較');
