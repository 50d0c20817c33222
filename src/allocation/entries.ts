import type { Yen } from '../kernel';
import { problem, type Problem } from '../problems';
import type { Grant } from '../schemes';
import type { AllocationPlan } from './plan';

/** One municipality as the allocation sees it. */
export interface AllocationEntry {
  /** Municipality code, or another key that is unique in the table; decides ties. */
  readonly key: string;
  readonly name: string;
  /** Whole points per grant, goal Ⅳ counted in both. */
  readonly points: Readonly<Record<Grant, number>>;
  /** 第1号被保険者数. */
  readonly insured: number;
  /** 所要見込額: nothing above it is paid where the plan says so. */
  readonly requiredYen?: GrantYen;
  /** Last year's ordinary amount, for 激変緩和. */
  readonly lastYearYen?: GrantYen;
  /** Ids of the frames of the plan the municipality was selected for, e.g. `outcomeOriented`. */
  readonly frames?: readonly string[];
}

/** Amounts per grant, where they are known. */
type GrantYen = Partial<Readonly<Record<Grant, Yen>>>;

/**
 * Why a national table cannot be shared out: missing or impossible persons and points, repeats, unusable frames. Of all of
 * them: `different` is how many keys there are, `leastRequired` the lowest 所要見込額.
 */
export const checkEntries = (
  plan: AllocationPlan,
  entries: readonly AllocationEntry[],
  { different, leastRequired }: { readonly different: number; readonly leastRequired: number },
): readonly Problem[] => {
  const problems: Problem[] = different < entries.length ? [...repeated(entries)] : [];
  // A plain loop: this runs over the whole nation, and nearly every entry is fine.
  for (const entry of entries) {
    const { name, points } = entry;
    if (!isInsured(entry.insured)) problems.push(...insuredProblems(entry));
    if (!isPoints(points.promotion)) problems.push(...checkPoints(name, points.promotion));
    if (!isPoints(points.support)) problems.push(...checkPoints(name, points.support));
    if (leastRequired < 0 && isNegative(entry.requiredYen))
      problems.push(...amountProblems(name, '所要見込額', entry.requiredYen ?? {}));
    if (isNegative(entry.lastYearYen)) problems.push(...amountProblems(name, '前年度の額', entry.lastYearYen ?? {}));
    if (entry.frames !== undefined) problems.push(...entry.frames.flatMap((id) => frameProblems(plan, entry, id)));
  }
  return problems;
};

const repeated = (entries: readonly AllocationEntry[]): readonly Problem[] => {
  const keys = new Set<string>();
  return entries.flatMap(({ key, name }) => {
    if (keys.has(key)) return [problem('entry-repeated', { found: key }, { name })];
    keys.add(key);
    return [];
  });
};

const mostInsured = 50_000_000;

const isInsured = (insured: number): boolean => Number.isSafeInteger(insured) && insured > 0 && insured <= mostInsured;
const isPoints = (points: number): boolean => Number.isSafeInteger(points) && points >= 0;

/**
 * Zero and missing are one problem, negative, fractional or larger than the nation another (rules/bad-inputs.md#b101).
 */
export const insuredProblems = ({
  name,
  insured,
}: {
  readonly name: string;
  readonly insured: number;
}): readonly Problem[] => {
  if (insured === 0 || Number.isNaN(insured)) return [problem('insured-missing', {}, { name })];
  return isInsured(insured)
    ? []
    : [problem('insured-impossible', { found: String(insured), expected: '1 以上の整数' }, { name })];
};

/** Points of a grant are whole and not negative. */
export const checkPoints = (name: string, points: number): readonly Problem[] =>
  isPoints(points) ? [] : [problem('points-impossible', { found: String(points), expected: '0 以上の整数' }, { name })];

const isNegative = (amounts: GrantYen | undefined): boolean =>
  amounts !== undefined && ((amounts.promotion ?? 0n) < 0n || (amounts.support ?? 0n) < 0n);

const amountProblems = (name: string, label: string, amounts: GrantYen): readonly Problem[] =>
  [amounts.promotion, amounts.support].flatMap((amount) =>
    amount !== undefined && amount < 0n
      ? [problem('amount-impossible', { found: `${amount} 円` }, { label: `${name}の${label}` })]
      : [],
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

/** The size class (1 = smallest) of so many insured persons, by rising bounds; a bound itself belongs to the class above: 100,000 is class 5. */
export const sizeClassOf = (insured: number, from: readonly number[]): number => {
  let sizeClass = 1;
  for (const bound of from) {
    if (!(insured >= bound)) break;
    sizeClass += 1;
  }
  return sizeClass;
};
