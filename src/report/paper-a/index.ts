export { paperA } from './paperA';
