import { problem, refuse, type Result } from '../../problems';
import { mostJsonBytes, readJsonText, readScheme, type Scheme } from '../../schemes';

/** What the browser knows of a chosen file. */
export type ChosenFile = Pick<File, 'name' | 'size' | 'text'>;

/** Reads a person's own scheme file; loaded when one is chosen, since the pane itself reads nothing from outside. */
export const readYearFile = async (file: ChosenFile): Promise<Result<Scheme>> => {
  if (file.size > mostJsonBytes) {
    const size = { size: megabytes(file.size), limit: megabytes(mostJsonBytes) };
    return refuse(problem('file-too-large', { found: file.name }, size));
  }
  return readJsonText(await file.text(), file.name, readScheme);
};

const megabytes = (bytes: number): number => Math.ceil(bytes / 1024 / 1024);
