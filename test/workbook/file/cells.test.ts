import { unzipSync } from 'fflate';
import { writeXlsx, type Cell } from 'hucre/xlsx';
import {
  coveredCells,
  coveredKey,
  looks,
  numberStyles,
  outwardValue,
  planWrite,
  figurePixels,
  plainRowPoints,
  startsLikeFormula,
  withFewerLinks,
  type SheetModel,
} from '../../../src/workbook';
import { writeWorkbookFile } from '../../../src/workbook/file';
import { asDrawn } from '../../../src/workbook/file/write/chartParts';
import { cellStyle, escapedText, hucreSheet, withQuotePrefix } from '../../../src/workbook/file/write/hucre';
import { packParts } from '../../../src/workbook/file/package/parts';
import { asPrinted, workbookParts } from '../../../src/workbook/file/write/workbookParts';
import { chartModel, fullModel, listModel, modelOf } from '../models';

/** The same sheets with every cell written by hucre, which looks each format up by all its settings. */
const byHucre = async (models: readonly SheetModel[]): Promise<Record<string, Uint8Array>> => {
  const sheets = planWrite({ names: [], sheets: [] }, models).map(({ model, name }) => {
    const sheet = hucreSheet(model, name, (link) => link, figurePixels);
    const covered = coveredCells(model.merges ?? []);
    const cells = new Map<string, Partial<Cell>>();
    model.rows.forEach((row, at) => {
      row.forEach(({ value: given, look, number }, column) => {
        const key = `${at},${column}`;
        const value = covered.has(coveredKey(at, column)) ? null : outwardValue(given);
        const format = typeof value === 'string' && startsLikeFormula(value) ? 'text' : number;
        cells.set(key, {
          ...sheet.cells?.get(key),
          value: typeof value === 'string' ? escapedText(value) : value,
          style: cellStyle(look, format),
        });
      });
    });
    const rowDefs = new Map(
      model.rows.map((_, row) => [row, { height: model.rowHeights?.get(row) ?? plainRowPoints }]),
    );
    return { ...sheet, cells, rowDefs };
  });
  return unzipSync(await writeXlsx({ sheets }));
};

/** What we change in hucre's parts ourselves. */
const asWeWrite = (name: string, part: string): string => {
  if (name === 'xl/styles.xml') return withQuotePrefix(part);
  // What asDrawn adds is tested in charts.test.ts; here it is only that nothing else is changed.
  const chart = chartModel.charts?.[Number(/charts\/chart(\d+)\.xml$/.exec(name)?.[1]) - 1];
  if (chart !== undefined) return asDrawn(part, chart);
  return name.startsWith('xl/worksheets/') ? asPrinted(part) : part;
};

const everyFormat: SheetModel = {
  ...modelOf([], { name: '書式', marker: 'formats' }),
  rows: looks.map((look) => [
    ...[undefined, ...numberStyles].map((number) => ({ value: -1234.5, look, ...(number && { number }) })),
    { value: ' 前 <&> "後" ', look },
    { value: '=1+1', look },
    { value: '二\n行\t_x0041_', look },
    { value: null, look },
  ]),
};

test('cells are written as hucre writes them, part by part', async () => {
  const models = [fullModel, { ...listModel, marker: 'list' }, chartModel, everyFormat];
  const text = (parts: Record<string, Uint8Array>) =>
    Object.fromEntries(
      Object.entries(parts).map(([name, bytes]) => [name, new TextDecoder().decode(bytes).replace(/T[\d:]+Z/g, '')]),
    );
  const theirs = text(await byHucre(models));
  const plans = planWrite({ names: [], sheets: [] }, models);
  const ours = text(Object.fromEntries(await workbookParts(plans, (link) => link, 'shared')));
  expect(Object.keys(ours)).toEqual(Object.keys(theirs));
  for (const [name, part] of Object.entries(theirs)) expect([name, ours[name]]).toEqual([name, asWeWrite(name, part)]);
});

test('a sheet without rows, without texts, and one wider than its cells are written', async () => {
  for (const model of [modelOf([]), modelOf([[1, 2]]), modelOf([[1]], { columnWidths: [9, 9, 9] })]) {
    const theirs = await byHucre([model]);
    const ours = await workbookParts(planWrite({ names: [], sheets: [] }, [model]), (link) => link, 'shared');
    expect([...ours.keys()]).toEqual(Object.keys(theirs));
    const sheet = 'xl/worksheets/sheet1.xml';
    expect(new TextDecoder().decode(ours.get(sheet))).toBe(asPrinted(new TextDecoder().decode(theirs[sheet])));
  }
});

test('what is packed is what another program unpacks', () => {
  const parts = new Map([0, 1, 70_000].map((size) => [`${size}.xml`, new Uint8Array(size).map((_, at) => at * at)]));
  expect(unzipSync(packParts(parts))).toEqual(Object.fromEntries(parts));
});

const linked = (count: number): SheetModel => ({
  ...modelOf([]),
  rows: Array.from({ length: count }, (_, row) => [
    { value: `A${row + 1}`, look: 'link', link: { sheet: '得点', cell: `A${row + 1}` } },
  ]),
});

test('a sheet never bears more links than Excel opens; what is beyond keeps its text', async () => {
  const { model, leftOut } = withFewerLinks(linked(65_535));
  expect([leftOut, model.rows.length]).toEqual([5, 65_535]);
  const parts = unzipSync(await writeWorkbookFile([model]));
  const sheet = new TextDecoder().decode(parts['xl/worksheets/sheet1.xml']);
  expect(sheet.split('<hyperlink ').length - 1).toBe(65_530);
  expect(sheet.split('<c ').length - 1).toBe(65_535);
  const few = linked(3);
  expect(withFewerLinks(few).model).toBe(few);
  await expect(writeWorkbookFile([linked(65_531)])).rejects.toThrow('65531 links');
});
