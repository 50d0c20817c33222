export { limits } from './fault';
export { readWorkbookFile } from './readWorkbookFile';
export { refreshWorkbookFile, type RefreshedFile } from './refreshWorkbookFile';
export { writeWorkbookFile } from './writeWorkbookFile';
