export { refreshBook, scoreBook } from './openPane';
