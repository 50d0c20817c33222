import type { CouncilFacts } from './councilFacts';

/** 【暫定】 behind the title of a paper while answers are open, else nothing. */
export const provisionalMark = (own: CouncilFacts['own']): string => (own?.provisional === true ? '【暫定】' : '');

/** The sentence of the points that are still open; empty where every answer is settled. */
export const provisionalSentence = ({ own }: CouncilFacts): string => {
  if (own?.provisional !== true) return '';
  const { min, max } = own.range;
  return min === max
    ? `得点${min}点は、未確定の回答がある暫定の値です。`
    : `得点は未確定の回答があるため${min}～${max}点の範囲です。`;
};
