import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describeWith } from '../builders/withProgram';
import { openWorkbench, type WorkbenchPage } from './workbenchPage';

const onePage = join(__dirname, '../../dist/incentive.html');

describeWith('chromium')('a browser that refuses a thread of its own', () => {
  let bench: WorkbenchPage;
  beforeAll(() => {
    if (!existsSync(onePage)) throw new Error('noWorker.e2e: run `npm run build -- --workbench` first');
  });
  afterEach(() => bench.close());

  test.each(['at once', 'later'] as const)('%s: the sample is scored, written and saved all the same', async (when) => {
    bench = await openWorkbench(`file://${onePage}`, { refusesWorker: when });
    const { page, press, idle, save } = bench;
    await press('見本を開く');
    await page.getByText('得点率').first().waitFor();
    await idle();
    await press('シートに書き込む');
    await page.getByText(/^書き込みました/).waitFor();
    expect((await save()).length).toBeGreaterThan(10_000);
    expect(await page.evaluate(() => (window as unknown as { workersAsked: number }).workersAsked)).toBeGreaterThan(0);
  });
});
