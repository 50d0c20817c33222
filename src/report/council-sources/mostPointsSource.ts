import { yearOf, type Grant } from '../../schemes';
import type { FigureSource } from '../../workbook';
import type { CouncilFacts } from '../council';
import { computed, fromRules } from '../sources';
import { outcomeIn, type PaperYear } from './paperYear';
import { toldSource } from './toldSource';

/** Where 満点 of a grant or the total comes from; undefined where no points are known. */
export const mostPointsSource = (
  facts: CouncilFacts,
  year: PaperYear,
  row: Grant | 'total',
): FigureSource | undefined => {
  const known = outcomeIn(facts, year);
  const outcome = known?.points[row];
  if (known === undefined || outcome === undefined) return undefined;
  if (outcome.from.most === 'told') {
    return row === 'total' ? toldSource(facts, 'lastYear.mostPoints') : computed('合計の満点÷2');
  }
  if (year === 'thisYear') return fromRules(facts.results.scheme, '満点');
  const { scheme, blocks } = yearOf(known.year);
  const rules = scheme ?? blocks.municipality.scheme;
  return rules && fromRules(rules, '満点');
};
