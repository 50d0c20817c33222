import { decisionTexts } from './catalogue/decisions';
import { problemsOf } from './problem';

/** Makes a problem of decisions about doubtful cells: its words are loaded with what reads answers, not with every face. */
export const decisionProblem = problemsOf(decisionTexts);
