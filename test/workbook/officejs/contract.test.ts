import { a1Range, type CellValue } from '../../../src/workbook';
import { HostWorkbook } from '../../host/model/hostWorkbook';
import { serialOf } from '../../host/model/hostCell';
import { workbookContract } from '../contract';
import { chartsInExcel } from '../seenCharts';
import { openInExcel } from './open';

const input = (value: CellValue): string | number | boolean =>
  value === null ? '' : value instanceof Date ? serialOf(value.getTime()) : value;

/** The user's hand works on the host's workbook, as a person would in Excel. */
workbookContract({
  name: 'officejs',
  open: () => {
    const workbook = new HostWorkbook('回答');
    workbook.type('回答', [['指標', '回答'], ['ア', '○']]); // prettier-ignore
    const { book, host } = openInExcel(workbook);
    const sheetOf = (name: string) => {
      const sheet = workbook.sheet(name);
      if (sheet === undefined) throw new Error(`no sheet ${name}`);
      return sheet;
    };
    const checked = <T>(result: { ok: true; value: T } | { ok: false; problems: unknown }): T => {
      expect({ unknown: host.log.unknown, undoWipes: host.log.undoWipes }).toEqual({ unknown: [], undoWipes: [] });
      if (!result.ok) throw new Error(JSON.stringify(result.problems));
      return result.value;
    };
    return Promise.resolve({
      addForeignSheet: (name, rows) => {
        workbook.addSheet(name);
        workbook.type(name, rows.map((row) => row.map(input))); // prettier-ignore
        return Promise.resolve();
      },
      setCell: (name, row, column, value) => {
        workbook.type(name, [[input(value)]], { row, column });
        return Promise.resolve();
      },
      renameSheet: (from, to) => {
        workbook.rename(sheetOf(from), to);
        return Promise.resolve();
      },
      setName: (name, sheet, refersTo) => {
        const item = sheetOf(sheet).names.find((one) => one.name === name);
        if (item !== undefined) item.formula = `=${refersTo}`;
        return Promise.resolve();
      },
      write: async (models) => checked(await book.write(models)),
      read: async () => checked(await book.read()),
      seenCell: (name, row, column) => {
        const { format, numberFormat, hyperlink } = sheetOf(name).cell(row, column);
        const location = /^'(.*)'!(.*)$/.exec(hyperlink ?? '');
        return Promise.resolve({
          bold: format?.bold === true,
          size: format?.size ?? 0,
          ...(format?.fill === undefined ? {} : { fill: format.fill.slice(1) }),
          border: format?.borders?.['top.weight']?.toLowerCase() ?? 'none',
          horizontal: format?.horizontal?.toLowerCase() ?? 'general',
          wrap: format?.wrap === true,
          ...(numberFormat === undefined ? {} : { numberFormat }),
          ...(location === null ? {} : { link: { sheet: location[1] ?? '', cell: location[2] ?? '' } }),
        });
      },
      seenFormula: (name, row, column) => Promise.resolve(sheetOf(name).cell(row, column).formula?.slice(1)),
      seenRules: (name) =>
        Promise.resolve(
          sheetOf(name).rules.map(
            ({ range, compared = '', fill = '' }) =>
              `${a1Range(range)} ${compared.replace(/^EqualTo ="(.*)"$/, '$1')} ${fill.replace('#', '')}`,
          ),
        ),
      seenCharts: (name) => Promise.resolve(chartsInExcel(sheetOf(name))),
      seenLayout: (name) => {
        const { columnWidths, rowHeights, rowBreaks, columnBreaks, frozen, pageLayout } = sheetOf(name);
        const joined = (part: 'Header' | 'Footer') =>
          [['left', '&L'], ['center', '&C'], ['right', '&R']] // prettier-ignore
            .map(([side = '', code = '']) => [code, pageLayout.get(side + part)])
            .filter(([, text]) => text !== undefined)
            .flat()
            .join('');
        return Promise.resolve({
          columnWidths: [...columnWidths.values()],
          rowHeights: [...rowHeights.values()],
          frozenRows: frozen.rows,
          frozenColumns: frozen.columns,
          orientation: String(pageLayout.get('orientation')).toLowerCase(),
          titleRows: String(pageLayout.get('titleRows')),
          titleColumns: String(pageLayout.get('titleColumns')),
          area: String(pageLayout.get('printArea')),
          scale: Number(/"scale":(\d+)/.exec(String(pageLayout.get('zoom')))?.[1]),
          firstPage: Number(pageLayout.get('firstPageNumber')),
          breaks: [rowBreaks, columnBreaks],
          header: joined('Header'),
          footer: joined('Footer'),
        });
      },
    });
  },
});
