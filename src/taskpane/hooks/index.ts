export { useArrival } from './useArrival';
export { useArrowKeys } from './useArrowKeys';
export { useDarkTheme, type OfficeLook } from './useDarkTheme';
export { PaneContext, usePane, type PaneView } from './usePane';
export { usePaneState } from './usePaneState';
