export { problemPlace } from './problemPlace';
export { problemsSheet, sortedProblems } from './problemsSheet';
