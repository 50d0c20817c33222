import { readWorkbookFile } from '../../../src/workbook/file';
import { excelXlsx } from '../../bench/excelXlsx';
import { nationalTable } from '../../bench/nationalTable';
import { withoutStreams } from '../../builders/withoutStreams';

const table = excelXlsx(nationalTable());

test.each([
  ['the browser’s own code', <T>(run: () => Promise<T>) => run()],
  ['script', withoutStreams],
])('a large table tells in small steps how far its reading is, unpacked by %s', async (_, run) => {
  const shares = [0];
  const read = await run(() =>
    readWorkbookFile(table, '全国集計.xlsx', { tell: (done, total) => shares.push(done / total) }),
  );
  expect(read.ok).toBe(true);
  const steps = shares.slice(1).map((share, at) => share - (shares[at] ?? 0));
  expect(Math.min(...steps)).toBeGreaterThan(0);
  expect(Math.max(...steps)).toBeLessThan(0.05);
  expect(shares.at(-1)).toBeGreaterThan(0.95);
  expect(shares.at(-1)).toBeLessThanOrEqual(1);
});
