import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Locator, type Page } from 'playwright-core';

/** The page without Excel as one file. */
export const onePage = join(__dirname, '../../dist/incentive.html');

/** Throws where the page was not built; `suite` is who asks. */
export const needsOnePage = (suite: string): void => {
  if (!existsSync(onePage)) throw new Error(`${suite}: run \`npm run build -- --workbench\` first`);
};

/** Opens the one file from the disk. */
export const openOnePage = (options?: WorkbenchOptions): Promise<WorkbenchPage> =>
  openWorkbench(`file://${onePage}`, options);

/** The page without Excel in Chromium, with no way out of this computer. */
export interface WorkbenchPage {
  readonly page: Page;
  /** Requests to anything but the page's own origin; they were cut. */
  readonly outside: readonly string[];
  /** Errors of the browser's console, violations of the policy among them. */
  readonly complaints: readonly string[];
  readonly button: (name: string | RegExp) => Locator;
  readonly press: (name: string | RegExp) => Promise<void>;
  /** Waits until the grid stands at a chosen cell and has the focus: keys go there only then. */
  readonly inGrid: (text?: string) => Promise<void>;
  /** Waits until a result is shown. */
  readonly scored: () => Promise<void>;
  /** Waits until the pane does nothing. */
  readonly idle: () => Promise<unknown>;
  /** Opens a file as the button does. */
  readonly open: (name: string, bytes: Uint8Array) => Promise<void>;
  /** Drops files from the disk on the page, as the mouse does. */
  readonly drop: (paths: readonly string[]) => Promise<void>;
  /** 保存, as a download. */
  readonly save: () => Promise<Uint8Array>;
  readonly close: () => Promise<void>;
}

export interface WorkbenchOptions {
  readonly locale?: string;
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly dark?: boolean;
  readonly forcedColors?: boolean;
  /** The browser gives no thread: it says so when asked, or by an event afterwards. */
  readonly refusesWorker?: 'at once' | 'later';
  /** A thread runs, and hangs: from its start, or from the first workbook it is to read. */
  readonly workerHangs?: 'from its start' | 'while reading';
}

/** Opens the built page at `url`, which may be a `file://` one. */
export const openWorkbench = async (url: string, options: WorkbenchOptions = {}): Promise<WorkbenchPage> => {
  const { locale = 'ja-JP', viewport = { width: 1024, height: 768 }, dark = false, forcedColors = false } = options;
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--headless=new', '--disable-features=LocalNetworkAccessChecks'],
  });
  const context = await browser.newContext({
    locale,
    viewport,
    ignoreHTTPSErrors: true,
    acceptDownloads: true,
    colorScheme: dark ? 'dark' : 'light',
    forcedColors: forcedColors ? 'active' : 'none',
  });
  const [outside, complaints]: [string[], string[]] = [[], []];
  const { origin } = new URL(url);
  await context.route(
    (asked) => !['blob:', 'data:'].includes(asked.protocol) && asked.origin !== origin,
    (route) => {
      outside.push(route.request().url());
      return route.abort();
    },
  );
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.location().url.endsWith('/favicon.ico')) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.addInitScript(() => {
    // A dialog of the system itself cannot be driven; the plain input does the same.
    Reflect.deleteProperty(window, 'showOpenFilePicker');
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      console.error(`CSP ${violatedDirective} ${blockedURI}`);
    });
  });
  if (options.refusesWorker !== undefined)
    await page.addInitScript((when) => {
      const asked = { workersAsked: 0 };
      const refuse = (): void => {
        Object.assign(window, { workersAsked: (asked.workersAsked += 1) });
      };
      class Refused extends EventTarget {
        constructor() {
          super();
          refuse();
          if (when === 'at once') throw new DOMException('refused', 'SecurityError');
          setTimeout(() => this.dispatchEvent(new ErrorEvent('error', { message: 'refused' })));
        }
        postMessage(): void {
          refuse();
        }
        terminate(): void {
          refuse();
        }
      }
      Object.assign(window, { Worker: Refused });
    }, options.refusesWorker);
  if (options.workerHangs !== undefined)
    await page.addInitScript((when) => {
      const Whole = Worker;
      const hangs = when === 'from its start' ? 'for (;;);' : 'onmessage = ({ data }) => { if (data.name === "read") for (;;); postMessage({ id: data.id, kind: "result" }); };'; // prettier-ignore
      class Hanging extends Whole {
        constructor() {
          super(URL.createObjectURL(new Blob([hangs])));
        }
      }
      Object.assign(window, { Worker: Hanging });
    }, options.workerHangs);
  await page.goto(url);
  const button = (name: string | RegExp): Locator => page.getByRole('button', { name }).first();
  await button(/見本を開く|Open the sample/).waitFor();
  return {
    page,
    outside,
    complaints,
    button,
    press: (name) => button(name).click(),
    inGrid: (hasText = '') =>
      page.locator('[role=gridcell][aria-selected=true]:focus', { hasText }).waitFor({ state: 'attached' }),
    scored: () => page.getByText('得点率').first().waitFor(),
    idle: () => page.locator('main[aria-busy=false]').waitFor(),
    open: async (name, bytes) => {
      const chooser = page.waitForEvent('filechooser');
      await button(/^(?:ブックを開く|Open a workbook)$/).click();
      await (await chooser).setFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) });
    },
    drop: async (paths) => {
      const devtools = await context.newCDPSession(page);
      const data = { items: [], files: [...paths], dragOperationsMask: 1 };
      for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
        await devtools.send('Input.dispatchDragEvent', { type, x: viewport.width / 2, y: viewport.height / 2, data });
      await devtools.detach();
    },
    save: async () => {
      const download = page.waitForEvent('download');
      await button(/^(?:保存|Save)$/).click();
      return new Uint8Array(readFileSync(await (await download).path()));
    },
    close: () => browser.close(),
  };
};
