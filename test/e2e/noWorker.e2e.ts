import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { excelXlsx } from '../bench/excelXlsx';
import { nationalTable } from '../bench/nationalTable';
import { pageTasks } from '../bench/pageTasks';
import { describeWith } from '../builders/withProgram';
import { needsOnePage, openOnePage, type WorkbenchPage } from './workbenchPage';

describeWith('chromium')('a browser that refuses a thread of its own', () => {
  let bench: WorkbenchPage;
  beforeAll(() => {
    needsOnePage('noWorker.e2e');
  });
  afterEach(() => bench.close());

  test.each(['at once', 'later'] as const)('%s: the sample is scored, written and saved all the same', async (when) => {
    bench = await openOnePage({ refusesWorker: when });
    const { page, press, scored, idle, save } = bench;
    await press('見本を開く');
    await scored();
    await idle();
    await press('シートに書き込む');
    await page.getByText(/^書き込みました/).waitFor();
    expect((await save()).length).toBeGreaterThan(10_000);
    expect(await page.evaluate(() => (window as unknown as { workersAsked: number }).workersAsked)).toBeGreaterThan(0);
  });

  test('a thread that hangs from its start is given up: the page says so, and reads itself', async () => {
    bench = await openOnePage({ workerHangs: 'from its start' });
    await bench.press('見本を開く');
    await bench.page.getByRole('alert').filter({ hasText: 'E-982' }).waitFor();
    await bench.scored();
  });

  test('a thread that hangs while it reads is ended after 20 s, the file named; the page stays', async () => {
    bench = await openOnePage({ workerHangs: 'while reading' });
    await bench.press('見本を開く');
    await bench.page.getByRole('alert').filter({ hasText: 'E-983' }).waitFor({ timeout: 30_000 });
    await bench.button('見本を開く').waitFor();
  });

  test('a national table is read in slices: the page answers meanwhile, and the reading can be stopped', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'workbench-'));
    try {
      const table = join(folder, '全国集計.xlsx');
      writeFileSync(table, excelXlsx(nationalTable()));
      bench = await openOnePage({ refusesWorker: 'at once' });
      const { page, press, drop } = bench;
      const tasks = await pageTasks(page);
      await drop([table]);
      await page.locator('[data-towns="1741"]').waitFor({ timeout: 60_000 });
      // CPU, so that a busy machine counts little: 14 to 42 ms, in one go 950 to 1,190 ms. A slower computer has room.
      expect(await tasks.longest()).toBeLessThan(300);
      await press('「全国集計.xlsx」を閉じる');
      await drop([table]);
      await press('中止');
      await page.getByRole('alert').filter({ hasText: 'E-712' }).waitFor();
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
