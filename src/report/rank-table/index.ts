export { rankTableSheet } from './rankTableSheet';
