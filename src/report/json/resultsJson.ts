import { answerStateName } from '../../answers';
import { sentenceOf, type Problem } from '../../kernel';
import { atPlace, countsIn, type Grant, type Group, wholeOf } from '../../schemes';
import { grantsJson } from './grantsJson';
import {
  failuresOf,
  municipalitiesOf,
  nationIn,
  type BlockPoints,
  type MunicipalityResult,
  type Results,
} from '../../evaluation';
import type { ScoreFile } from './scoreFile';
import { statisticsJson } from './statisticsJson';

type MunicipalityJson = ScoreFile['municipalities'][number];
type GrantJson = MunicipalityJson['points'][Grant];
type GoalJson = GrantJson['goals'][number];

/**
 * The results as plain data, schema `incentive-score/1` (rules/design.md#json); its shape stands in
 * `scoreFile.ts`.
 */
export const resultsJson = (results: Results): ScoreFile => ({
  schema: 'incentive-score/1',
  fiscalYear: results.scheme.fiscalYear,
  scheme: { revision: results.scheme.revision, hash: results.schemeHash },
  checkCode: results.checkCode,
  engineVersion: results.engineVersion,
  sources: results.sources.map(({ name, sha256 }) => ({ name, sha256 })),
  failures: failuresOf(results).map(({ file, problems }) => ({ file, problems: problems.map(problemJson) })),
  municipalities: municipalitiesOf(results).map(municipalityJson),
  statistics: statisticsJson(nationIn(results)),
  problems: results.problems.map(problemJson),
});

const municipalityJson = (municipality: MunicipalityResult): MunicipalityJson => ({
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
  range: municipality.range,
  criteria: Object.fromEntries(
    municipality.awards().map((award, index) => [award.criterion.id, awardJson(municipality, index)]),
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

const awardJson = ({ awards, cellOf }: MunicipalityResult, index: number): MunicipalityJson['criteria'][string] => {
  const award = awards()[index];
  if (award === undefined) throw new RangeError(`awardJson: no award ${index}`);
  const source = cellOf(index);
  return {
    state: answerStateName(award.state),
    points: award.points,
    because: award.because,
    sheet: source?.sheet ?? null,
    cell: source?.cell ?? null,
  };
};

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
