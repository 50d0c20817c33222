export { readWorkbookFile } from './readWorkbookFile';
