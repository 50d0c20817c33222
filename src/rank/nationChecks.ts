import { answerState, answerStateName, type NationalTable } from '../answers';
import { at, rangeInWords } from '../kernel';
import { problem, type Problem } from '../problems';
import { blockKey, blockName, criterionIndexOf, criterionNotation, nationalUnder, wholeOf } from '../schemes';
import { pointsOf, type OwnTotalTiers, type TierStates } from '../score';
import type { NationalRanks } from './nationalRanks';
import { rankBand } from './rankBand';
import type { SettledPoints } from './settledPoints';

/** Printed sums of every municipality against settled points; where both are in doubt, `checkSettled` speaks. */
export const checkPrintedPoints = (table: NationalTable, points: SettledPoints): readonly Problem[] => {
  const problems: Problem[] = [];
  const doubtful = new Set(points.contradicting);
  for (const [place, block] of points.least.compiled.blocks.entries()) {
    const printed = table.printedBlocks.get(block.key);
    if (printed === undefined) continue;
    for (let row = 0; row < table.count; row += 1) {
      const value = at(printed, row);
      const ours = pointsOf(points.least, row, place);
      if (Number.isNaN(value) || (value >= ours && value <= pointsOf(points.most, row, place)) || doubtful.has(row))
        continue;
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

/** What the points rest on where the criteria do not say them alone: one sentence for each cause. */
export const checkSettled = (
  table: NationalTable,
  { criteria, contradicting, byPrint }: SettledPoints,
  open: ReadonlySet<number>,
): readonly Problem[] => {
  const { totalBlock } = criteria.least.compiled;
  const name = (row: number): string => table.municipalities[row]?.name ?? '';
  const printed = table.printedBlocks.get(blockKey(wholeOf(null)));
  const [doubt] = contradicting;
  const known = byPrint.filter((row) => !open.has(row));
  const doubtful = new Set(contradicting);
  const unsaid = [...open].filter((row) => !doubtful.has(row));
  const [first] = unsaid;
  return [
    ...(known.length === 0
      ? []
      : [
          problem(
            'nation-points-by-print',
            { sheet: table.sheet, found: String(known.length) },
            { count: table.count },
          ),
        ]),
    ...(doubt === undefined
      ? []
      : [
          problem(
            'nation-points-doubtful',
            {
              ...placeOfRow(table, doubt),
              found: String(printed?.[doubt] ?? '－'),
              expected: String(pointsOf(criteria.least, doubt, totalBlock)),
            },
            { municipality: name(doubt), count: contradicting.length },
          ),
        ]),
    ...(first === undefined
      ? []
      : [
          problem(
            'nation-points-open',
            { ...placeOfRow(table, first), found: String(unsaid.length) },
            { municipality: name(first), count: table.count },
          ),
        ]),
  ];
};

/** Where a municipality stands, for problems: the sheet and its row as people count it. */
const placeOfRow = ({ sheet, rows }: NationalTable, row: number) => ({
  sheet,
  cell: `${String(at(rows, row) + 1)}行`,
});

/**
 * Printed national ranks against ranks counted from the points. In a part of the nation nothing can be counted: told once
 * where the printed ranks are no national ranks of these points, or not those of the published distribution.
 */
export const checkRanks = (
  table: NationalTable,
  points: SettledPoints,
  ranks: NationalRanks,
  { whole, byCriteria }: { readonly whole: boolean; readonly byCriteria: boolean },
): readonly Problem[] => {
  const published = table.printedRanks.get(blockKey(wholeOf(null)));
  if (published === undefined || published.every(Number.isNaN)) return [];
  const { totalBlock } = points.least.compiled;
  const totalOf = (row: number): number => pointsOf(points.least, row, totalBlock);
  if (!whole) {
    if (!ranks.printedHold) return [problem('nation-ranks-not-national', { sheet: table.sheet })];
    const national = nationalUnder(table.scheme);
    if (national?.distribution === undefined) return [];
    const other = [...table.municipalities.keys()].filter(
      (row) =>
        totalOf(row) === pointsOf(points.most, row, totalBlock) &&
        rankBand(national, totalOf(row))?.low !== published[row],
    );
    const [first] = other;
    return first === undefined
      ? []
      : [
          problem(
            'nation-ranks-not-published',
            {
              ...placeOfRow(table, first),
              found: String(published[first]),
              expected: String(rankBand(national, totalOf(first))?.low ?? ''),
            },
            { municipality: table.municipalities[first]?.name ?? '', count: other.length },
          ),
        ];
  }
  return table.municipalities.flatMap(({ name }, row) => {
    const printed = at(published, row);
    const counted = ranks.among(row, totalOf(row), pointsOf(points.most, row, totalBlock));
    if (Number.isNaN(printed) || (printed >= counted.low && printed <= counted.high)) return [];
    const expected = rangeInWords(String(counted.low), String(counted.high));
    const used = byCriteria ? '得点から数えた順位' : '両方を含む順位の幅';
    return [
      problem(
        'nation-rank-differs',
        { ...placeOfRow(table, row), found: String(printed), expected },
        { municipality: name, count: table.count, used },
      ),
    ];
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
      const municipality = table.municipalities[row]?.name ?? '';
      problems.push(problem('nation-tier-differs', place, { municipality, name: criterionNotation(entry) }));
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
