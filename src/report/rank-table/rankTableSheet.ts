import { rankAt, ranksOf } from '../../rank';
import type { SheetModel } from '../../workbook';
import { headerCells, pageSetup } from '../layout';
import { rankTableColumns, type RankedMunicipality } from './rankTableColumns';
import type { ScoredResults } from '../../evaluation';

/** Sheet 順位表: all municipalities as an Excel table, best first, so that sorting and filtering work. */
export const rankTableSheet = (results: ScoredResults): SheetModel => {
  const columns = rankTableColumns(results);
  const rows = sorted(results).map((ranked) => columns.map(({ cellOf }) => cellOf(ranked)));
  return {
    name: '順位表',
    marker: 'ranking',
    rows: [headerCells(columns.map(({ header }) => header)), ...rows],
    columnWidths: columns.map(({ width }) => width),
    frozenRows: 1,
    frozenColumns: 4,
    table: { name: '順位表', range: { top: 0, left: 0, bottom: rows.length, right: columns.length - 1 } },
    print: pageSetup({
      orientation: 'landscape',
      headerRow: 0,
      checkCode: results.checkCode,
      note: `${results.municipalities.length}市町村`,
    }),
  };
};

/** Best first; those with the same total stay in the order they were read. */
const sorted = (results: ScoredResults): readonly RankedMunicipality[] => {
  const { municipalities, nation, subject } = results;
  const inList = ranksOf(municipalities.map(({ total }) => total));
  const rows = municipalities.map((municipality, at) => ({
    municipality,
    place:
      subject === 'nation'
        ? (rankAt(nation.ranks, 'prefecture', nation.scores.compiled.totalBlock, at) ?? null)
        : (inList[at] ?? null),
    at,
  }));
  return rows.sort((a, b) => b.municipality.total - a.municipality.total || a.at - b.at);
};
