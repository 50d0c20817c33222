import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describeWith } from '../builders/withProgram';
import { openWorkbench, type WorkbenchOptions, type WorkbenchPage } from '../e2e/workbenchPage';
import { hostileFiles } from '../fixtures/hostileFiles';
import { serveFolder, type FolderServer } from '../host/web/serveFolder';
import { workbenchHeadersFor } from '../tools/hosting/headers';
import { medianOf } from './compare';
import { excelXlsx } from './excelXlsx';
import { judge, missed } from './goals';
import { nationalTable } from './nationalTable';
import { pageTasks } from './pageTasks';
import { untilPainted } from './untilPainted';

const root = join(__dirname, '../..');
const built = join(root, 'dist/workbench');
const sample = join(root, 'assets/samples/見本-北塩原村-令和6年度.xlsx');
const rounds = { town: 9, nation: 5 };

/**
 * Run by `npm run bench`: what the page without Excel costs in Chromium, over the built files. Times are of the clock, since a
 * person waits by it: medians, in turns where two are compared.
 */
describeWith('chromium', 'openssl')('workbench', () => {
  const folder = mkdtempSync(join(tmpdir(), 'workbench-bench-'));
  const table = join(folder, '全国集計.xlsx');
  let server: FolderServer;
  let bench: WorkbenchPage;

  beforeAll(() => {
    for (const words of [['--workbench'], ['--cli']])
      execFileSync(process.execPath, ['src/cli/launch.mjs', 'build', ...words], { cwd: root, stdio: 'ignore' });
    writeFileSync(table, excelXlsx(nationalTable()));
  });
  afterEach(async () => {
    await bench.close();
    await server.close();
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
    expect(missed()).toEqual([]);
  });

  const open = async (options?: WorkbenchOptions): Promise<void> => {
    const site = join(folder, 'site');
    cpSync(built, site, { recursive: true });
    cpSync(table, join(site, 'table.xlsx'));
    server = await serveFolder(site, workbenchHeadersFor);
    bench = await openWorkbench(server.url, options);
  };
  /** Milliseconds from the drop to the frame in which `shows`, an expression in the page, is true. */
  const dropped = async (paths: readonly string[], shows: string): Promise<number> => {
    const painted = bench.page.evaluate<number>(`(${untilPainted.toString()})('drop', () => ${shows})`);
    await bench.drop(paths);
    return painted;
  };
  /** The national table, from the drop to its ranks, and the longest task until it stands in the grid: ms, ms of CPU. */
  const tableDropped = async (): Promise<{ readonly time: number; readonly task: number }> => {
    const tasks = await pageTasks(bench.page);
    const time = await dropped([table], `document.querySelector('[data-towns="1741"]') !== null`);
    await bench.page.locator('[role=gridcell]').first().waitFor({ state: 'attached' });
    await bench.idle();
    const task = await tasks.longest();
    await closeBook();
    return { time, task };
  };
  const judgeTasks = (goal: string, longest: readonly number[]): void => {
    const each = longest.map((ms) => ms.toFixed(0)).join(', ');
    judge(goal, `${medianOf(longest).toFixed(0)} ms (medians; ${each})`, medianOf(longest) <= 50);
  };
  const closeBook = async (): Promise<void> => {
    await bench.press(/^「.*」を閉じる$/);
    await bench.button('見本を開く').waitFor();
  };

  test('the answers of one municipality', async () => {
    await open();
    const times: number[] = [];
    for (let round = 0; round < rounds.town; round += 1) {
      times.push(await dropped([sample], `/得点率/.test(document.querySelector('main').textContent)`));
      await bench.idle();
      await closeBook();
    }
    console.log(
      `The page without Excel in Chromium: medians of the clock, ${loadavg()[0]?.toFixed(1) ?? ''} programs waited`,
    );
    const median = medianOf(times);
    judge(
      'from the drop to the score of one municipality, 1 s',
      `${median.toFixed(0)} ms (the first, with what is loaded then: ${(times[0] ?? NaN).toFixed(0)} ms)`,
      median <= 1000,
    );
  });

  test('the national table', async () => {
    await open();
    const [times, bare, longest]: [number[], number[], number[]] = [[], [], []];
    for (let round = 0; round < rounds.nation; round += 1) {
      bare.push(await bench.page.evaluate<number>(`(${bareRead.toString()})()`));
      const { time, task } = await tableDropped();
      times.push(time);
      longest.push(task);
    }
    const ratio = medianOf(times) / medianOf(bare);
    judge(
      'from the drop to 1,741 ranked municipalities ÷ the bare read of the table (our reader in a worker, nothing else), 1.5',
      `×${ratio.toFixed(2)}, ${medianOf(times).toFixed(0)} ms ÷ ${medianOf(bare).toFixed(0)} ms`,
      ratio <= 1.5,
    );
    judgeTasks('no task of the page over 50 ms of CPU until the table stands in the grid', longest);
  });

  test('the national table, where the browser gives no thread', async () => {
    await open({ refusesWorker: 'at once' });
    const longest: number[] = [];
    for (let round = 0; round < rounds.nation; round += 1) longest.push((await tableDropped()).task);
    judgeTasks('the same without a worker, read in slices on the thread of the page', longest);
  });

  test('five hostile files', async () => {
    await open();
    await bench.drop([sample]);
    await bench.idle();
    await closeBook();
    const before = await memoryOf(bench);
    for (const [name, bytes] of hostileFiles(readFileSync(sample))) {
      writeFileSync(join(folder, name), bytes);
      await bench.drop([join(folder, name)]);
      const alert = bench.page.getByRole('alert').filter({ hasText: /E-1\d\d/ });
      await alert.waitFor();
      await alert.getByRole('button', { name: '閉じる' }).click();
    }
    const after = await memoryOf(bench);
    judge(
      'memory of the page and its worker after five hostile files, within 10 %',
      `scripts ${before.heap.toFixed(1)} → ${after.heap.toFixed(1)} MB, process ${before.process.toFixed(0)} → ${after.process.toFixed(0)} MB`,
      after.heap <= 1.1 * before.heap && after.process <= 1.1 * before.process,
    );
  });

  test('sizes', async () => {
    await open();
    const page = readFileSync(join(built, 'index.html'), 'utf8');
    const first = readdirSync(built).filter((name) => name === 'index.html' || page.includes(`=${name}`));
    const kilobytes = first.reduce((sum, name) => sum + gzipSync(readFileSync(join(built, name))).length, 0) / 1024;
    judge(
      'first load gzipped, 450 KB',
      `${kilobytes.toFixed(1)} KB in ${String(first.length)} files`,
      kilobytes <= 450,
    );
    for (const name of ['incentive.html', 'incentive-cli.mjs'])
      console.log(`  dist/${name}: ${(statSync(join(root, 'dist', name)).size / 1e6).toFixed(1)} MB`);
  });
});

