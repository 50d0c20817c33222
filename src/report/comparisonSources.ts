import type { AmountRow, PointsRow } from '../allocation';
import type { FigureSource } from '../workbook';
import { blockFromAnswers, computed, fromAmount, fromTable, tableRow, told } from './figureSources';
import { rankSource } from './rankSources';
import type { Results } from './results';

/** Where the figures of the sheet 前年度比較 come from, by row and year. */
export interface ComparisonSources {
  readonly amount: (row: AmountRow['row'], year: Year) => FigureSource;
  readonly points: (row: PointsRow['row'], year: Year) => FigureSource;
  readonly rank: (row: PointsRow['row'], year: Year) => FigureSource | undefined;
}

type Year = 'before' | 'now';

/** Last year is told; this year is scored, decided or told, as `thisYear` of the results was made. */
export const comparisonSources = (results: Results): ComparisonSources => {
  const own = results.municipalities[0];
  return {
    amount: (row, year) => {
      if (row === 'total') return allAmounts;
      if (year === 'before') return told(`lastYear.${row}`);
      const amount = own?.grants?.[row];
      return amount === undefined || amount === null ? told(`notice.${row}`) : fromAmount(row, amount);
    },
    points: (row, year) => {
      const grant = row === 'total' ? null : row;
      const scored = own?.blocks.find(({ block }) => block.grant === grant && block.goal === null);
      return year === 'now' && scored !== undefined ? blockFromAnswers(scored.block) : toldPoints(results, row, year);
    },
    rank: (row, year) => {
      const key = rankKey(row, year);
      return year === 'before' || isTold(results, row) ? told(key) : countedRank(results, row);
    },
  };
};

const allAmounts = computed('上の区分の額の合計');
const bothGrants = computed('推進と支援の得点の合計');

const yearNames = { before: 'lastYear', now: 'thisYear' } as const;

const toldPoints = ({ settings }: Results, row: PointsRow['row'], year: Year): FigureSource => {
  const name = yearNames[year];
  return row === 'total' && settings?.[name].points.total === undefined ? bothGrants : told(`${name}.points.${row}`);
};

const rankKey = (row: PointsRow['row'], year: Year) =>
  row === 'total' ? (`${yearNames[year]}.nationalRank` as const) : (`${yearNames[year]}.nationalRank.${row}` as const);

/** True when this year's rank was told, which comes first; facts of another year are not used. */
const isTold = ({ settings, scheme }: Results, row: PointsRow['row']): boolean => {
  const facts = settings?.thisYear;
  if (facts?.fiscalYear !== undefined && facts.fiscalYear !== scheme.fiscalYear) return false;
  return (row === 'total' ? facts?.nationalRank : facts?.grantRanks[row].national) !== undefined;
};

const countedRank = (results: Results, row: PointsRow['row']): FigureSource | undefined => {
  const { nation, municipalities } = results;
  const [own] = municipalities;
  if (own === undefined) return undefined;
  if (row === 'total') return rankSource(results, own);
  return nation && fromTable(nation, '交付金ごとの全国順位', tableRow(nation, own.nationRow));
};
