export { checkAnswers } from './checkAnswers';
export { compileScheme, type Block, type CompiledScheme } from './compiledScheme';
export { explainScore, type Award, type AwardReason } from './explainScore';
export { pointsOf, scoreTable, type OpenAnswers, type ScoreTable } from './scoreTable';
export {
  countWithData,
  ownTotalTiers,
  tierAmongDoers,
  tierStates,
  tierTop,
  type OwnTotalTiers,
  type RawFigures,
  type TierMeasure,
  type TierStates,
} from './tiers';
