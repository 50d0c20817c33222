export { blanks, cell, fittedHeights, headerCells, padded } from './cells';
export { type Line, type Span, layOut } from './layOut';
export { changeCell, thousandYenCell, yenCell } from './moneyCells';
export { pageSetup } from './pageSetup';
export { type Sentence, cellLine, headerLine, line, span, userSpan, wideLines } from './spans';
export { spreadList } from './wrapping';
export { fullWidth, officeWidth } from './widths';
