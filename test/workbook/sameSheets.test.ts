import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { evaluate, municipalitiesOf } from '../../src/evaluation';
import { reportSheets, resultSheets } from '../../src/report';
import {
  a1,
  appearances,
  coveredCells,
  coveredKey,
  numberFormatOf,
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

/** A number format other than 標準 and 文字列. */
const shownFormat = (format: string | undefined): string | undefined =>
  format === 'General' || format === '@' ? undefined : format;

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
    // Look, write, finish.
    expect([readTrips, costs.length - readTrips]).toEqual([3, 3]);
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
    expect(drawn).toEqual([
      ['グラフ', 'bar'],
      ['グラフ', 'radar'],
      ...(answers.fiscalYear === 'R8' ? [['グラフ', 'column']] : []),
    ]);
    const newFile = await writeWorkbookFile(models);
    for (const { name } of models) {
      const wanted = chartsWanted(memory.sheets.find((sheet) => sheet.name === name)?.charts, name);
      expect([name, chartsInExcel(workbook.sheet(name)!)]).toEqual([name, wanted]);
      expect([name, chartsInFile(file.bytes, name)]).toEqual([name, wanted]);
      expect([name, chartsInFile(newFile, name)]).toEqual([name, wanted]);
    }

    const inFile = await readXlsx(file.bytes, { readStyles: true });
    // One comparison for all: an `expect` for each of ten properties of 100,000 cells takes most of a minute.
    const different: unknown[] = [];
    for (const model of models) {
      const hostSheet = workbook.sheet(model.name);
      const fileSheet = inFile.sheets.find(({ name }) => name === model.name);
      model.rows.forEach((cells, row) => {
        cells.forEach(({ look, number }, column) => {
          const { format, numberFormat } = hostSheet?.cell(row, column) ?? {};
          const style = fileSheet?.cells?.get(`${row},${column}`)?.style;
          const wanted = appearances[look];
          const borders = format?.borders ?? {};
          const fill = style?.fill?.type === 'pattern' ? style.fill.fgColor?.rgb?.slice(-6) : undefined;
          const { left, bottom } = style?.border ?? {};
          const { horizontal = 'general', wrapText = false } = style?.alignment ?? {};
          const wantedNumber = number === undefined || number === 'text' ? undefined : numberFormatOf(look, number);
          const pairs: readonly (readonly [string, unknown, unknown])[] = [
            ['bold', format?.bold, wanted.bold],
            ['size', format?.size, wanted.size],
            ['wrap', format?.wrap ?? false, wanted.wrap],
            ['fill', format?.fill?.slice(1), wanted.fill],
            ['left', borders['left.weight']?.toLowerCase() ?? 'none', wanted.border],
            ['bottom', borders['bottom.weight']?.toLowerCase() ?? 'none', wanted.border],
            ['horizontal', format?.horizontal?.toLowerCase(), wanted.horizontal],
            ['number', shownFormat(numberFormat), wantedNumber],
            ['bold in the file', style?.font?.bold ?? false, format?.bold],
            ['size in the file', style?.font?.size, format?.size],
            ['font in the file', style?.font?.name, format?.fontName],
            ['fill in the file', fill, wanted.fill],
            ['left in the file', left?.style ?? 'none', wanted.border],
            ['bottom in the file', bottom?.style ?? 'none', wanted.border],
            ['horizontal in the file', horizontal, wanted.horizontal],
            ['wrap in the file', wrapText, wanted.wrap],
            ['number in the file', shownFormat(style?.numFmt), wantedNumber],
          ];
          for (const [property, seen, right] of pairs) {
            if (!Object.is(seen, right)) different.push([`${model.name}!${a1(row, column)}`, property, seen, right]);
          }
        });
      });
    }
    expect(different).toEqual([]);
    expect(excel.host.log).toMatchObject({ unknown: [], tooNew: [], undoWipes: [] });
  });
});
