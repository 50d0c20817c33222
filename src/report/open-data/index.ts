export { openDataSheet } from './openDataSheet';
