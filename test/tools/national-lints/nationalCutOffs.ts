import type { Indicator } from '../../../src/schemes/scheme';
import type { Finding, Linter } from '../../../src/schemes/lint/linter';
import type { NationalSubject } from './nationalSubject';

/**
 * The distribution agrees with the cut-offs on the own total: whoever reaches one gets the step's points, so the totals
 * just above it are empty, and as many stand beyond the gap as the criterion's published count
 * (rules/grants.md#own-total).
 */
export const nationalCutOffs: Linter<NationalSubject> = {
  name: 'national-cut-offs',
  check: (subject) => subject.scheme.indicators.flatMap((indicator) => gapFaults(subject, indicator)),
};

const gapFaults = ({ national }: NationalSubject, { rule, criteria }: Indicator): readonly Finding[] => {
  const { distribution } = national;
  if (distribution === undefined || rule.kind !== 'tier-on-own-total' || rule.cutOffs === 'unspecified') return [];
  const counts = new Map(national.criteria);
  return rule.cutOffs.flatMap((cutOff, at) => {
    const criterion = criteria[at];
    if (criterion === undefined) return [];
    const place = criterion.id;
    const before = criteria.slice(0, at).reduce((sum, { points }) => sum + points, 0);
    const gap = { from: cutOff + before, below: cutOff + before + criterion.points };
    const inGap = municipalitiesFrom(distribution, gap.from) - municipalitiesFrom(distribution, gap.below);
    const beyond = municipalitiesFrom(distribution, gap.below);
    const count = counts.get(criterion.id);
    return [
      ...(inGap === 0
        ? []
        : [{ place, message: `空白のはずの ${gap.from}～${gap.below - 1}点に ${inGap} 市町村（0 のはず）があります` }]),
      ...(beyond === count
        ? []
        : [{ place, message: `分布で ${gap.below}点以上の市町村数 ${beyond} ≠ 該当市町村数 ${count ?? '（なし）'}` }]),
    ];
  });
};

const municipalitiesFrom = (distribution: readonly (readonly [number, number])[], least: number): number =>
  distribution.filter(([points]) => points >= least).reduce((sum, [, times]) => sum + times, 0);
