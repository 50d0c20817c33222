export { refresh, score, showPane } from './openPane';
