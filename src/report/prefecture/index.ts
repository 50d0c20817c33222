export { prefectureSheet } from './prefectureSheet';
