/** One task of a public sample, done by us with members we use or might. */
export interface SampleTask {
  /**
   * The id of the sample in Microsoft's list (OfficeDev/office-js-snippets, playlists/excel.yaml), or `reference` and the
   * member whose page in the reference says what comes.
   */
  readonly sample: string;
  /** Gives what is then to be read, after the round trip. */
  readonly run: (sheet: Excel.Worksheet, workbook: Excel.Workbook, context: Excel.RequestContext) => unknown;
  /** What Excel's reference says must be read then; absent: the task is only run. */
  readonly expected?: unknown;
}

const task = (sample: string, run: SampleTask['run'], expected?: unknown): SampleTask => ({
  sample: sample.startsWith('reference ') ? sample : `excel-${sample}`,
  run,
  ...(expected !== undefined && { expected }),
});

const rows = [['品名', '数', '単価'], ['紙', 2, 100], ['筆', 3, 50]]; // prettier-ignore

/** Sheet 見本 and sheet 別 are empty at the start of every task; 見本 is active, A1 selected. */
const fill = (sheet: Excel.Worksheet): Excel.Range => {
  const range = sheet.getRange('A1:C3');
  range.values = rows;
  return range;
};

const chartOf = (sheet: Excel.Worksheet): Excel.Chart => {
  fill(sheet);
  const chart = sheet.charts.add('ColumnClustered', sheet.getRange('B1:B3'), 'Columns');
  chart.name = '図';
  return chart;
};

/**
 * Written from the one-line descriptions of Microsoft's public samples and from the reference, none of their code. The list grows with the host;
 * what it cannot do yet stands here too, and officialSamples.test.ts says which that is.
 */
