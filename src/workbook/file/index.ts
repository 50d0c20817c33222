export { readWorkbookFile } from './readWorkbookFile';
export { limits } from './limits';
export { refreshWorkbookFile, type RefreshedFile } from './refreshWorkbookFile';
export { writeWorkbookFile } from './writeWorkbookFile';
