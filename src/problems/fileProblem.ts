import { allTexts } from './catalogue/withFiles';
import type { ProblemName, TextsOf } from './catalogue';
import { problemsOf } from './problem';

/** Makes a problem that only a face with files may raise, or any other; never called by what the add-in loads. */
export const fileProblem = problemsOf(allTexts);

/** Every sentence the product can say about something a person can fix. */
export const problemTexts: TextsOf<ProblemName> = allTexts;
