import { kindExcel, withApi } from './excelProfiles';
import { HostWorkbook } from './model/hostWorkbook';
import { startNativeHost } from './nativeHost';
import { sampleTasks, type SampleTask } from './officialSamples';

interface Outcome {
  readonly task: string;
  readonly kind: 'compared' | 'run' | 'otherwise' | 'unknown member' | 'refused';
  readonly detail: unknown;
}

/** One library for all tasks; the workbook is new for each. */
const native = startNativeHost(new HostWorkbook('見本', '別'), withApi(kindExcel, '1.21'));

const renew = (workbook: HostWorkbook): void => {
  workbook.sheets.length = 0;
  workbook.names.length = 0;
  workbook.settings.clear();
  const sheet = workbook.addSheet('見本');
  workbook.addSheet('別');
  workbook.active = sheet;
  workbook.selection = { sheet, range: { top: 0, left: 0, bottom: 0, right: 0 } };
};

const outcomeOf = async ({ sample, run, expected }: SampleTask): Promise<Outcome> => {
  renew(native.workbook);
  native.host.log.unknown.length = 0;
  const given = await native.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('見本');
    const read = await run(sheet, context.workbook, context);
    await context.sync();
    return typeof read === 'function' ? (read as () => unknown)() : undefined;
  }).catch((error: unknown) =>
    typeof error === 'object' && error !== null && 'code' in error ? error.code : String(error),
  );
  const { unknown } = native.host.log;
  if (unknown.length > 0) return { task: sample, kind: 'unknown member', detail: unknown[0] };
  if (expected === undefined) return { task: sample, kind: given === undefined ? 'run' : 'refused', detail: given };
  return { task: sample, kind: JSON.stringify(given) === JSON.stringify(expected) ? 'compared' : 'otherwise', detail: given }; // prettier-ignore
};

/** What stands here is not done by the host yet; nothing may be added, and what is gained is taken out. */
const notYet: readonly string[] = [
  'excel-range-insert-delete-clear-range: unknown member "Range.Insert"',
  'excel-range-insert-delete-clear-range: unknown member "Range.Delete"',
  'excel-range-range-operations: unknown member "Range.GetIntersection"',
  'excel-range-range-operations: unknown member "Range.GetOffsetRange"',
  'excel-range-range-operations: unknown member "Range.GetResizedRange"',
  'excel-range-create-and-use-range-intersection: unknown member "Range.GetIntersectionOrNullObject"',
  'excel-range-set-get-values: otherwise [["#NAME?"],["#VALUE!"]]',
  'excel-range-copyfrom: unknown member "Range.CopyFrom"',
  'excel-worksheet-add-delete-rename-move-worksheet: unknown member "Worksheet.Position"',
  'excel-worksheet-reference-worksheets-by-relative-position: unknown member "WorksheetCollection.GetFirst"',
  'excel-worksheet-reference-worksheets-by-relative-position: unknown member "Worksheet.GetNext"',
  'excel-worksheet-freeze-panes: unknown member "WorksheetFreezePanes.GetLocationOrNullObject"',
  'reference PageLayout: unknown member "PageLayout.orientation"',
  'reference AutoFilter: unknown member "AutoFilter.Apply"',
  'excel-protect-data-in-worksheet-and-workbook-structure: unknown member "WorkbookProtection.Protect"',
  'excel-style: unknown member "Range.Style"',
  'excel-table-create-table: unknown member "Table.Rows"',
  'excel-table-add-rows-and-columns-to-a-table: unknown member "Table.Columns"',
  'excel-table-filter-data: unknown member "Table.Columns"',
  'excel-table-get-data-from-table: unknown member "Table.GetDataBodyRange"',
  'excel-table-get-data-from-table: unknown member "Table.GetHeaderRowRange"',
  'excel-table-sort-data: unknown member "Table.Sort"',
  'excel-create-and-use-named-item-for-range: unknown member "NamedItem.GetRange"',
  'excel-chart-legend: unknown member "ChartLegend.Format"',
  'excel-chart-point: unknown member "ChartSeries.Points"',
  'excel-data-validation: unknown member "DataValidation.Prompt"',
  'excel-events-worksheet-selectionchanged: unknown member "Worksheet._RegisterSelectionChangedEvent"',
  'excel-events-worksheet-activated: unknown member "Worksheet._RegisterActivatedEvent"',
  'excel-document-properties: unknown member "Workbook.Properties"',
  'excel-custom-xml-parts-create-set-get-and-delete-custom-xml-parts: unknown member "Workbook.CustomXmlParts"',
  'excel-pivottable-refresh-pivot-table: unknown member "Workbook.PivotTables"',
];

test('the tasks of official samples run on the host, and give what the reference says', async () => {
  const outcomes: Outcome[] = [];
  for (const task of sampleTasks) outcomes.push(await outcomeOf(task));
  const short = outcomes.filter(({ kind }) => kind !== 'compared' && kind !== 'run');
  expect(short.map(({ task, kind, detail }) => `${task}: ${kind} ${JSON.stringify(detail)}`)).toEqual(notYet);
  // The ratchet: what was compared once stays compared.
  const count = (kind: Outcome['kind']): number => outcomes.filter((one) => one.kind === kind).length;
  expect([count('compared'), count('run')]).toEqual([51, 10]);
  console.log(`${outcomes.length} tasks of ${new Set(sampleTasks.map(({ sample }) => sample)).size} samples: ${count('compared')} compared, ${count('run')} only run, ${short.length} not yet`); // prettier-ignore
});
