import { startNativeHost, HostWorkbook } from '.';
test('values written are read back', async () => {
  const { Excel, host } = startNativeHost(new HostWorkbook('回答'));
  const values = await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('回答');
    sheet.getRange('A1:B2').values = [
      [1, '=x'],
      ["'=y", '○'],
    ];
    const range = sheet.getUsedRangeOrNullObject(true);
    range.load('values,formulas,address');
    await context.sync();
    return [range.values, range.formulas, range.address];
  });
  console.log(JSON.stringify(values), host.log);
  const { CustomFunctions, functions } = startNativeHost(new HostWorkbook('回答'));
  CustomFunctions.associate('SUM2', (a: number, b: number) => a + b);
  console.log(await functions.call('SUM2', [1, 2]), await functions.call('NOPE', [1, 2]));
});
