import { answerState } from '../../answers';
import type { ModelCell } from '../../workbook';
import { cell } from '../layout/cells';

/** The answer as it was understood; the same cell for the same answer, as a nation of them has half a million. */
export const answerCell = ({ state }: { readonly state: number }): ModelCell => {
  if (state === answerState.met) return met;
  if (state === answerState.unmet) return unmet;
  return state === answerState.held ? held : open;
};

const met = cell('○', 'good');
const unmet = cell('×', 'center');
const held = cell('要確認', 'check');
const open = cell('未回答', 'check');