/** In the page: the worker reads the table as the page asks it to, and nobody looks at what it sends. */
const bareRead = async (): Promise<number> => {
  const bytes = new Uint8Array(await (await fetch('table.xlsx')).arrayBuffer());
  const since = performance.now();
  const worker = new Worker('worker.js');
  await new Promise<void>((resolve, reject) => {
    worker.onmessage = ({
      data,
    }: MessageEvent<{ readonly kind: string; readonly result?: { readonly ok: boolean } }>) => {
      if (data.kind === 'result' && data.result?.ok === true) resolve();
      else if (!['piece', 'progress'].includes(data.kind)) reject(new Error(JSON.stringify(data)));
    };
    worker.postMessage({ id: 1, name: 'read', given: [{ name: 'table.xlsx', bytes }, true] });
  });
  worker.terminate();
  return performance.now() - since;
};

/**
 * Bytes of the page's process that are its own and no file's, once it has tidied up: scripts' memory, and what a worker left
 * behind. Two figures: of the page's scripts, and of the process as Linux counts it.
 */
const memoryOf = async ({ page }: WorkbenchPage): Promise<{ readonly heap: number; readonly process: number }> => {
  const devtools = await page.context().newCDPSession(page);
  for (let again = 0; again < 3; again += 1) await devtools.send('HeapProfiler.collectGarbage');
  await page.waitForTimeout(1_000);
  await devtools.send('Performance.enable');
  const { metrics } = await devtools.send('Performance.getMetrics');
  await devtools.detach();
  const system = await page.context().browser()?.newBrowserCDPSession();
  const { processInfo } = (await system?.send('SystemInfo.getProcessInfo')) ?? { processInfo: [] };
  const own = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => anonymousBytes(id));
  return {
    heap: (metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? NaN) / megabyte,
    process: own.reduce((sum, bytes) => sum + bytes, 0) / megabyte,
  };
};

const megabyte = 1024 * 1024;

const anonymousBytes = (id: number): number =>
  Number(/^RssAnon:\s+(\d+)/m.exec(readFileSync(`/proc/${String(id)}/status`, 'utf8'))?.[1]) * 1024;
