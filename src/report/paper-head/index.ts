export { paperHead } from './paperHead';
export { paperHeader } from './paperHeader';
