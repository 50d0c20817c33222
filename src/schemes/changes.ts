import { carriedOverIndicators } from './carriedOver';
import type { Indicator, Scheme } from './scheme';

/** What happened to an indicator since the year before. */
export type ChangeWord = 'new' | 'dropped' | 'moved' | 'criteria' | 'rule';

/** An indicator that is not what it was; `before` is missing of a new one, `after` of one that was dropped. */
export interface IndicatorChange {
  readonly words: readonly ChangeWord[];
  readonly before?: Indicator;
  readonly after?: Indicator;
}

/** New, dropped and moved indicators, changed criteria, points and rules, in the order of the earlier year; new ones last. */
export const indicatorChanges = (from: Scheme, to: Scheme): readonly IndicatorChange[] => {
  const lives = carriedOverIndicators(from, to);
  const later = new Map(to.indicators.map((indicator) => [indicator.id, indicator]));
  const arrived = new Set(lives.values());
  return [
    ...from.indicators.flatMap((before): readonly IndicatorChange[] => {
      const after = later.get(lives.get(before.id) ?? '');
      if (after === undefined) return [{ words: ['dropped'], before }];
      const words = changedIn(before, after);
      return words.length === 0 ? [] : [{ words, before, after }];
    }),
    ...to.indicators.filter(({ id }) => !arrived.has(id)).map((after): IndicatorChange => ({ words: ['new'], after })),
  ];
};

const changedIn = (before: Indicator, after: Indicator): readonly ChangeWord[] => [
  ...(before.number === after.number ? [] : (['moved'] as const)),
  ...(criteriaWords(before) === criteriaWords(after) ? [] : (['criteria'] as const)),
  ...(before.rule.kind === after.rule.kind ? [] : (['rule'] as const)),
];

/** 「ア5 イ5」: labels and points of the criteria. */
export const criteriaWords = ({ criteria }: Indicator): string =>
  criteria.map(({ label, points }) => `${label}${points}`).join(' ');
