export { nationOf, type Nation } from './nation';
