import type { Grant } from '../../schemes';
import type { FigureSource } from '../../workbook';
import type { CouncilFacts } from '../council';
import { computed } from '../sources';
import { outcomeIn, type PaperYear } from './paperYear';
import { scoredSource } from './scoredSource';
import { toldSource } from './toldSource';

/** Where the points of a grant or the total come from; undefined where they are not known. */
export const pointsSource = (facts: CouncilFacts, year: PaperYear, row: Grant | 'total'): FigureSource | undefined => {
  const { own, results } = facts;
  const outcome = outcomeIn(facts, year)?.points[row];
  if (outcome === undefined) return undefined;
  switch (outcome.from.points) {
    case 'scored':
      return own && scoredSource(results, own, { grant: row === 'total' ? null : row, goal: null, group: null });
    case 'told':
      return toldSource(facts, `${year}.points.${row}`);
    case 'told-parts':
      return computed('推進＋支援');
  }
};
