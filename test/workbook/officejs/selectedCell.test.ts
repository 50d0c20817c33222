import { HostWorkbook } from '../../host/model/hostWorkbook';
import { modelOf, openInExcel } from './open';

test('the selected cell comes with its value and the names of its sheet in one round trip', async () => {
  const excel = openInExcel(new HostWorkbook('回答'));
  await excel.book.write([modelOf([['得点', 447]], { name: "得'点" })]);
  const sheet = excel.workbook.sheet("得'点")!;
  excel.workbook.selection = { sheet, range: { top: 0, left: 1, bottom: 5, right: 3 } };
  const before = excel.trips();
  const selected = await excel.book.selectedCell();
  expect(selected).toEqual({
    ok: true,
    value: {
      sheet: "得'点",
      row: 0,
      column: 1,
      value: 447,
      names: [
        { name: '_INCENTIVE_score', refersTo: "'得''点'!$A$1:$B$1", sheet: "得'点" },
        {
          name: '_INCENTIVE_score_hash',
          refersTo: expect.stringMatching(/^"[0-9a-f]{16}"$/) as unknown,
          sheet: "得'点",
        },
      ],
    },
  });
  expect([excel.trips() - before, excel.host.log.unknown]).toEqual([1, []]);
});

test('days are days, and an empty cell is nothing', async () => {
  const excel = openInExcel(new HostWorkbook('回答'));
  await excel.book.write([modelOf([[new Date(Date.UTC(2025, 7, 15)), null]])]);
  const sheet = excel.workbook.sheet('採点結果')!;
  const valueAt = async (left: number): Promise<unknown> => {
    excel.workbook.selection = { sheet, range: { top: 0, left, bottom: 0, right: left } };
    const selected = await excel.book.selectedCell();
    return selected.ok ? selected.value.value : selected.problems;
  };
  expect([await valueAt(0), await valueAt(1)]).toEqual([new Date(Date.UTC(2025, 7, 15)), null]);
});

test('what Excel refuses is said with its code', async () => {
  const excel = openInExcel(new HostWorkbook('回答'));
  excel.workbook.closed = true;
  expect(await excel.book.selectedCell()).toMatchObject({ ok: false, problems: [{ code: 'E-705' }] });
});
