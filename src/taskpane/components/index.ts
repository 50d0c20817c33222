export { OutsideExcel } from './OutsideExcel';
export { PaneRoot, type PaneRootProps } from './PaneRoot';
