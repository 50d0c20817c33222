import { findTables } from '../../src/answers';
import type { CellValue } from '../../src/workbook';
import { workbook } from '../builders/answerSheets';

test('a sheet with far more rows than a form is looked at no longer than a form', () => {
  const unseen = new Proxy<CellValue[]>([], {
    get: () => {
      throw new Error('looked at');
    },
  });
  const grid = Array.from({ length: 1_000_000 }, (_, row) => (row < 5_100 ? [`名前 ${row}`, `町${row}`] : unseen));
  expect(findTables(workbook({ name: '一覧', grid }))).toEqual([]);
});
