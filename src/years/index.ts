export { compareYears, type AmountRow, type PointsRow, type YearComparison } from './compareYears';
export { rankDiffers, toldContradictions } from './contradictions';
export { lastYearOf, lastYearProblems } from './lastYear';
export { toldGoalProblems, toldGoals, type GoalOfYear } from './lastYearGoals';
export { toldFigure, toldOrigin, toldYear, type ToldRow, type ToldYear, type ToldYearName } from './told';
export {
  blockOfRow,
  pointsRows,
  rowNames,
  totalYenOf,
  yenParts,
  type PointsOutcome,
  type PointsRowName,
  type YearOutcome,
  type YenPart,
} from './yearOutcome';
