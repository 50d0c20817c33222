export { allocationSheet } from './allocationSheet';
