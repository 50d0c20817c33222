export {
  initialState,
  type Busy,
  type BusyStage,
  type Notice,
  type PaneState,
  type Reading,
  type Screen,
  type Task,
  type WrittenScore,
} from './paneState';
export type { PaneEvent } from './paneEvent';
export { openProblems, problemGroups, problemsOf, type ProblemGroup } from './problemGroups';
export { shareDone } from './shareDone';
export { paneStore, type PaneStore } from './store';
export { transition } from './transition';
