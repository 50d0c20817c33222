export { chartSheet } from './chartSheet';
