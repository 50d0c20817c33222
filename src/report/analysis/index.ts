export { analysisSheet } from './analysisSheet';
