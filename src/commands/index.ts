export { associateCommands, type RibbonActions } from './associateCommands';
