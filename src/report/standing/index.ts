export { standingSheet } from './standingSheet';
