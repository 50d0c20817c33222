export { addForm, refreshBook, scoreBook } from './openPane';
