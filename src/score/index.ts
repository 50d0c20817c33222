export { checkAnswers } from './checkAnswers';
export { compileScheme, type CompiledScheme, type OwnTotalSource } from './compiledScheme';
export { explainScore, type Award, type AwardReason } from './explainScore';
export type { OpenAnswers } from './earnedPoints';
export { indicatorPoints } from './indicatorPoints';
export {
  mostPointsOf,
  openIn,
  partNamed,
  pointsOfPart,
  scoreByCriterion,
  type Part,
  type ScoreByCriterion,
} from './parts';
export { scoreRange, type ScoreRange } from './scoreRange';
export { pointsOf, scoreTable, type ScoreTable } from './scoreTable';
export {
  ownTotalTiers,
  stepsReached,
  tierAmongDoers,
  tierStates,
  tierTop,
  type OwnTotalTiers,
  type RawFigures,
  type TierMeasure,
  type TierRule,
  type TierStates,
} from './tiers';
