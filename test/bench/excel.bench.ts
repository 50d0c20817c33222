import { loadCalculations } from '../../src/functions/cell';
import * as functions from '../../src/functions/functions';
import { countedCells, evaluate } from '../../src/evaluation';
import { reportSheets, resultSheets } from '../../src/report';
import { writeWorkbookFile } from '../../src/workbook/file';
import { answerForm, schemeFor } from '../builders/answerSheets';
import { HostWorkbook } from '../host/model/hostWorkbook';
import { startNativeHost } from '../host/nativeHost';
import { openInExcel } from '../workbook/officejs/open';

/** Run by `npm run bench`: the real office.js over our host, so that round trips and bytes are those of Excel on the web. */
const median = (times: readonly number[]): number =>
  [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? NaN;

const form = (): readonly (readonly (string | number | null)[])[] =>
  answerForm({
    year: 'R8',
    municipality: '架空市',
    mark: ({ id }) => (id.charCodeAt(3) % 2 === 0 ? '○' : '×'),
  }) as never;

test('round trips, bytes and milliseconds per action', async () => {
  const lines: string[] = [];
  const times = new Map<string, number[]>();
  for (let round = 0; round < 5; round += 1) {
    const workbook = new HostWorkbook('回答');
    workbook.type(
      '回答',
      form().map((row) => [...row]),
    );
    const excel = openInExcel(workbook);
    const cost = async (action: string, work: () => Promise<unknown>): Promise<void> => {
      const before = excel.host.log.trips.length;
      const start = performance.now();
      await work();
      const ms = performance.now() - start;
      times.set(action, [...(times.get(action) ?? []), ms]);
      const trips = excel.host.log.trips.slice(before).filter(({ cleanup }) => !cleanup);
      const bytes = trips.reduce((sum, trip) => sum + trip.requestBytes + trip.responseBytes, 0);
      if (round === 4) {
        lines.push(
          `  ${action.padEnd(34)} ${String(trips.length).padStart(2)} round trips  ${(bytes / 1024).toFixed(0).padStart(6)} KB  median ${median(
            times.get(action) ?? [],
          )
            .toFixed(0)
            .padStart(5)} ms`,
        );
      }
    };
    let read: Awaited<ReturnType<typeof excel.book.read>> | undefined;
    await cost('read one municipality', async () => {
      read = await excel.book.read();
    });
    if (read?.ok !== true) throw new Error('the workbook was not read');
    const results = evaluate(read.value);
    if (!results.ok) throw new Error(JSON.stringify(results.problems));
    const sheets = resultSheets(results.value);
    // As the pane writes: the cells the results rest on are read again first.
    const counted = countedCells(read.value, results.value);
    await cost(`write ${sheets.length} result sheets`, () => excel.book.write(sheets, { counted }));
    await cost('refresh, nothing changed', () => excel.book.write(sheets, { counted }));
    await cost('restore', () => excel.book.restore());
    const reports = reportSheets(results.value, 'all');
    await cost(`write ${reports.length} report sheets`, () => excel.book.write(reports, { counted }));
    const start = performance.now();
    const bytes = await writeWorkbookFile([...sheets, ...reports]);
    times.set('file', [...(times.get('file') ?? []), performance.now() - start]);
    if (round === 4) {
      lines.push(
        `  ${`write the same ${sheets.length + reports.length} sheets to a file`.padEnd(34)} ${(bytes.length / 1024).toFixed(0).padStart(22)} KB  median ${median(
          times.get('file') ?? [],
        )
          .toFixed(0)
          .padStart(5)} ms`,
      );
    }
  }
  console.log(['Excel (office.js over our host)', ...lines].join('\n'));
});

test('milliseconds per function call through office.js, in messages of a hundred', async () => {
  await loadCalculations();
  const workbook = new HostWorkbook('回答');
  const native = startNativeHost(workbook);
  native.CustomFunctions.associate('SCORE', functions.score as never);
  native.CustomFunctions.associate('SAME', (value: number) => value);
  const rows = schemeFor('R8').indicators.flatMap(({ criteria }) => criteria.map(({ id }) => [id, '○']));
  workbook.type('回答', rows);
  const range = { range: `回答!A1:B${rows.length}` };
  const costOf = async (id: string, args: Parameters<typeof native.functions.call>[1]): Promise<number> => {
    const start = performance.now();
    for (let batch = 0; batch < 5; batch += 1)
      await native.functions.callAll(Array.from({ length: 100 }, () => ({ id, args })));
    return (performance.now() - start) / 500;
  };
  const [ours, bare] = [await costOf('SCORE', [range, 'R8', 'P1p3']), await costOf('SAME', [1])];
  console.log(
    `Custom functions through office.js: SCORE ${ours.toFixed(2)} ms a call, a function that does nothing ${bare.toFixed(2)} ms (×${(ours / bare).toFixed(1)})`,
  );
});
