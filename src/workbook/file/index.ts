export { readWorkbookFile } from './readWorkbookFile';
export { limits } from './limits';
export { refreshWorkbookFile, type RefreshedFile } from './refreshWorkbookFile';
export { workbookFile, type WorkbookFile } from './workbookFile';
export { writeWorkbookFile } from './writeWorkbookFile';
