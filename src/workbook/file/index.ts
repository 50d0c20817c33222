export { limits } from './fault';
export { readAddinSetting } from './write/addinSetting';
export { cautionsOf, type Caution } from './edit/cautions';
export { readFileMark, type FileMark } from './write/fileMark';
export { readWorkbookFile } from './readWorkbookFile';
export { printedFooters } from './printedFooters';
export { refreshWorkbookFile, type RefreshedFile } from './edit/refreshWorkbookFile';
export { writeWorkbookFile } from './write/writeWorkbookFile';
