import { blockColumn, type Nation } from '../../rank';
import type { MunicipalityResult } from '../../evaluation';

/** The points of a block over the nation, row by row, with the municipality's own points in its row. */
export const valuesInNation = (nation: Nation, municipality: MunicipalityResult, block: number): Uint16Array => {
  const values = blockColumn(nation.scores, block);
  const row = municipality.nationRow;
  if (row !== undefined) values[row] = municipality.blocks[block]?.points ?? values[row] ?? 0;
  return values;
};
