import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fileProblem, type Problem } from '../problems';
import { lettersToChange } from './words';

const commands = ['score', 'verify', 'template', 'help'];
/** Two letters that changed places. */
const mostLetters = 2;

/**
 * What is wrong with the first word of a call that no file bears, where it is nearly a command: told as a file that is
 * missing, a person looks for the file and not at the letters.
 */
export const mistypedCommand = async (word: string, folder: string): Promise<Problem | undefined> => {
  const typed = word.normalize('NFKC').toLowerCase();
  const meant = commands.find((command) => lettersToChange(typed, command) <= mostLetters);
  if (meant === undefined) return undefined;
  const isThere = await stat(resolve(folder, word)).then(
    () => true,
    () => false,
  );
  return isThere ? undefined : fileProblem('unknown-command', { found: word, expected: meant });
};
