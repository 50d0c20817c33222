import { answerState, answerStateName, type NationalTable } from '../../answers';
import { at, type Problem, problem } from '../../kernel';
import { criterionIndexOf } from '../../schemes';
import type { OwnTotalTiers, TierStates } from '../../score';
import { placeOfRow } from './placeOfRow';

/**
 * Printed tiers against those worked out with everybody in hand: from raw figures, and 推Ⅰ活動1 from the totals. Indicators
 * with alternatives are left out, since only the better alternative is recorded.
 */
export const checkTiers = (
  table: NationalTable,
  tiers: TierStates,
  ownTotal: OwnTotalTiers | undefined,
): readonly Problem[] => {
  const { all } = criterionIndexOf(table.scheme);
  const width = all.length;
  const problems: Problem[] = [];
  for (const [index, states] of tiers) {
    const entry = all[index];
    if (entry?.indicator.combine !== 'sum' || table.criteriaFound[index] !== 1) continue;
    for (let row = 0; row < table.count; row += 1) {
      const printed = at(table.states, row * width + index);
      if (printed === states[row]) continue;
      const place = {
        ...placeOfRow(table, row),
        criterion: entry.criterion.id,
        found: words[answerStateName(printed)],
        expected: words[answerStateName(at(states, row))],
      };
      problems.push(problem('nation-tier-differs', place, { municipality: table.municipalities[row]?.name ?? '' }));
    }
  }
  return [...problems, ...(ownTotal === undefined ? [] : ownTotalProblems(table, ownTotal, width))];
};

const words = { unanswered: '空欄', unmet: '非該当', met: '該当', held: '読み取れない値' } as const;

const ownTotalProblems = (
  table: NationalTable,
  { firstCriterion, totals, reached }: OwnTotalTiers,
  width: number,
): readonly Problem[] => {
  const { all } = criterionIndexOf(table.scheme);
  if (table.criteriaFound[firstCriterion] !== 1) return [];
  const fixed = all[firstCriterion]?.indicator.rule;
  const used =
    fixed?.kind === 'tier-on-own-total' && fixed.cutOffs !== 'unspecified' ? '公表分布による区切り' : '表の得点';
  return table.municipalities.flatMap(({ name }, row) => {
    let printed = 0;
    let ours = 0;
    for (const [step, flags] of reached.entries()) {
      const points = at(all, firstCriterion + step).criterion.points;
      if (table.states[row * width + firstCriterion + step] === answerState.met) printed += points;
      if (flags[row] === 1) ours += points;
    }
    if (printed === ours) return [];
    const place = { ...placeOfRow(table, row), found: String(printed), expected: String(ours) };
    return [problem('nation-own-total-differs', place, { municipality: name, total: at(totals, row), used })];
  });
};
