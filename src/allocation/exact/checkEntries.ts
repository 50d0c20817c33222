import { problem, type Problem } from '../../kernel';
import type { AllocationPlan } from '../plans/planSchema';
import type { AllocationEntry } from './allocationEntry';
import { sizeClassOf } from './sizeClass';

/** Why a national table cannot be shared out: missing or impossible persons and points, repeats, unusable frames. */
export const checkEntries = (plan: AllocationPlan, entries: readonly AllocationEntry[]): readonly Problem[] => {
  const keys = new Set<string>();
  return entries.flatMap((entry) => {
    const repeated = keys.has(entry.key);
    keys.add(entry.key);
    return [
      ...(repeated ? [problem('entry-repeated', { found: entry.key }, { name: entry.name })] : []),
      ...insuredProblems(entry),
      ...(['promotion', 'support'] as const).flatMap((grant) => {
        const points = entry.points[grant];
        return Number.isSafeInteger(points) && points >= 0
          ? []
          : [problem('points-impossible', { found: String(points), expected: '0 以上の整数' }, { name: entry.name })];
      }),
      ...amountProblems(entry),
      ...(entry.frames ?? []).flatMap((id) => frameProblems(plan, entry, id)),
    ];
  });
};

const mostInsured = 50_000_000;

/** Zero and missing are one problem, negative, fractional or larger than the nation another (ux-reliability §7 row 101). */
export const insuredProblems = ({
  name,
  insured,
}: {
  readonly name: string;
  readonly insured: number;
}): readonly Problem[] => {
  if (insured === 0 || Number.isNaN(insured)) return [problem('insured-missing', {}, { name })];
  return Number.isSafeInteger(insured) && insured > 0 && insured <= mostInsured
    ? []
    : [problem('insured-impossible', { found: String(insured), expected: '1 以上の整数' }, { name })];
};

const amountProblems = (entry: AllocationEntry): readonly Problem[] =>
  [['所要見込額', entry.requiredYen] as const, ['前年度の額', entry.lastYearYen] as const].flatMap(([label, amounts]) =>
    Object.values(amounts ?? {})
      .filter((amount) => amount < 0n)
      .map((amount) => problem('amount-impossible', { found: `${amount} 円` }, { label: `${entry.name}の${label}` })),
  );

const frameProblems = (plan: AllocationPlan, entry: AllocationEntry, id: string): readonly Problem[] => {
  const frame = plan.frames.find((known) => known.id === id);
  const refused = (message: string): readonly Problem[] => [
    problem('frame-unknown', { found: id }, { name: entry.name, message }),
  ];
  if (frame === undefined) return refused('そのような枠がありません');
  if (frame.kind === 'unspecified') return refused(`「${frame.name}」の額は公表されていません`);
  const sizeClass = sizeClassOf(entry.insured, plan.sizeClasses.from);
  return frame.perClass[sizeClass - 1]?.yen === 'unspecified'
    ? refused(`「${frame.name}」の規模区分 ${sizeClass} の額は公表されていません`)
    : [];
};
