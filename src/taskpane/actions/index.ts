export { paneActions, type PaneActions } from './paneActions';
export type { PanePorts } from './panePorts';
