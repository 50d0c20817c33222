export { criteriaSheet } from './criteriaSheet';
export { reasonOf } from './reasonOf';
