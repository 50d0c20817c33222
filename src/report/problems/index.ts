export { problemsSheet, sortedProblems } from './problemsSheet';
