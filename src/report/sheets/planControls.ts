import type { Results } from '../../evaluation';
import { criterionIndexOf, isComputed } from '../../schemes';
import type { FormulaWord } from '../../workbook';
import { cellKeys } from '../cellKeys';
import { computed } from '../origins';
import type { Control, Term } from './controls';
import { call, downFrom, type PrintedCell, type PrintedCells } from './printedCells';

/** 取組案: so many criteria are met as 指標別 has answers ○, those left out that nobody answers. */
export const planControls = ({ scheme, subject }: Results, printed: PrintedCells): readonly Control[] => {
  const { all } = criterionIndexOf(scheme);
  const [first] = all;
  const states = printed.find('actionPlan', cellKeys.planStates);
  const answers = first && printed.find('criteria', cellKeys.criteria('answer', 0, first.indicator.id));
  if (subject !== 'answers' || states === undefined || answers === undefined) return [];
  const computedOnes = scheme.indicators.filter(isComputed).map(({ id, criteria }) => ({
    cell: printed.find('criteria', cellKeys.criteria('answer', 0, id)),
    count: criteria.length,
  }));
  const counted = (from: PrintedCell, count: number, word: FormulaWord, what: string): Term => ({
    value: printed.below(from, count).filter(({ value }) => value === word).length,
    source: computed(what),
    formula: call('COUNTIF', downFrom(from.place, count), { kind: 'word', word }),
  });
  const leftOut = computedOnes.flatMap(({ cell, count }) =>
    cell === undefined ? [] : [counted(cell, count, '○', 'シート「指標別」の○の数（計算で決まる指標）')],
  );
  const [only, ...others] = leftOut;
  if (leftOut.length < computedOnes.length || others.length > 0) return [];
  const asked = all.length - computedOnes.reduce((sum, { count }) => sum + count, 0);
  const met = counted(answers, all.length, '○', 'シート「指標別」の○の数');
  return [
    {
      label: `取組案の達成の枝番 ＝ 指標別の○の数${only === undefined ? '' : '（計算で決まる指標を除く）'}`,
      operation: only === undefined ? 'sum' : 'difference',
      terms: only === undefined ? [met] : [met, only],
      printed: counted(states, asked, '達成', 'シート「取組案」の達成の数'),
      style: 'integer',
    },
  ];
};
