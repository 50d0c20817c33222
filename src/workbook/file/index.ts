export { limits } from './fault';
export { readAddinSetting } from './addinSetting';
export { cautionsOf, type Caution } from './cautions';
export { readFileMark, type FileMark } from './fileMark';
export { readWorkbookFile } from './readWorkbookFile';
export { refreshWorkbookFile, type RefreshedFile } from './refreshWorkbookFile';
export { writeWorkbookFile } from './writeWorkbookFile';
