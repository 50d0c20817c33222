export { problemPlace, sheetsToWrite } from '../../report';
export { figureAt } from '../state';
export { offeredReports } from './offeredReports';
export { readingOf } from './readingOf';
export { sample } from './sample';
