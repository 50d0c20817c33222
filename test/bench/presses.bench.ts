import { join } from 'node:path';
import type { CDPSession, Locator } from 'playwright-core';
import { hostBook } from '../builders/hostBook';
import { lessonRows } from '../builders/lessonRows';
import { describeWith } from '../builders/withProgram';
import { syntheticNation } from '../fixtures/syntheticNation';
import { HostWorkbook } from '../host/model/hostWorkbook';
import { openInChromium, type WebHost } from '../host/web/openInChromium';
import { serveFolder, type FolderServer } from '../host/web/serveFolder';
import { buildAddin } from './addin';
import { medianOf } from './compare';
import { judge, missed } from './goals';
import { untilPainted } from './untilPainted';

/** What a press costs: the CPU time of the page's thread, and how long a person waits until the page is painted. */
interface PressCost {
  readonly threadMs: number;
  readonly paintedMs: number;
}

/**
 * Run by `npm run bench`: from a press in the built pane, in Chromium over our Excel, to the frame that shows what was
 * pressed for. Judged by the thread's CPU time, which a busy machine changes little; the waiting is printed beside.
 */
describeWith('chromium', 'openssl')('presses', () => {
  let server: FolderServer;
  let web: WebHost;
  let devtools: CDPSession;

  beforeAll(async () => {
    buildAddin();
    server = await serveFolder(join(__dirname, '../../dist/addin'));
  });
  afterEach(() => web.close());
  afterAll(async () => {
    await server.close();
    expect(missed()).toEqual([]);
  });

  const open = async (workbook: HostWorkbook): Promise<void> => {
    web = await openInChromium(`${server.url}taskpane.html`, workbook);
    await web.frame
      .getByText(/見つかりました/)
      .first()
      .waitFor();
    await idle();
    devtools = await web.page.context().newCDPSession(web.page);
    await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  };
  const idle = (): Promise<unknown> => web.frame.locator('main[aria-busy=false]').waitFor({ timeout: 30_000 });
  const threadMs = async (): Promise<number> => {
    const { metrics } = await devtools.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN) * 1000;
  };

  /** `act` once; `shows`, an expression in the page, says whether the page shows what is waited for. */
  const cost = async (event: string, shows: string, act: () => Promise<void>): Promise<PressCost> => {
    const painted = web.frame.evaluate<number>(`(${untilPainted.toString()})('${event}', () => ${shows})`);
    const before = await threadMs();
    await act();
    const paintedMs = await painted;
    return { threadMs: (await threadMs()) - before, paintedMs };
  };
  /** The pointer stands there already: what it changes by coming is not the press's. */
  const press = async (on: Locator, shows: string): Promise<PressCost> => {
    await on.evaluate((element) => {
      element.scrollIntoView({ block: 'center' });
    });
    const box = await on.boundingBox();
    if (box === null) throw new Error('presses: nothing to press');
    await web.page.mouse.move(box.x + Math.min(12, box.width / 2), box.y + box.height / 2);
    await web.page.waitForTimeout(100);
    return cost('pointerdown', shows, async () => {
      await web.page.mouse.down();
      await web.page.mouse.up();
    });
  };
  const tell = (what: string, costs: readonly PressCost[], goal: string, most: number): void => {
    const times = costs.map(({ threadMs: ms }) => ms);
    const median = medianOf(times);
    const often =
      times.length === 1 ? '' : `, the first ${(times[0] ?? NaN).toFixed(1)}, at most ${Math.max(...times).toFixed(1)}`;
    judge(
      `${what}: ${String(most)} ms of the page's thread (${goal})`,
      `${median.toFixed(1)} ms${often}; painted after ${medianOf(costs.map(({ paintedMs }) => paintedMs)).toFixed(0)} ms`,
      median <= most,
    );
  };

  test('採点, tab change and toggle on the form of one municipality', async () => {
    const workbook = new HostWorkbook('回答');
    workbook.type('回答', lessonRows());
    await open(workbook);
    console.log('Presses: the pane in Chromium over our Excel, medians');
    const scored = await press(
      web.frame.getByRole('button', { name: '採点する' }).first(),
      `/得点率/.test(document.body.innerText)`,
    );
    await idle();
    tell('採点, to the result', [scored], 'our own goal', 100);
    const tab = (name: string): Locator => web.frame.locator(`nav [data-step=${name}]`);
    const shown = (name: string): string => `document.querySelector('nav [aria-current]').dataset.step === '${name}'`;
    const [changes, toggles]: [PressCost[], PressCost[]] = [[], []];
    for (let round = 0; round < 7; round += 1)
      for (const name of ['check', 'papers', 'plan', 'result']) changes.push(await press(tab(name), shown(name)));
    tell('tab change', changes, 'our own goal', 50);
    await press(tab('plan'), shown('plan'));
    await idle();
    const box = web.frame.getByRole('checkbox').nth(1);
    for (let round = 0; round < 21; round += 1)
      toggles.push(
        await press(
          box,
          `document.querySelector('main [role=status]').innerText.includes('→') === ${String(round % 2 === 0)}`,
        ),
      );
    tell('toggle in もしも', toggles, 'one frame', 16);
  });

  test('scrolling the table of 1,741 municipalities', async () => {
    await open(hostBook(syntheticNation({ year: 'R8', heads: 'official' }).content));
    await web.frame.getByRole('button', { name: '採点する' }).first().click();
    const list = web.frame.locator('[data-towns="1741"]');
    await list.waitFor({ timeout: 30_000 });
    await idle();
    await list.scrollIntoViewIfNeeded();
    await list.hover();
    await web.page.waitForTimeout(500);
    const steps: PressCost[] = [];
    for (let step = 1; step <= 30; step += 1)
      steps.push(
        await cost('wheel', `(${rowsAreDrawn.toString()})(${String(step * 400)})`, () => web.page.mouse.wheel(0, 400)),
      );
    tell('400 px further in the table of 1,741', steps, 'our own goal: a frame', 16);
  });
});

/** In the page: the table stands where it was scrolled to, and rows fill all that is in sight. */
const rowsAreDrawn = (wanted: number): boolean => {
  const list = document.querySelector('[data-towns]');
  if (!(list instanceof HTMLElement) || list.scrollTop < wanted) return false;
  const { top, bottom } = list.getBoundingClientRect();
  const rows = [...list.querySelectorAll('button')].map((row) => row.getBoundingClientRect());
  return rows.some((row) => row.top <= top + 1) && rows.some((row) => row.bottom >= bottom - 1);
};
