import { standingOf, type Nation, type Scope } from '../../rank';
import type { ModelCell } from '../../workbook';
import { cell } from '../layout';
import { fromTable, fromTableRow, tableRow } from '../figureSources';
import { computed, fromAnswers } from '../origins';
import type { MunicipalityResult } from '../../evaluation';
import { scopeNames } from './scopeNames';
import { valuesInNation } from './valuesInNation';

/** The column heads of the rows. */
export const neighbourHeaders = ['範囲', '順位', '都道府県', '市町村', '総得点', '差'];
/** So many neighbours are shown above and below. */
const reach = 5;

type Row = readonly ModelCell[];

/** The municipalities around one in every scope, best first, itself among them. */
export const neighbourRows = (nation: Nation, municipality: MunicipalityResult): readonly Row[] => {
  const values = valuesInNation(nation, municipality, nation.scores.compiled.totalBlock);
  const { nationRow } = municipality;
  return nationRow === undefined
    ? []
    : nation.ranks.scopes.flatMap((scope) => rowsIn(nation, scope, values, nationRow));
};

const rowsIn = (nation: Nation, scope: Scope, values: Uint16Array, row: number): readonly Row[] => {
  const standing = standingOf(values, scope, row, reach);
  if (standing === undefined) return [];
  return standing.neighbours.map((other) => {
    const look = other === row ? 'total' : 'body';
    const value = values[other] ?? 0;
    const identity = nation.table.municipalities[other];
    const rank = standingOf(values, scope, other, 0)?.rank ?? null;
    const place = tableRow(nation, other);
    return [
      cell(scopeNames[scope.name], look === 'total' ? 'total-side' : 'side'),
      cell(rank, look, 'integer', fromTable(nation, '順位', place)),
      cell(identity?.prefecture ?? null, look),
      cell(identity?.name ?? null, look),
      cell(value, look, 'integer', other === row ? fromAnswers('総得点') : fromTableRow(nation, '総得点', place)),
      cell(value - standing.value, look, 'signed-integer', difference),
    ];
  });
};

const difference = computed('総得点－自団体の総得点');
