export { offeredReports, problemPlace, sheetsToWrite, singleReports } from '../../report';
export { figureAt } from '../state';
export { chosenReports } from '../state/reportChoices';
export { readingOf } from './readingOf';
export { sample } from './sample';
