import { groupedBy } from '../../kernel';
import { fileProblem, type Problem } from '../../problems';

/*
 * The files of a folder that are not read: nothing is passed over in silence.
 */

/** Why a file of a folder is not read. */
type WhyPassedOver = 'folder-too-deep' | 'link-not-followed' | 'file-temporary' | 'file-is-document' | 'file-ignored';

/** What the reader knows or refuses by name with its cure: an .xls, an .xlsb, a file under a password. */
const sheets = new Set([
  '.xlsx',
  '.xlsm',
  '.xltx',
  '.xltm',
  '.xls',
  '.xlt',
  '.xlsb',
  '.ods',
  '.fods',
  '.csv',
  '.tsv',
  '.txt',
]);
/** Forms in which an office may have sent its answers all the same. */
const documents = new Set(
  '.pdf .doc .docx .docm .rtf .odt .jtd .jtdc .ppt .pptx .xdw .xbd .htm .html .mht .msg .eml .zip .lzh .7z .rar .png .jpg .jpeg .tif .tiff .gif .bmp .heic'.split(
    ' ',
  ),
);

/** Folders in folders; whoever sorts deeper has given the wrong folder. */
export const mostLevels = 8;

/** By its name; undefined when it is read. */
export const whyPassedOver = (name: string): WhyPassedOver | undefined => {
  const ending = /.\.[^.]*$/.exec(name)?.[0].slice(1).toLowerCase() ?? '';
  if (name.startsWith('~$') || name.startsWith('.~lock') || ending === '.tmp') return 'file-temporary';
  if (name.startsWith('.')) return 'file-ignored';
  if (sheets.has(ending)) return undefined;
  if (ending === '.lnk' || ending === '.url') return 'link-not-followed';
  return documents.has(ending) ? 'file-is-document' : 'file-ignored';
};

/** So many names stand in a sentence. */
const mostNames = 20;

/** A file that is not read. */
export interface FileAside {
  readonly name: string;
  readonly why: WhyPassedOver;
}

/** One sentence a cause. */
export const passedOver = (aside: readonly FileAside[]): readonly Problem[] =>
  [...groupedBy(aside, ({ why }) => why)].map(([cause, files]) => {
    const names = files.slice(0, mostNames).map(({ name }) => name);
    const rest = files.length > mostNames ? `、ほか${files.length - mostNames}件` : '';
    return fileProblem(cause, { found: `${names.join('、')}${rest}` }, { count: files.length });
  });
