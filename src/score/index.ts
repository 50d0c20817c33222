export { checkAnswers } from './checks';
export { compileScheme, type CompiledScheme, type OwnTotalSource } from './compiledScheme';
export { explainScore, type Award, type AwardReason } from './explainScore';
export { measureSteps } from './measureSteps';
export {
  mostPointsOf,
  openIn,
  partNamed,
  pointsOfPart,
  scoreByCriterion,
  type Part,
  type ScoreByCriterion,
} from './parts';
export type { OpenAnswers } from './runs';
export {
  indicatorPoints,
  ownTotalPoints,
  pointsOf,
  pointsPlace,
  scoreRange,
  scoreTable,
  type ScoreRange,
  type ScoreTable,
} from './scoreTable';
export {
  ownTotalTiers,
  tieringStates,
  tierStates,
  type OwnTotalTiers,
  type RawFigures,
  type TierStates,
} from './tierStates';
export { tierAmongDoers, tierSteps, tierTop, type TierMeasure, type TierRule } from './tiers';
