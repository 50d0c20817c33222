export { resultSheets } from '../../report';
export { readingOf } from './readingOf';
export { sample } from './sample';
