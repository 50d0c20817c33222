import { findingTables, findTables } from '../../src/answers';
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

test('a list of many names is looked at in many steps, between which a pane may answer', () => {
  const grid = Array.from({ length: 5_000 }, (_, row) => [`名前 ${row}`]);
  const steps = findingTables(workbook({ name: '一覧', grid }));
  let count = 1;
  while (steps.next().done !== true) count += 1;
  expect(count).toBeGreaterThan(30);
});
