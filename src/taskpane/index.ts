export { refresh, score, showPane } from './ribbon';
