import type { Criterion, GrantOrCommon, Indicator, Scheme } from '../../../src/schemes';

/** One line of a form: a criterion, and its labels as this form writes them. */
export interface Item {
  readonly criterion: Criterion;
  readonly indicator: Indicator;
  /** The grant under which it stands; goal Ⅳ stands alone, or under one of the grants, or under each. */
  readonly under: GrantOrCommon;
  /** Goal Ⅳ for the second time. */
  readonly again: boolean;
  readonly name: string;
  readonly number: number;
  readonly label: string;
  readonly points: number;
  /** What stands in the place of the answer: nothing, or a mark that answers nothing. */
  readonly instead?: string | null;
  /** The other answer than the true one. */
  readonly contrary?: true;
}

/** Where a form puts goal Ⅳ. */
export type GoalFour = 'alone' | 'under promotion' | 'under each';

/** The criteria of a year in the order of the notice. */
export const itemsOf = (scheme: Scheme, goalFour: GoalFour): readonly Item[] => {
  const under = (shown: GrantOrCommon, own: GrantOrCommon, again = false): readonly Item[] =>
    scheme.indicators
      .filter(({ grant }) => grant === own)
      .flatMap((indicator) =>
        indicator.criteria.map((criterion) => ({
          criterion,
          indicator,
          under: shown,
          again,
          name: indicator.name,
          number: indicator.number,
          label: criterion.label,
          points: criterion.points,
        })),
      );
  const [promotion, support] = [under('promotion', 'promotion'), under('support', 'support')];
  if (goalFour === 'under promotion') return [...promotion, ...under('promotion', 'common'), ...support];
  if (goalFour === 'under each')
    return [...promotion, ...under('promotion', 'common'), ...support, ...under('support', 'common', true)];
  return [...promotion, ...support, ...under('common', 'common')];
};

/** One key per grant and goal as the form shows them. */
export const goalKey = ({ under, indicator }: Item): string => `${under}${indicator.goal}`;
export const groupKey = (item: Item): string => `${goalKey(item)}${item.indicator.group}`;
export const indicatorKey = (item: Item): string => `${groupKey(item)}${item.indicator.id}`;
