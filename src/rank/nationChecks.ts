import { answerState, answerStateName, type NationalTable } from '../answers';
import { at } from '../kernel';
import { problem, type Problem } from '../problems';
import { blockName, criterionIndexOf } from '../schemes';
import { pointsOf, type OwnTotalTiers, type ScoreTable, type TierStates } from '../score';

/** Printed sums of every municipality against the points of its branches. */
export const checkPrintedPoints = (table: NationalTable, scores: ScoreTable): readonly Problem[] => {
  const problems: Problem[] = [];
  for (const [place, block] of scores.compiled.blocks.entries()) {
    const printed = table.printedBlocks.get(block.key);
    if (printed === undefined) continue;
    for (let row = 0; row < table.count; row += 1) {
      const value = at(printed, row);
      const ours = pointsOf(scores, row, place);
      if (value === ours || Number.isNaN(value)) continue;
      problems.push(
        problem(
          'nation-points-differ',
          { ...placeOfRow(table, row), found: String(value), expected: String(ours) },
          { municipality: table.municipalities[row]?.name ?? '', block: blockName(block) },
        ),
      );
    }
  }
  return problems;
};

/** Where a municipality stands, for problems: the sheet and its row as people count it. */
const placeOfRow = ({ sheet, rows }: NationalTable, row: number) => ({
  sheet,
  cell: `${String(at(rows, row) + 1)}行`,
});

/** Printed national ranks against ranks counted from the points; in a partial table the printed ones are used. */
export const checkRanks = (
  table: NationalTable,
  counted: Uint16Array,
  published: Float64Array | undefined,
  complete: boolean,
): readonly Problem[] => {
  if (published === undefined) return [];
  const used = complete ? '得点から数えた順位' : '公表された順位';
  return table.municipalities.flatMap(({ name }, row) => {
    const printed = at(published, row);
    if (Number.isNaN(printed) || printed === counted[row]) return [];
    const place = { ...placeOfRow(table, row), found: String(printed), expected: String(counted[row]) };
    return [problem('nation-rank-differs', place, { municipality: name, count: table.count, used })];
  });
};

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

/** Blank cells among the points, said once: they count 0. Criteria without a column are told by the reader. */
export const checkUnanswered = (table: NationalTable): readonly Problem[] => {
  const { states, criteriaFound, count } = table;
  const width = criteriaFound.length;
  let cells = 0;
  const rows: number[] = [];
  for (let row = 0; row < count; row += 1) {
    let own = 0;
    for (let criterion = 0; criterion < width; criterion += 1) {
      if (states[row * width + criterion] === answerState.unanswered && criteriaFound[criterion] === 1) own += 1;
    }
    if (own > 0) rows.push(row);
    cells += own;
  }
  const [first] = rows;
  if (first === undefined) return [];
  const municipality = table.municipalities[first]?.name ?? '';
  return [
    problem('nation-unanswered', { sheet: table.sheet, found: String(cells) }, { municipality, count: rows.length }),
  ];
};
