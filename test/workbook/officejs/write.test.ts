import { HostError, HostWorkbook } from '../../host';
import { modelOf, openInExcel, shown } from './open';

const result = modelOf([
  ['項目', '点'],
  ['推進', 240],
  ['=1+1', 207],
]);

test('a new sheet takes two round trips, is marked, and no call wipes undo', async () => {
  const { book, workbook, host, trips } = openInExcel();
  expect(await book.write([result])).toEqual({
    ok: true,
    value: {
      sheets: [{ marker: 'score', name: '採点結果', created: true, changedCells: 6, editedSinceLastWrite: false }],
    },
  });
  console.log(host.log);
  expect(shown(workbook.sheet('採点結果'))).toEqual([
    ['項目', '点'],
    ['推進', 240],
    ['=1+1', 207],
  ]);
  expect(trips()).toBe(2);
});
test('again changes nothing', async () => {
  const { book, workbook, host, trips } = openInExcel();
  await book.write([result]);
  const before = trips();
  expect(await book.write([result])).toEqual({
    ok: true,
    value: {
      sheets: [{ marker: 'score', name: '採点結果', created: false, changedCells: 0, editedSinceLastWrite: false }],
    },
  });
  expect(trips() - before).toBe(2);
  expect(await book.restore()).toMatchObject({ ok: true });
  console.log(host.log.unknown, host.log.undoWipes, workbook.sheet('採点結果'));
});
