import { problem, refuse, type Result } from '../../problems';
import { addScheme, mostJsonBytes, readJsonText, readScheme, type Scheme } from '../../schemes';

/** What the browser knows of a chosen file. */
export type ChosenFile = Pick<File, 'name' | 'size' | 'text'>;

/**
 * Reads a person's own scheme file and adds its year to those known; loaded when one is chosen, since the pane itself reads
 * nothing from outside, and the first screen needs no scheme.
 */
export const addYearFile = async (file: ChosenFile): Promise<Result<Scheme>> => {
  if (file.size > mostJsonBytes) {
    const size = { size: megabytes(file.size), limit: megabytes(mostJsonBytes) };
    return refuse(problem('file-too-large', { found: file.name }, size));
  }
  const scheme = readJsonText(await file.text(), file.name, readScheme);
  if (scheme.ok) addScheme(scheme.value);
  return scheme;
};

const megabytes = (bytes: number): number => Math.ceil(bytes / 1024 / 1024);
