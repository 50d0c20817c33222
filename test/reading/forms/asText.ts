import type { CellValue } from '../../../src/workbook';
import type { Form } from './form';

const shown = (cell: CellValue): string =>
  cell === null
    ? ''
    : cell instanceof Date
      ? cell.toISOString().slice(0, 10)
      : JSON.stringify(cell).replace(/^"|"$/g, '');

/** The recipe of a form and the first lines of its sheets, for the message of a test that fails. */
export const asText = ({ seed, year, recipe, content, fileName }: Form, lines = 30): string =>
  [
    `seed ${seed}, ${year}, ${fileName}: ${recipe.join('; ')}`,
    ...content.sheets.flatMap(({ name, grid }) => [
      `── ${name} (${grid.length} lines)`,
      ...grid
        .slice(0, lines)
        .map((row) => [...row.slice(0, 14).map(shown), ...(row.length > 14 ? ['…'] : [])].join(' | ')),
    ]),
  ].join('\n');
