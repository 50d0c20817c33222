import { a1, a1Range, appearances, columnName, columnPoints, numberFormatOf } from '../../src/workbook';
import { memoryWorkbook } from '../adapters/memoryWorkbook';
import { workbookContract } from './contract';
import { chartsWanted } from './seenCharts';

const done = Promise.resolve();

workbookContract({
  name: 'memory',
  open: () => {
    const book = memoryWorkbook();
    book.add('回答', [['指標', '回答'], ['ア', '○']]); // prettier-ignore
    const sheetOf = (name: string) => {
      const sheet = book.sheets.find((one) => one.name === name);
      if (sheet === undefined) throw new Error(`no sheet ${name}`);
      return sheet;
    };
    return Promise.resolve({
      addForeignSheet: (name, rows) => {
        book.add(name, rows);
        return done;
      },
      setCell: (sheet, row, column, value) => {
        const { grid } = sheetOf(sheet);
        while (grid.length <= row) grid.push([]);
        while (grid[row]!.length <= column) grid[row]!.push(null);
        grid[row]![column] = value;
        sheetOf(sheet).formulas.delete(`${row},${column}`);
        return done;
      },
      renameSheet: (from, to) => {
        sheetOf(from).name = to;
        return done;
      },
      setName: (name, sheet, refersTo) => {
        const known = book.names.find((one) => one.name === name && one.sheet === sheetOf(sheet));
        known!.refersTo = refersTo;
        return done;
      },
      write: async (models) => {
        const result = await book.write(models);
        if (!result.ok) throw new Error(JSON.stringify(result.problems));
        return result.value;
      },
      read: async () => {
        const result = await book.read();
        if (!result.ok) throw new Error(JSON.stringify(result.problems));
        return result.value;
      },
      seenCell: (sheet, row, column) => {
        const { look, number, link } = sheetOf(sheet).cells.get(a1(row, column))!;
        const seen = appearances[look];
        return Promise.resolve({
          ...seen,
          ...(number === undefined ? {} : { numberFormat: numberFormatOf(look, number) }),
          ...(link === undefined ? {} : { link }),
        });
      },
      seenFormula: (sheet, row, column) => Promise.resolve(sheetOf(sheet).formulas.get(`${row},${column}`)),
      seenRules: (sheet) =>
        Promise.resolve(
          sheetOf(sheet).emphasis.map(
            ({ range, word, look }) => `${a1Range(range)} ${word} ${appearances[look].fill ?? ''}`,
          ),
        ),
      seenCharts: (name) => Promise.resolve(chartsWanted(sheetOf(name).charts, name)),
      seenLayout: (name) => {
        const { columnWidths, rowHeights, frozenRows, frozenColumns, print } = sheetOf(name);
        return Promise.resolve({
          columnWidths: columnWidths.map(columnPoints),
          rowHeights,
          frozenRows,
          frozenColumns,
          orientation: print!.orientation,
          titleRows: print?.titleRows && `$${print.titleRows.first + 1}:$${print.titleRows.last + 1}`,
          titleColumns:
            print?.titleColumns && `$${columnName(print.titleColumns.first)}:$${columnName(print.titleColumns.last)}`,
          area: print?.area && a1Range(print.area),
          scale: print?.scale,
          firstPage: 1,
          breaks: [print?.rowBreaks ?? [], print?.columnBreaks ?? []],
          header: print?.header,
          footer: print?.footer,
        });
      },
    });
  },
});
