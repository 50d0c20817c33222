import { outlookTexts } from './catalogue/outlook';
import { problemsOf } from './problem';

/** Makes a problem of goals, plans and earlier years: its words are loaded with what looks out, not with every face. */
export const outlookProblem = problemsOf(outlookTexts);
