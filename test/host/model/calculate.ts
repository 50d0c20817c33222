import { HyperFormula } from 'hyperformula';
import type { HostSheet } from './hostSheet';

/** Formulas the host works out, by how they begin; of others it says #NAME?, as of a function nobody knows. */
const known =
  /^=\(*(?:(?:SUM|MIN|MAX|ROUND|IF|COUNTIF|SUMIFS|AVERAGE|SUMPRODUCT|VALUE|LEFT|MID|CLEAN)\(|'|[A-Z]{1,3}\d+[-+*/])/u;

/** Works out the ordinary formulas of a workbook anew, as Excel does after every change. */
export const calculate = (sheets: readonly HostSheet[]): void => {
  const places = sheets.flatMap((sheet, at) =>
    sheet.rows.flatMap((cells, row) =>
      cells.flatMap((cell, column) =>
        cell?.formula !== undefined && known.test(cell.formula) ? [{ sheet, at, row, column, cell }] : [],
      ),
    ),
  );
  if (places.length === 0) return;
  const engine = HyperFormula.buildFromSheets(
    Object.fromEntries(sheets.map(({ name, rows }) => [name, Array.from(rows, gridRow)])),
    { licenseKey: 'gpl-v3', smartRounding: false },
  );
  for (const { sheet, at, row, column, cell } of places) {
    const value = engine.getCellValue({ sheet: at, row, col: column });
    sheet.put(row, column, { ...cell, value: typeof value === 'object' ? '#VALUE!' : value });
  }
  engine.destroy();
};

const gridRow = (cells: HostSheet['rows'][number] | undefined) =>
  Array.from(cells ?? [], (cell) => {
    if (cell?.formula !== undefined && known.test(cell.formula)) return cell.formula;
    if (cell === undefined || cell.value === '') return null;
    return typeof cell.value === 'string' ? `'${cell.value}` : cell.value;
  });