export const sampleTasks: readonly SampleTask[] = [
  task('basic-api-call', (_, workbook) => {
    const range = workbook.getSelectedRange();
    range.format.fill.color = '#FFFF00';
    range.load('address');
    return () => range.address;
  }, '見本!A1'),
  task('advanced-report-generation', (sheet) => {
    const head = fill(sheet).getRow(0);
    head.format.font.bold = true;
    head.format.fill.color = '#4472C4';
    sheet.charts.add('ColumnClustered', sheet.getRange('B1:B3'), 'Columns').title.text = '数';
    head.format.font.load('bold');
    head.format.fill.load('color');
    return () => [head.format.font.bold, head.format.fill.color];
  }, [true, '#4472C4']),
  task('range-formatting', (sheet) => {
    const range = fill(sheet);
    range.format.font.set({ name: 'BIZ UDゴシック', size: 12, color: '#FF0000' });
    range.format.horizontalAlignment = 'Right';
    range.getRow(1).numberFormat = [['@', '0.00', '#,##0']];
    range.load('numberFormat,format/horizontalAlignment,format/font/size');
    return () => [range.numberFormat[1], range.format.horizontalAlignment, range.format.font.size];
  }, [['@', '0.00', '#,##0'], 'Right', 12]),
  task('range-insert-delete-clear-range', (sheet) => {
    fill(sheet).getRow(1).clear('Contents');
    const range = sheet.getRange('A1:C3');
    range.load('values');
    return () => range.values;
  }, [rows[0], ['', '', ''], rows[2]]),
  task('range-insert-delete-clear-range', (sheet) => void fill(sheet).getRow(0).insert('Down')),
  task('range-insert-delete-clear-range', (sheet) => { fill(sheet).getRow(0).delete('Up'); }),
  task('range-range-operations', (sheet) => {
    const all = sheet.getRange('B2').getBoundingRect('D5');
    const [row, column, cell] = [all.getRow(1), all.getColumn(2), all.getCell(3, 0)];
    for (const range of [all, row, column, cell]) range.load('address');
    return () => [all, row, column, cell].map(({ address }) => address);
  }, ['見本!B2:D5', '見本!B3:D3', '見本!D2:D5', '見本!B5']),
  task('range-range-operations', (sheet) => void sheet.getRange('A1:C3').getIntersection('B2:D5').load('address')),
  task('range-range-operations', (sheet) => void sheet.getRange('A1').getOffsetRange(1, 1).load('address')),
  task('range-range-operations', (sheet) => void sheet.getRange('A1').getResizedRange(1, 1).load('address')),
  task('range-create-and-use-range-intersection', (sheet) => void sheet.getRange('A1:C3').getIntersectionOrNullObject('E5').load('isNullObject')),
  task('range-selected-range', (sheet, workbook) => {
    sheet.getRange('B2:E6').select();
    const range = workbook.getSelectedRange();
    range.load('address,cellCount');
    return () => [range.address, range.cellCount];
  }, ['見本!B2:E6', 20]),
  task('range-set-get-values', (sheet) => {
    const range = fill(sheet);
    range.load('values,valueTypes,rowCount,columnCount,text');
    return () => [range.values, range.valueTypes[1], range.rowCount, range.columnCount, range.text[1]];
  }, [rows, ['String', 'Double', 'Double'], 3, 3, ['紙', '2', '100']]),
  task('range-set-get-values', (sheet) => {
    const range = sheet.getRange('D1:D2');
    range.formulas = [['=1+1'], ['=D1*2']];
    range.load('formulas');
    return () => range.formulas;
  }, [['=1+1'], ['=D1*2']]),
  task('range-set-get-values', (sheet) => {
    const range = sheet.getRange('D1:D2');
    range.formulas = [['=1+1'], ['=D1*2']];
    range.load('values');
    return () => range.values;
  }, [[2], [4]]),
  task('range-test-for-used-range', (sheet, workbook) => {
    fill(sheet);
    const [used, none] = [sheet.getUsedRangeOrNullObject(true), workbook.worksheets.getItem('別').getUsedRangeOrNullObject(true)];
    used.load('address');
    none.load('address');
    return () => [used.isNullObject, used.address, none.isNullObject];
  }, [false, '見本!A1:C3', true]),
  task('range-test-for-used-range', (sheet) => {
    fill(sheet);
    sheet.getRange('F9').format.fill.color = '#FF0000';
    const [values, all] = [sheet.getUsedRange(true), sheet.getUsedRange(false)];
    values.load('address');
    all.load('address');
    return () => [values.address, all.address];
  }, ['見本!A1:C3', '見本!A1:F9']),
  task('range-working-with-dates', (sheet) => {
    const range = sheet.getRange('A1');
    range.numberFormat = [['yyyy/m/d']];
    range.values = [[45_884]];
    range.load('values,numberFormat');
    return () => [range.values, range.numberFormat];
  }, [[[45_884]], [['yyyy/m/d']]]),
  task('range-hyperlink', (sheet) => {
    const cell = sheet.getRange('A1');
    cell.hyperlink = { documentReference: '別!A1', textToDisplay: '別へ' };
    cell.load('values,hyperlink');
    return () => [cell.values, cell.hyperlink.documentReference];
  }, [[['別へ']], '別!A1']),
  task('range-hyperlink', (sheet) => {
    const cell = sheet.getRange('A1');
    cell.hyperlink = { documentReference: '別!A1', textToDisplay: '別へ' };
    cell.clear('Hyperlinks');
    cell.load('values');
    return () => cell.values;
  }, [['別へ']]),
  task('range-text-orientation', (sheet) => void (sheet.getRange('A1').format.textOrientation = 90)),
  task('range-areas', (sheet) => {
    fill(sheet);
    const areas = sheet.getRanges('A1, C3');
    areas.format.font.bold = true;
    areas.load('address,areaCount,cellCount');
    const between = sheet.getRange('B2').format.font;
    between.load('bold');
    return () => [areas.address, areas.areaCount, areas.cellCount, between.bold];
  }, ['見本!A1,見本!C3', 2, 2, false]),
  task('range-copyfrom', (sheet) => { fill(sheet); sheet.getRange('E1').copyFrom('A1:C3'); }),
  task('multiple-property-set', (sheet) => {
    const range = sheet.getRange('A1:B1');
    range.set({ values: [['あ', 1]], format: { font: { bold: true }, fill: { color: '#00FF00' } } });
    range.load('values,format/font/bold,format/fill/color');
    return () => [range.values, range.format.font.bold, range.format.fill.color];
  }, [[['あ', 1]], true, '#00FF00']),
  task('range-formatting', (sheet) => {
    // A property that differs from cell to cell is null.
    const range = fill(sheet);
    sheet.getRange('A1').format.font.bold = true;
    range.format.font.load('bold');
    return () => [range.format.font.bold];
  }, [null]),
  task('reference Range.getCellProperties', (sheet) => {
    fill(sheet);
    sheet.getRange('B2').format.font.strikethrough = true;
    const seen = sheet.getRange('A2:B2').getCellProperties({ format: { font: { strikethrough: true } } });
    return () => seen.value;
  }, [[{ format: { font: { strikethrough: false } } }, { format: { font: { strikethrough: true } } }]]),
  task('reference Range.getMergedAreasOrNullObject', (sheet) => {
    fill(sheet);
    sheet.getRange('A2:C2').merge();
    const merged = sheet.getRange('A1:C3').getMergedAreasOrNullObject();
    merged.load('address');
    const [first, none] = [sheet.getRange('A2:C2'), sheet.getRange('A3:C3').getMergedAreasOrNullObject()];
    first.load('values');
    none.load('address');
    return () => [merged.address, first.values, none.isNullObject];
  }, ['見本!A2:C2', [['紙', '', '']], true]),
  task('worksheet-activeworksheet', (_, workbook) => {
    workbook.worksheets.getItem('別').activate();
    const active = workbook.worksheets.getActiveWorksheet();
    active.load('name');
    return () => active.name;
  }, '別'),
  task('worksheet-add-delete-rename-move-worksheet', (_, { worksheets }) => {
    const added = worksheets.add('新');
    added.load('name,position');
    return () => [added.name, added.position];
  }, ['新', 2]),
  task('worksheet-add-delete-rename-move-worksheet', (sheet, { worksheets }) => {
    worksheets.getItem('別').delete();
    sheet.name = '新しい名';
    worksheets.load('items/name');
    return () => worksheets.items.map(({ name }) => name);
  }, ['新しい名']),
  task('worksheet-add-delete-rename-move-worksheet', (sheet) => void (sheet.position = 1)),
  task('worksheet-hide-unhide-worksheet', (_, { worksheets }) => {
    const other = worksheets.getItem('別');
    other.visibility = 'Hidden';
    other.load('visibility');
    return () => other.visibility;
  }, 'Hidden'),
  task('worksheet-hide-unhide-worksheet', (_, { worksheets }) => {
    const other = worksheets.getItem('別');
    other.visibility = 'VeryHidden';
    other.visibility = 'Visible';
    other.load('visibility');
    return () => other.visibility;
  }, 'Visible'),
  task('worksheet-list-worksheets', (_, { worksheets }) => {
    worksheets.load('items/name,items/visibility');
    const count = worksheets.getCount();
    return () => [worksheets.items.map(({ name, visibility }) => `${name} ${visibility}`), count.value];
  }, [['見本 Visible', '別 Visible'], 2]),
  task('worksheet-reference-worksheets-by-relative-position', (_, { worksheets }) => void worksheets.getFirst().load('name')),
  task('worksheet-reference-worksheets-by-relative-position', (sheet) => void sheet.getNext().load('name')),
  task('worksheet-worksheet-range-cell', (sheet) => {
    const [cell, range, row] = [sheet.getCell(2, 1), sheet.getRange('B2:C4'), sheet.getRange('A1').getEntireRow()];
    for (const one of [cell, range, row]) one.load('address');
    return () => [cell.address, range.address, row.address];
  }, ['見本!B3', '見本!B2:C4', '見本!1:1']),
  task('worksheet-worksheet-range-cell', (sheet) => {
    const range = sheet.getRangeByIndexes(1, 2, 3, 4);
    range.load('address,rowIndex,columnIndex');
    return () => [range.address, range.rowIndex, range.columnIndex];
  }, ['見本!C2:F4', 1, 2]),
  task('worksheet-copy', (sheet) => void sheet.copy('End').load('name')),
  task('worksheet-freeze-panes', (sheet) => { sheet.freezePanes.freezeRows(2); }),
  task('worksheet-freeze-panes', (sheet) => { sheet.freezePanes.freezeAt(sheet.getRange('A1:B3')); sheet.freezePanes.unfreeze(); }),
  task('worksheet-freeze-panes', (sheet) => {
    sheet.freezePanes.freezeColumns(1);
    const frozen = sheet.freezePanes.getLocationOrNullObject();
    frozen.load('address');
    return () => frozen.address;
  }, '見本!A:A'),
  task('worksheet-tab-color', (sheet) => {
    sheet.tabColor = '#FF0000';
    sheet.load('tabColor');
    return () => sheet.tabColor;
  }, '#FF0000'),
  task('gridlines', (sheet) => {
    sheet.showGridlines = false;
    sheet.load('showGridlines');
    return () => sheet.showGridlines;
  }, false),
  task('reference PageLayout', (sheet) => {
    sheet.pageLayout.orientation = 'Landscape';
    sheet.pageLayout.setPrintTitleRows('$1:$1');
    sheet.pageLayout.headersFooters.defaultForAllPages.centerFooter = '&P / &N';
    sheet.pageLayout.headersFooters.defaultForAllPages.load('centerFooter');
    return () => sheet.pageLayout.headersFooters.defaultForAllPages.centerFooter;
  }, '&P / &N'),
  task('reference PageLayout', (sheet) => {
    sheet.pageLayout.orientation = 'Landscape';
    sheet.pageLayout.load('orientation');
    return () => sheet.pageLayout.orientation;
  }, 'Landscape'),
  task('reference AutoFilter', (sheet) => { fill(sheet); sheet.autoFilter.apply(sheet.getRange('A1:C3')); }),
  task('reference AutoFilter', (sheet) => {
    sheet.autoFilter.load('enabled,isDataFiltered');
    return () => [sheet.autoFilter.enabled, sheet.autoFilter.isDataFiltered];
  }, [false, false]),
  task('workbook-get-active-cell', (_, workbook) => {
    const cell = workbook.getActiveCell();
    cell.load('address');
    return () => cell.address;
  }, '見本!A1'),
  task('reference Application.calculationMode', (_, { application }) => {
    application.load('calculationMode');
    return () => application.calculationMode;
  }, 'Automatic'),
  task('protect-data-in-worksheet-and-workbook-structure', (sheet) => {
    sheet.protection.protect();
    sheet.protection.load('protected');
    return () => sheet.protection.protected;
  }, true),
  task('protect-data-in-worksheet-and-workbook-structure', (sheet) => {
    sheet.protection.protect();
    sheet.getRange('A1').values = [[1]];
  }, 'AccessDenied'),
  task('protect-data-in-worksheet-and-workbook-structure', (_, workbook) => { workbook.protection.protect(); }),
  task('style', (sheet) => void (sheet.getRange('A1').style = 'Good')),
  task('table-create-table', (sheet) => {
    fill(sheet);
    const table = sheet.tables.add('A1:C3', true);
    table.name = '品';
    const range = table.getRange();
    range.load('address');
    table.load('name,showFilterButton,style');
    return () => [table.name, range.address, table.showFilterButton, table.style];
  }, ['品', '見本!A1:C3', true, 'TableStyleMedium2']),
  task('table-create-table', (sheet) => { fill(sheet); sheet.tables.add('A1:C3', true).rows.add(undefined, [['墨', 1, 10]]); }),
  task('table-add-rows-and-columns-to-a-table', (sheet) => { fill(sheet); sheet.tables.add('A1:C3', true).columns.add(); }),
  task('table-convert-range-to-table', (sheet) => {
    fill(sheet);
    sheet.tables.add('A1:C3', true).convertToRange();
    sheet.tables.load('items/name');
    const range = sheet.getRange('A1:C3');
    range.load('values');
    return () => [sheet.tables.items.length, range.values];
  }, [0, rows]),
  task('table-filter-data', (sheet) => { fill(sheet); sheet.tables.add('A1:C3', true).columns.getItemAt(0).filter.applyValuesFilter(['紙']); }),
  task('table-format-table', (sheet) => {
    fill(sheet);
    const table = sheet.tables.add('A1:C3', true);
    table.style = 'TableStyleLight1';
    table.load('style');
    return () => table.style;
  }, 'TableStyleLight1'),
  task('table-get-data-from-table', (sheet) => { fill(sheet); sheet.tables.add('A1:C3', true).getDataBodyRange().load('values'); }),
  task('table-get-data-from-table', (sheet) => { fill(sheet); sheet.tables.add('A1:C3', true).getHeaderRowRange().load('values'); }),
  task('table-sort-data', (sheet) => { fill(sheet); sheet.tables.add('A1:C3', true).sort.apply([{ key: 1 }]); }),
  task('reference Table.resize', (sheet) => {
    fill(sheet);
    const table = sheet.tables.add('A1:C2', true);
    table.resize('A1:C3');
    const range = table.getRange();
    range.load('address');
    return () => range.address;
  }, '見本!A1:C3'),
  task('named-item-create-named-item', (_, { names }) => {
    const item = names.add('税率', '=0.1');
    item.load('name,formula,scope,visible');
    return () => [item.name, item.formula as unknown, item.scope, item.visible];
  }, ['税率', '=0.1', 'Workbook', true]),
  task('named-item-create-and-remove-named-item', (sheet) => {
    sheet.names.add('ここだけ', sheet.getRange('A1')).delete();
    const item = sheet.names.getItemOrNullObject('ここだけ');
    item.load('name');
    return () => item.isNullObject;
  }, true),
  task('create-and-use-named-item-for-range', (sheet) => {
    const item = sheet.names.add('範囲', sheet.getRange('B2:C3'), '注');
    item.load('formula,comment,scope');
    return () => [item.formula as unknown, item.comment, item.scope];
  }, ['=見本!$B$2:$C$3', '注', 'Worksheet']),
  task('create-and-use-named-item-for-range', (sheet) => void sheet.names.add('範囲', sheet.getRange('B2')).getRange().load('address')),
  task('named-item-list-named-items', (_, { names }) => {
    names.add('い', '=1');
    names.add('ろ', '=2');
    names.load('items/name');
    return () => names.items.map(({ name }) => name);
  }, ['い', 'ろ']),
  task('update-named-item', (_, { names }) => {
    const item = names.add('税率', '=0.08');
    item.formula = '=0.1';
    item.load('formula');
    return () => item.formula as unknown;
  }, '=0.1'),
  task('chart-create-column-clustered-chart', (sheet) => {
    const chart = chartOf(sheet);
    chart.title.text = '数';
    chart.legend.position = 'Bottom';
    chart.title.load('text');
    chart.legend.load('position');
    return () => [chart.title.text, chart.legend.position];
  }, ['数', 'Bottom']),
  task('reference ChartCollection', (sheet) => {
    const chart = chartOf(sheet);
    chart.setPosition('E1', 'H9');
    const count = sheet.charts.getCount();
    sheet.charts.load('items/name');
    return () => [count.value, sheet.charts.items.map(({ name }) => name)];
  }, [1, ['図']]),
  task('chart-create-doughnut-chart', (sheet) => { fill(sheet); sheet.charts.add('Doughnut', sheet.getRange('B1:B3'), 'Columns'); }),
  task('chart-create-line-chart', (sheet) => { fill(sheet); sheet.charts.add('Line', sheet.getRange('B1:B3'), 'Columns'); }),
  task('chart-axis', (sheet) => {
    const { valueAxis } = chartOf(sheet).axes;
    valueAxis.maximum = 10;
    valueAxis.minimum = 0;
    valueAxis.load('maximum,minimum');
    return () => [valueAxis.maximum as unknown, valueAxis.minimum as unknown];
  }, [10, 0]),
  task('chart-axis', (sheet) => void (chartOf(sheet).axes.valueAxis.title.text = '数')),
  task('chart-legend', (sheet) => void (chartOf(sheet).legend.format.font.size = 8)),
  task('chart-series', (sheet) => {
    const chart = chartOf(sheet);
    const added = chart.series.add('単価');
    added.setValues(sheet.getRange('C2:C3'));
    added.setXAxisValues(sheet.getRange('A2:A3'));
    added.gapWidth = 50;
    chart.series.load('items/name');
    return () => chart.series.items.map(({ name }) => name);
  }, ['数', '単価']),
  task('chart-series', (sheet) => { chartOf(sheet).series.getItemAt(0).delete(); }),
  task('chart-point', (sheet) => { chartOf(sheet).series.getItemAt(0).points.getItemAt(0).format.fill.setSolidColor('#FF0000'); }),
  task('data-validation', (sheet) => {
    sheet.getRange('A1').dataValidation.rule = { list: { inCellDropDown: true, source: '○,×' } };
  }),
  task('data-validation', (sheet) => void (sheet.getRange('A1').dataValidation.prompt = { showPrompt: true, title: 't', message: 'm' })),
  task('range-conditional-formatting-basic', (sheet) => void sheet.getRange('A1').conditionalFormats.add('ColorScale')),
  task('events-worksheet-changed', async (sheet, _, context) => {
    const heard: string[] = [];
    sheet.onChanged.add(({ address }) => { heard.push(address); return Promise.resolve(); });
    await context.sync();
    sheet.getRange('B2').values = [[1]];
    await context.sync();
    await new Promise((resolve) => setTimeout(resolve, 30));
    return () => heard;
  }, ['B2']),
  task('events-worksheet-selectionchanged', async (sheet, _, context) => {
    const heard: string[] = [];
    sheet.onSelectionChanged.add(({ address }) => { heard.push(address); return Promise.resolve(); });
    await context.sync();
    sheet.getRange('B2').select();
    await context.sync();
    await new Promise((resolve) => setTimeout(resolve, 30));
    return () => heard;
  }, ['B2']),
  task('events-worksheet-activated', async (_, { worksheets }, context) => {
    const heard: string[] = [];
    worksheets.getItem('別').onActivated.add(({ type }) => { heard.push(type); return Promise.resolve(); });
    await context.sync();
    worksheets.getItem('別').activate();
    await context.sync();
    await new Promise((resolve) => setTimeout(resolve, 30));
    return () => heard;
  }, ['WorksheetActivated']),
  task('settings-create-get-change-delete-settings', (_, { settings }) => {
    settings.add('鍵', 'い');
    settings.add('鍵', 'ろ');
    const [setting, none] = [settings.getItemOrNullObject('鍵'), settings.getItemOrNullObject('無い')];
    setting.load('value');
    none.load('value');
    return () => [setting.value as unknown, none.isNullObject];
  }, ['ろ', true]),
  task('settings-create-get-change-delete-settings', (_, { settings }) => {
    settings.add('鍵', 'い');
    settings.getItem('鍵').delete();
    const count = settings.getCount();
    return () => count.value;
  }, 0),
  task('document-properties', (_, { properties }) => void properties.load('author')),
  task('custom-xml-parts-create-set-get-and-delete-custom-xml-parts', (_, { customXmlParts }) => void customXmlParts.load('items/id')),
  task('pivottable-refresh-pivot-table', (_, { pivotTables }) => void pivotTables.load('items/name')),
  task('reference ShapeCollection.getCount', (sheet) => {
    const count = sheet.shapes.getCount();
    return () => count.value;
  }, 0),
]; // prettier-ignore
