export { refreshBook, scoreBook, showPane } from './openPane';
