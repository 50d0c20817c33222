export { readUndo, undoText } from './keptUndo';
export { lookAtOwnSheets, outcomeOf } from './ownSheets';
export { takeSnapshot } from './snapshot';
export { undoWrite } from './undo';
export { preflight } from './write';
export { writeOrUndo } from './writeOrUndo';
