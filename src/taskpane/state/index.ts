export { askedMarks, type AskedMark } from './askedMarks';
export { barGeometry, type BarGeometry } from './barGeometry';
export { chartGeometry } from './chartGeometry';
export type { ChartGeometry, ChartText } from './chartShapes';
export { chartTable, type ChartTable } from './chartTable';
export { figureAt, type FigureAnswer } from './figureAt';
export { goalBars, type GoalBar } from './goalBars';
export {
  initialState,
  type Busy,
  type BusyStage,
  type Notice,
  type PaneState,
  type PreviewRow,
  type Reading,
  type Screen,
  type Task,
  type WrittenScore,
} from './paneState';
export type { PaneEvent } from './paneEvent';
export { percentDone } from './percentDone';
export { openProblems, problemGroups, problemsOf, type ProblemGroup } from './problemGroups';
export { printedValue } from './printedValue';
export { rateText } from './rateText';
export { scoreSheetName } from './scoreSheetName';
export { shareDone } from './shareDone';
export { paneStore, type PaneStore } from './store';
export { transition } from './transition';
export { totalChange, type TotalChange } from './totalChange';
