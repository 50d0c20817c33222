import type { Grant } from '../../schemes';
import type { FigureSource } from '../../workbook';
import { nationIn } from '../../evaluation';
import type { CouncilFacts } from '../council';
import { fromTable, fromTableRow, rankFromPublished } from '../sources';
import { outcomeIn, type PaperYear } from './paperYear';
import { toldSource } from './toldSource';

const scopeNames = { nationalRank: 'national', prefectureRank: 'prefecture' } as const;

/** Where a rank comes from: told, the national table, or what is published; undefined where there is no rank. */
export const rankSource = (
  facts: CouncilFacts,
  year: PaperYear,
  row: Grant | 'total',
  scope: 'nationalRank' | 'prefectureRank',
): FigureSource | undefined => {
  const { national } = facts.results;
  const nation = nationIn(facts.results);
  const from = outcomeIn(facts, year)?.points[row]?.from[scope];
  switch (from) {
    case undefined:
    case 'none':
      return undefined;
    case 'told':
      return toldSource(facts, row === 'total' ? `${year}.${scope}` : `${year}.grantRanks.${row}.${scopeNames[scope]}`);
    case 'table': {
      // Without all municipalities the national rank is the one printed in the table.
      if (scope === 'prefectureRank') return nation && fromTable(nation, `${facts.prefecture.inside}順位`);
      return nation && (nation.complete ? fromTable(nation, '全国順位') : fromTableRow(nation, '全国順位'));
    }
    case 'distribution':
    case 'known-pairs':
      return national && rankFromPublished(national, from);
  }
};
