export { scoreSheet } from './scoreSheet';
