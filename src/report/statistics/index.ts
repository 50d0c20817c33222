export { statisticsSheet } from './statisticsSheet';
