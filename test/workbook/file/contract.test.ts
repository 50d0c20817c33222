import { openXlsx, readXlsx, saveXlsx, writeXlsx } from 'hucre/xlsx';
import { workbookFile } from '../../adapters/workbookFile';
import { workbookContract } from '../contract';
import { chartsInFile } from '../seenCharts';

/** The user's hand, played by hucre's own round trip: what it does to the file is close to what Excel does. */
workbookContract({
  name: 'file',
  open: async () => {
    const start = await writeXlsx({ sheets: [{ name: '回答', rows: [['指標', '回答'], ['ア', '○']] }] }); // prettier-ignore
    let book = workbookFile(start, '回答.xlsx');
    const byHand = async (change: (opened: Awaited<ReturnType<typeof openXlsx>>) => void) => {
      const opened = await openXlsx(book.bytes, { readStyles: true });
      change(opened);
      book = workbookFile(await saveXlsx(opened), '回答.xlsx');
    };
    const sheetOf = async (name: string) => {
      const { sheets } = await readXlsx(book.bytes, { readStyles: true });
      return sheets.find((sheet) => sheet.name === name)!;
    };
    return {
      addForeignSheet: (name, rows) =>
        byHand(({ sheets }) => void sheets.push({ name, rows: rows.map((row) => [...row]) })),
      setCell: (name, row, column, value) =>
        byHand(({ sheets }) => {
          const sheet = sheets.find((one) => one.name === name)!;
          while (sheet.rows.length <= row) sheet.rows.push([]);
          sheet.rows[row]![column] = value;
          const cell = sheet.cells?.get(`${row},${column}`);
          if (cell !== undefined) {
            cell.value = value;
            delete cell.formula;
          }
        }),
      renameSheet: (from, to) =>
        byHand(({ sheets, namedRanges }) => {
          sheets.find((sheet) => sheet.name === from)!.name = to;
          for (const name of namedRanges ?? []) {
            if (name.scope === from) name.scope = to;
            name.range = name.range.replace(`'${from}'!`, `'${to}'!`);
          }
        }),
      setName: (wanted, sheet, refersTo) =>
        byHand(({ namedRanges }) => {
          namedRanges!.find(({ name, scope }) => name === wanted && scope === sheet)!.range = refersTo;
        }),
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
      seenCell: async (name, row, column) => {
        const cell = (await sheetOf(name)).cells!.get(`${row},${column}`)!;
        const { font, fill, border, alignment, numFmt } = cell.style ?? {};
        const location = /^'(.*)'!(.*)$/.exec(cell.hyperlink?.location ?? '');
        return {
          bold: font?.bold === true,
          size: font?.size ?? 0,
          ...(fill?.type === 'pattern' && fill.pattern === 'solid' ? { fill: fill.fgColor?.rgb } : {}),
          border: border?.top?.style ?? 'none',
          horizontal: alignment?.horizontal ?? 'general',
          wrap: alignment?.wrapText === true,
          ...(numFmt === undefined ? {} : { numberFormat: numFmt }),
          ...(location === null ? {} : { link: { sheet: location[1]!, cell: location[2]! } }),
        };
      },
      seenFormula: async (name, row, column) => (await sheetOf(name)).cells?.get(`${row},${column}`)?.formula,
      seenRules: async (name) =>
        ((await sheetOf(name)).conditionalRules ?? []).map(({ range, formula, style }) => {
          const { fill } = style ?? {};
          const painted = fill?.type === 'pattern' ? fill.bgColor?.rgb : undefined;
          return `${range} ${String(formula).replaceAll('"', '')} ${painted?.slice(-6) ?? ''}`;
        }),
      seenCharts: (name) => Promise.resolve(chartsInFile(book.bytes, name)),
      seenLayout: async (name) => {
        const { columns, rowDefs, rowBreaks, colBreaks, freezePane, pageSetup, headerFooter } = await sheetOf(name);
        return {
          // The workbook of the user has a default font whose figures are 8 pixels wide.
          columnWidths: (columns ?? []).map(({ width }) => (width ?? 0) * 8 * 0.75),
          rowHeights: [...(rowDefs ?? [])].map(([, { height }]) => height ?? 0),
          frozenRows: freezePane?.rows ?? 0,
          frozenColumns: freezePane?.columns ?? 0,
          orientation: pageSetup?.orientation ?? '',
          titleRows: pageSetup?.printTitlesRow,
          titleColumns: pageSetup?.printTitlesColumn,
          area: pageSetup?.printArea?.replaceAll('$', ''),
          scale: pageSetup?.scale,
          firstPage: 1,
          breaks: [rowBreaks, colBreaks].map((list) => (list ?? []).map((place) => place + 1)),
          header: headerFooter?.oddHeader,
          footer: headerFooter?.oddFooter,
        };
      },
    };
  },
});
