export { askedMarks, type AskedMark } from './askedMarks';
export { figureAt, type FigureAnswer } from './figureAt';
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
export { rateText } from './rateText';
export { scoreSheetName } from './scoreSheetName';
export { shareDone } from './shareDone';
export { paneStore, type PaneStore } from './store';
export { transition } from './transition';
export { totalChange, type TotalChange } from './totalChange';
