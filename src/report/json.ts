import type { GrantAmount, MunicipalityGrants } from '../allocation';
import { answerState, answerStateName, type AnswerCell, type Decision } from '../answers';
import {
  failuresOf,
  municipalitiesOf,
  nationIn,
  type BlockPoints,
  type MunicipalityResult,
  type Results,
} from '../evaluation';
import { uint32At } from '../kernel';
import { sentenceOf, type Problem } from '../problems';
import { outlookJson } from './outlookJson';
import { readingJson, tableCoverageJson } from './readingJson';
import { blockStatistics, type Nation } from '../rank';
import { atPlace, countsIn, criterionIndexOf, wholeOf, type Grant, type Group } from '../schemes';
import type { Award } from '../score';
import type { ScoreFile } from './scoreFile';
import { yearsJson } from './yearsJson';

type MunicipalityJson = ScoreFile['municipalities'][number];
type GrantJson = MunicipalityJson['points'][Grant];
type GoalJson = GrantJson['goals'][number];

/**
 * The results as plain data, schema `incentive-score/1` (rules/design.md#json); its shape stands in
 * `scoreFile.ts`.
 */
export const resultsJson = (results: Results): ScoreFile => {
  const parts = resultsInParts(results);
  return { ...parts, municipalities: [...parts.municipalities] };
};

/** The same, the municipalities one after the other: those of a nation, all at once, are half a million objects. */
interface ResultsInParts extends Omit<ScoreFile, 'municipalities'> {
  readonly municipalities: Iterable<MunicipalityJson>;
}

export const resultsInParts = (results: Results): ResultsInParts => ({
  schema: 'incentive-score/1',
  fiscalYear: results.scheme.fiscalYear,
  scheme: { revision: results.scheme.revision, hash: results.schemeHash },
  checkCode: results.checkCode,
  engineVersion: results.engineVersion,
  sources: results.sources.map(({ name, sha256 }) => ({ name, sha256 })),
  failures: failuresOf(results).map(({ file, problems }) => ({ file, problems: problems.map(problemJson) })),
  reading: results.reading.map(readingJson),
  tableCoverage: tableCoverageJson(nationIn(results)),
  municipalities: municipalitiesJson(results),
  decisions: decisionsJson(results.decisions),
  statistics: statisticsJson(nationIn(results)),
  problems: results.problems.map(problemJson),
});

function* municipalitiesJson(results: Results): Generator<MunicipalityJson> {
  for (const [at, municipality] of municipalitiesOf(results).entries()) {
    yield {
      ...municipalityJson(municipality),
      outlook: outlookJson(results.outlooks?.[at]),
      ...yearsJson(results.behind),
    };
  }
}

const municipalityJson = (
  municipality: MunicipalityResult,
): Omit<MunicipalityJson, 'outlook' | 'change' | 'trend'> => ({
  name: municipality.identity.name,
  prefecture: municipality.identity.prefecture ?? null,
  code: municipality.identity.code ?? null,
  insured: municipality.insured,
  points: {
    total: municipality.total,
    promotion: grantJson(municipality, 'promotion'),
    support: grantJson(municipality, 'support'),
  },
  provisional: municipality.provisional,
  range: { min: municipality.range.least, max: municipality.range.most },
  coverage: municipality.coverage,
  criteria: Object.fromEntries(
    municipality.awards().map((award, index) => [award.criterion.id, awardJson(municipality, award, index)]),
  ),
  rank: municipality.rank,
  grants: grantsJson(municipality.grants),
});

const grantJson = ({ blocks }: MunicipalityResult, grant: Grant): GrantJson => {
  const total = atPlace(blocks, wholeOf(grant)).points;
  const goals = blocks.filter(({ block }) => countsIn(grant, block) && block.goal !== null && block.group === null);
  return { total, goals: goals.map((goal) => goalJson(blocks, goal)) };
};

const goalJson = (blocks: readonly BlockPoints[], { block, points }: BlockPoints): GoalJson => {
  const groups = blocks.filter(
    (other) => other.block.grant === block.grant && other.block.goal === block.goal && other.block.group !== null,
  );
  const ofGroups: Partial<Record<Group, number>> = {};
  for (const other of groups) if (other.block.group !== null) ofGroups[other.block.group] = other.points;
  return { goal: block.goal, total: points, ...ofGroups };
};

