import type { Criterion, Indicator, Scheme } from '../scheme';
import { isComputed } from '../counting';
import { stepsOf, type Finding, type Linter } from './linter';

/**
 * Cut-offs on the own total rise strictly, one for each criterion: ア is met before イ. One indicator has them: of two, each
 * would wait for the other's points (rules/grants.md#own-total).
 */
export const cutOffs: Linter<Scheme> = {
  name: 'cut-offs',
  check: ({ indicators }) =>
    indicators.filter(isComputed).flatMap(({ id: place, rule, criteria }, before) => {
      if (rule.kind !== 'tier-on-own-total' || rule.cutOffs === 'unspecified') return [];
      const limits = rule.cutOffs;
      return [
        ...(before === 0
          ? []
          : [{ place, message: `総得点の区切りで決まる指標が${before + 1}件あります（${before + 1}件 ＞ 1件）` }]),
        ...(limits.length === criteria.length
          ? []
          : [{ place, message: `区切りの数 ${limits.length} ≠ 枝番の数 ${criteria.length}` }]),
        ...limits.flatMap((limit, at) => {
          const last = limits[at - 1];
          return last === undefined || last < limit
            ? []
            : [{ place, message: `区切り ${limit} が前の区切り ${last} より大きくありません` }];
        }),
      ];
    }),
};

/**
 * The steps of a tier stand in order and their shares fall (7/5/3/1割); only a tier has shares
 * (rules/grants.md#thresholds).
 */
export const tierSteps: Linter<Scheme> = {
  name: 'tier-steps',
  check: ({ indicators }) =>
    indicators.flatMap((indicator) =>
      indicator.rule.kind === 'marked' ? sharesOfMarked(indicator) : stepsOf(indicator).flatMap(stepFaults(indicator)),
    ),
};

const sharesOfMarked = ({ criteria }: Indicator): readonly Finding[] =>
  criteria
    .filter(({ share }) => share !== undefined)
    .map(({ id, share }) => ({ place: id, message: `自己評価の枝番に割合「${share ?? ''}」が書かれています` }));

const stepFaults =
  ({ rule }: Indicator) =>
  (steps: readonly Criterion[]): readonly Finding[] => {
    const first = rule.kind === 'tier-among-doers' ? ['does'] : ['7/10', '5/10', '3/10', '1/10'];
    const unspecified = steps.every(({ share }) => share === 'unspecified');
    return steps.flatMap((step, at) => {
      const before = steps[at - 1];
      const { id: place, share, label } = step;
      if (share === undefined) return [{ place, message: '割合（share）がありません' }];
      const wrongStart = before === undefined && !unspecified && !first.includes(share);
      const wrongFall = before !== undefined && !unspecified && heightOf(step) >= heightOf(before);
      const wrongOrder = before !== undefined && label <= before.label;
      return [
        ...(wrongStart ? [{ place, message: `最初の段の割合「${share}」≠「${first.join('・')}」のいずれか` }] : []),
        ...(wrongFall
          ? [{ place, message: `割合「${share}」が前の段「${before.share ?? ''}」より小さくありません` }]
          : []),
        ...(wrongOrder ? [{ place, message: `枝番「${label}」が前の段「${before.label}」の後に並んでいません` }] : []),
      ];
    });
  };

/** How many of all the step lets in, for comparing only; an open share among known ones counts as out of order. */
const heightOf = ({ share }: Criterion): number => {
  const order: readonly Criterion['share'][] = ['1/10', '3/10', '5/10', '7/10', 'does'];
  const at = order.indexOf(share);
  return at === -1 ? Number.POSITIVE_INFINITY : at;
};
