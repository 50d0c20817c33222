export { paperB } from './paperB';
