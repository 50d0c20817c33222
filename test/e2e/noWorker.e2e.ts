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
});
