export { paneActions, type PaneActions } from './actions/paneActions';
export { loadEngine, type Engine, type PanePorts } from './actions/runTask';
export { PaneRoot } from './components/PaneRoot';
export { useDarkTheme } from './hooks';
export { addForm, refreshBook, scoreBook } from './openPane';
export { paneStore, type PaneStore } from './state/store';
export { textsOf, type PaneTexts } from './texts';
export { paneParts } from './texts/cures';
