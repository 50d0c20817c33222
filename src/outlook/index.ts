export { nothingTold, type ToldEffort } from './effort';
export { readGoal, type Goal } from './goal';
export type { Plan } from './leastEffort';
export { marginalValues, mostHaveIt, type MarginalValue } from './marginal';
export { gainOf, outcomeOf, type Gain, type GrantPoints, type Outcome } from './outcome';
export { pursue, type Pursuit } from './pursue';
export { noRanks, publishedRanks, ranksInTable } from './ranks';
export type { MoneyView, PointsRange, RankView, Standpoint, YenBand } from './standpoint';
