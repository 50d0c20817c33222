import { basisWords, type GrantAmount } from '../../allocation';
import type { FigureSource } from '../../workbook';

/** A figure made of others on the same sheet; `how` says which, 「得点÷配点」. */
export const computed = (how: string): FigureSource => ({ kind: 'computed', text: `この表の値から計算：${how}。` });

/** An amount that was shared out or estimated, step by step; a notice is told (`fromSettings`). */
export const fromGrantAmount = ({ basis, because }: Pick<GrantAmount, 'basis' | 'because'>): FigureSource => {
  const steps = `${because.join('。')}。`;
  return { kind: 'plan', text: steps.startsWith(basisWords[basis]) ? steps : `${basisWords[basis]}：${steps}` };
};
