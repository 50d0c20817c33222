export { lookAtOwnSheets, outcomeOf } from './ownSheets';
export { undoWrite } from './undo';
export { preflight } from './write';
export { writeOrUndo } from './writeOrUndo';
