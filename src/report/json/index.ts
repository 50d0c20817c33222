export { resultsJson } from './resultsJson';
