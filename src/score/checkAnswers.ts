import { answerState, criterionIndexOf, type MunicipalityAnswers, type PrintedSum } from '../answers';
import { problem, type Problem } from '../kernel';
import { blockKey, blockName, type Scheme } from '../schemes';
import { compileScheme, type Block } from './compiledScheme';
import { explainScore } from './explainScore';
import { pointsOf, scoreTable, type ScoreTable } from './scoreTable';

/**
 * Holds a municipality's answers against what must be true of them: printed sums equal ours, 推Ⅰ活動1 follows from the
 * total (R8), and a narrower tier is never met without the wider one. Changes nothing; says what differs.
 */
export const checkAnswers = (scheme: Scheme, answers: MunicipalityAnswers): readonly Problem[] => {
  const least = scoreTable(scheme, answers.states, 1, 'as-unmet');
  const most = scoreTable(scheme, answers.states, 1, 'as-met');
  return [
    ...answers.sums.flatMap((sum) => checkSum(scheme, sum, least, most)),
    ...checkOwnTotal(scheme, answers, least, most),
    ...checkTiers(scheme, answers),
  ];
};

const checkSum = (scheme: Scheme, sum: PrintedSum, least: ScoreTable, most: ScoreTable): readonly Problem[] => {
  const { blocks } = compileScheme(scheme);
  const candidates = sum.unplaced ? enclosing(sum, blocks) : blocks.filter(({ key }) => key === keyOf(sum));
  const fits = (block: Block): boolean => {
    const at = blocks.indexOf(block);
    return sum.value >= pointsOf(least, 0, at) && sum.value <= pointsOf(most, 0, at);
  };
  const [block] = candidates;
  if (block === undefined || candidates.some(fits)) return [];
  return [
    problem(
      'subtotal-differs',
      {
        sheet: sum.sheet,
        cell: sum.cell,
        found: String(sum.value),
        expected: String(pointsOf(least, 0, blocks.indexOf(block))),
      },
      { block: blockName(block) },
    ),
  ];
};

const keyOf = ({ grant, goal, group }: PrintedSum): string =>
  goal === 4
    ? blockKey({ grant: 'common', goal: 4, group: null })
    : blockKey({ grant: grant ?? null, goal: goal ?? null, group: group ?? null });

/** A bare 小計 may close the group, the goal or the grant that ends above it. */
const enclosing = ({ after }: PrintedSum, blocks: readonly Block[]): readonly Block[] => {
  if (after === undefined) return [];
  const { grant, goal, group } = after.indicator;
  const grants = grant === 'common' ? (['promotion', 'support'] as const) : [grant];
  const keys = new Set([
    blockKey({ grant, goal, group }),
    blockKey({ grant, goal, group: null }),
    ...grants.map((one) => blockKey({ grant: one, goal: null, group: null })),
    blockKey({ grant: null, goal: null, group: null }),
  ]);
  return blocks.filter(({ key }) => keys.has(key));
};

const checkOwnTotal = (
  scheme: Scheme,
  answers: MunicipalityAnswers,
  least: ScoreTable,
  most: ScoreTable,
): readonly Problem[] => {
  const { ownTotal, firstCriterion, endCriterion } = compileScheme(scheme);
  if (ownTotal === undefined || least.ownTotals[0] !== most.ownTotals[0]) return [];
  const { all } = criterionIndexOf(scheme);
  const awards = explainScore(scheme, answers.states);
  const own = all.slice(firstCriterion[ownTotal.indicator], endCriterion[ownTotal.indicator]);
  const given = own.filter(
    ({ index }) => answers.states[index] === answerState.met || answers.states[index] === answerState.unmet,
  );
  const wrong = given.find(({ index }) => answers.states[index] !== awards[index]?.state);
  if (wrong === undefined) return [];
  const sumOf = (earned: (index: number) => number): string =>
    `${own.reduce((sum, { index }) => sum + earned(index), 0)}点`;
  return [
    problem(
      'own-total-differs',
      {
        ...answers.cellOf(wrong.index),
        criterion: wrong.criterion.id,
        found: sumOf((index) => (answers.states[index] === answerState.met ? (all[index]?.criterion.points ?? 0) : 0)),
        expected: sumOf((index) => awards[index]?.points ?? 0),
      },
      { total: least.ownTotals[0] ?? 0 },
    ),
  ];
};

/** Who is in the top 3割 is in the top 7割: a gap in the steps of one measure is a slip of the pen. */
const checkTiers = (scheme: Scheme, answers: MunicipalityAnswers): readonly Problem[] => {
  const { all } = criterionIndexOf(scheme);
  return all.flatMap((wider, at) => {
    const narrower = all[at + 1];
    if (narrower?.indicator !== wider.indicator) return [];
    if (wider.indicator.rule.kind === 'marked' || wider.criterion.measure !== narrower.criterion.measure) return [];
    if (answers.states[wider.index] !== answerState.unmet || answers.states[narrower.index] !== answerState.met)
      return [];
    return [
      problem('tier-gap', {
        ...answers.cellOf(narrower.index),
        criterion: narrower.criterion.id,
        found: `${wider.indicator.name} ${narrower.criterion.label}`,
        expected: wider.criterion.label,
      }),
    ];
  });
};
