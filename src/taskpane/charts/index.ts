export { barGeometry, type BarGeometry } from './barGeometry';
export { chartGeometry } from './chartGeometry';
export type { ChartGeometry, ChartText } from './chartShapes';
export { chartTable, type ChartTable } from './chartTable';
export { goalBars, type GoalBar } from './goalBars';
export { printedValue } from './printedValue';