const awardJson = (
  municipality: MunicipalityResult,
  award: Award,
  index: number,
): MunicipalityJson['criteria'][string] => {
  const place: AnswerCell | undefined = municipality.cellOf(index);
  return {
    state: answerStateName(award.state),
    points: award.points,
    because: award.because,
    sheet: place?.sheet ?? null,
    cell: place?.cell ?? null,
    ...(municipality.decidedOf?.(index) === undefined ? {} : { decided: true }),
  };
};

/** `decisions` of the JSON contract: those in force with what they settled, then those that do not count. */
const decisionsJson = (outcome: Results['decisions']): ScoreFile['decisions'] => [
  ...(outcome?.settled ?? []).map(({ file, decision, problems, points }) => ({
    ...decisionJson(decision, file),
    inForce: true,
    points,
    problems: problems.map(({ code }) => code),
  })),
  ...(outcome?.void ?? []).map(({ file, decision, problem }) => ({
    ...decisionJson(decision, file),
    inForce: false,
    points: 0,
    problems: [problem.code],
  })),
];

const decisionJson = ({ sheet, cell, text, judgement, by, at }: Decision, file: string | undefined) => ({
  file: file ?? null,
  sheet,
  cell,
  text,
  judgement,
  by: by ?? null,
  at: at ?? null,
});

const problemJson = (problem: Problem): ScoreFile['problems'][number] => ({
  code: problem.code,
  severity: problem.severity,
  file: problem.file ?? null,
  sheet: problem.sheet ?? null,
  cell: problem.cell ?? null,
  found: problem.found ?? null,
  expected: problem.expected ?? null,
  criterion: problem.criterion ?? null,
  pointsAtStake: problem.pointsAtStake ?? null,
  message: sentenceOf(problem),
  messageEn: sentenceOf(problem, 'en'),
});

type GrantsJson = ScoreFile['municipalities'][number]['grants'];
type AmountJson = NonNullable<GrantsJson>['promotion'];

/**
 * `grants` of the JSON contract (rules/design.md#json): yen as numbers, `basis` as notice, share or estimate; null
 * where unknown.
 */
const grantsJson = (grants: MunicipalityGrants | null): GrantsJson =>
  grants === null
    ? null
    : {
        promotion: amountJson(grants.promotion),
        support: amountJson(grants.support),
        outcomeOriented: grants.outcomeOriented === null ? null : amountJson(grants.outcomeOriented),
        totalYen: grants.totalYen === null ? null : Number(grants.totalYen),
      };

const amountJson = ({ yen, low, high, scenarios, basis, because }: GrantAmount): AmountJson => ({
  yen: yen === null ? null : Number(yen),
  low: Number(low),
  high: Number(high),
  scenarios: scenarios.map((one) => ({ ...one, low: Number(one.low), high: Number(one.high) })),
  basis,
  because: [...because],
});

/**
 * `statistics` of the JSON contract: every block with unrounded mean, median and population SD, and how many municipalities
 * have each criterion that was read; null where points of the table are open. A block without goal or group is a total; the total of both grants bears the grant `common`.
 */
const statisticsJson = (nation: Nation | undefined): ScoreFile['statistics'] => {
  if (nation?.settled !== true) return null;
  const { table, scores } = nation;
  const met = countsOfMet(nation);
  return {
    of: table.count,
    blocks: blockStatistics(scores).map(({ block, mean, median, sdPopulation }) => ({
      grant: block.grant ?? 'common',
      goal: block.goal,
      group: block.group,
      mean,
      median,
      sdPopulation,
    })),
    criteria: Object.fromEntries(
      criterionIndexOf(table.scheme)
        .all.filter(({ index }) => table.criteriaFound[index] === 1)
        .map(({ criterion, index }) => [criterion.id, uint32At(met, index)]),
    ),
  };
};

/** How many meet each criterion, in one walk over the rows as they lie. */
const countsOfMet = ({ table: { states }, scores }: Nation): Uint32Array => {
  const { criterionCount } = scores.compiled;
  const counts = new Uint32Array(criterionCount);
  let index = 0;
  for (const state of states) {
    if (state === answerState.met) counts[index] = uint32At(counts, index) + 1;
    index = index + 1 === criterionCount ? 0 : index + 1;
  }
  return counts;
};
