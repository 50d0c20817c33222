import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { evaluate, municipalitiesOf } from '../../src/evaluation';
import { reportSheets, resultSheets } from '../../src/report';
import {
  a1,
  appearances,
  coveredCells,
  coveredKey,
  numberFormats,
  type SheetContent,
  type WorkbookContent,
} from '../../src/workbook';
import { writeWorkbookFile } from '../../src/workbook/file';
import { workbookFile } from '../adapters/workbookFile';
import { memoryWorkbook } from '../adapters/memoryWorkbook';
import { answerForm } from '../builders/answerSheets';
import { goldenCases } from '../golden/cases';
import { HostWorkbook } from '../host/model/hostWorkbook';
import { openInExcel } from './officejs/open';
import { chartsInExcel, chartsInFile, chartsWanted } from './seenCharts';

const contentOf = (result: Awaited<ReturnType<ReturnType<typeof memoryWorkbook>['read']>>): WorkbookContent => {
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
};

/** What a reader sees: values and merges of the sheets we wrote, rows without their empty tails. */
const written = ({ sheets }: WorkbookContent): unknown =>
  sheets
    .filter(({ name }) => name !== '回答')
    .map(({ name, grid, merges }: SheetContent) => {
      const covered = coveredCells(merges);
      const rows = grid
        .map((row, at) => row.map((value, column) => (covered.has(coveredKey(at, column)) ? null : value)))
        .map((row) => row.slice(0, row.findLastIndex((value) => value !== null) + 1));
      return [name, rows.slice(0, rows.findLastIndex((row) => row.length > 0) + 1), merges];
    });

describe.each(goldenCases)('%s', (_, answers) => {
  const grid = answerForm({
    year: answers.fiscalYear,
    municipality: answers.municipality,
    prefecture: answers.prefecture,
    mark: ({ id }) => ((answers.scored[id] ?? 0) > 0 ? '○' : '×'),
  });

  test('read from Excel, scored and written back, the sheets are those of memory and file', async () => {
    const workbook = new HostWorkbook('回答');
    workbook.type(
      '回答',
      grid.map((row) => row.map((value) => (value instanceof Date ? null : value))),
    );
    const excel = openInExcel(workbook);
    const evaluated = evaluate(contentOf(await excel.book.read()));
    if (!evaluated.ok) throw new Error(JSON.stringify(evaluated.problems));
    expect(municipalitiesOf(evaluated.value)[0]?.total).toBe(answers.published.total);
    const models = [...resultSheets(evaluated.value), ...reportSheets(evaluated.value, 'charts')];
    const readTrips = excel.trips();
    expect(await excel.book.write(models)).toMatchObject({ ok: true });
    const costs = excel.host.log.trips.filter(({ cleanup }) => !cleanup);
    expect([readTrips, costs.length - readTrips]).toEqual([3, 2]);
    console.log(
      `${answers.municipality} ${answers.fiscalYear}: ${models.length} sheets, requests ${costs.map(({ requestBytes }) => requestBytes).join(', ')} bytes`,
    );

    const memory = memoryWorkbook();
    memory.add('回答', grid);
    await memory.write(models);
    const file = workbookFile(
      await writeXlsx({ sheets: [{ name: '回答', rows: grid.map((row) => [...row]) }] }),
      'a.xlsx',
    );
    await file.write(models);
    const inExcel = written(contentOf(await excel.book.read()));
    expect(inExcel).toEqual(written(contentOf(await memory.read())));
    expect(inExcel).toEqual(written(contentOf(await file.read())));

    const drawn = models.flatMap(({ name, charts = [] }) => charts.map((chart) => [name, chart.kind]));
    expect(drawn).toEqual([['グラフ', 'bar'], ...(answers.fiscalYear === 'R8' ? [['グラフ', 'column']] : [])]);
    const newFile = await writeWorkbookFile(models);
    for (const { name } of models) {
      const wanted = chartsWanted(memory.sheets.find((sheet) => sheet.name === name)?.charts, name);
      expect([name, chartsInExcel(workbook.sheet(name)!)]).toEqual([name, wanted]);
      expect([name, chartsInFile(file.bytes, name)]).toEqual([name, wanted]);
      expect([name, chartsInFile(newFile, name)]).toEqual([name, wanted]);
    }

    const inFile = await readXlsx(file.bytes, { readStyles: true });
    for (const model of models) {
      const hostSheet = workbook.sheet(model.name);
      const fileSheet = inFile.sheets.find(({ name }) => name === model.name);
      model.rows.forEach((cells, row) => {
        cells.forEach(({ look, number }, column) => {
          const { format, numberFormat } = hostSheet?.cell(row, column) ?? {};
          const style = fileSheet?.cells?.get(`${row},${column}`)?.style;
          const wanted = appearances[look];
          const [place, borders] = [`${model.name}!${a1(row, column)}`, format?.borders ?? {}];
          expect([place, format?.bold, format?.size, format?.wrap ?? false]).toEqual([
            place,
            wanted.bold,
            wanted.size,
            wanted.wrap,
          ]);
          expect([place, format?.bold, format?.size, format?.fontName]).toEqual([
            place,
            style?.font?.bold ?? false,
            style?.font?.size,
            style?.font?.name,
          ]);
          expect([place, format?.fill?.slice(1)]).toEqual([place, wanted.fill]);
          expect([
            place,
            borders['left.weight']?.toLowerCase() ?? 'none',
            borders['bottom.weight']?.toLowerCase() ?? 'none',
          ]).toEqual([place, wanted.border, wanted.border]);
          expect([place, format?.horizontal?.toLowerCase()]).toEqual([place, wanted.horizontal]);
          const inFileFill = style?.fill?.type === 'pattern' ? style.fill.fgColor?.rgb?.slice(-6) : undefined;
          expect([place, inFileFill]).toEqual([place, wanted.fill]);
          const { left, bottom } = style?.border ?? {};
          expect([place, left?.style ?? 'none', bottom?.style ?? 'none']).toEqual([
            place,
            wanted.border,
            wanted.border,
          ]);
          const { horizontal = 'general', wrapText = false } = style?.alignment ?? {};
          expect([place, horizontal, wrapText]).toEqual([place, wanted.horizontal, wanted.wrap]);
          const inFileNumber = style?.numFmt === 'General' || style?.numFmt === '@' ? undefined : style?.numFmt;
          expect([place, inFileNumber]).toEqual([
            place,
            number === undefined || number === 'text' ? undefined : numberFormats[number],
          ]);
          const shown = numberFormat === 'General' || numberFormat === '@' ? undefined : numberFormat;
          expect([place, shown]).toEqual([
            place,
            number === undefined || number === 'text' ? undefined : numberFormats[number],
          ]);
        });
      });
    }
    expect(excel.host.log).toMatchObject({ unknown: [], tooNew: [], undoWipes: [] });
  });
});
