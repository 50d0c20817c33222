import { answerState } from '../answers';
import type { Scheme } from '../schemes';
import { scoreTable, type ScoreTable } from './scoreTable';

/** One municipality scored twice: open answers as nothing, and as all they could be; one and the same where none is open. */
export interface ScoreRange {
  readonly least: ScoreTable;
  readonly most: ScoreTable;
}

/** From `states` of one municipality. */
export const scoreRange = (scheme: Scheme, states: Uint8Array): ScoreRange => {
  const least = scoreTable(scheme, states, 1, 'as-unmet');
  const open = states.some((state) => state !== answerState.met && state !== answerState.unmet);
  return { least, most: open ? scoreTable(scheme, states, 1, 'as-met') : least };
};
