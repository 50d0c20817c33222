export { controlSheet } from './controlSheet';
