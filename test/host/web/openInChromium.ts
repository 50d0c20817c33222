import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Frame, type Page } from 'playwright-core';
import { customFunctionDesk, type CustomFunctionDesk } from '../customFunctionDesk';
import { ExcelHost } from '../excelHost';
import type { HostLog } from '../hostLog';
import { libraryFolder } from '../loadLibrary';
import { HostWorkbook } from '../model/hostWorkbook';
import { web, type ExcelProfile } from '../excelProfiles';
import type { Service } from '../requestRunner';
import { addinUrl, libraryUrl } from './addinUrl';
import { webConversation } from './webConversation';

/** The add-in page in an iframe of our Excel on the web, in a real browser. */
export interface WebHost {
  readonly page: Page;
  /** The add-in's own frame: look for its buttons here. */
  readonly frame: Frame;
  readonly workbook: HostWorkbook;
  readonly host: ExcelHost;
  readonly log: HostLog;
  readonly functions: CustomFunctionDesk;
  /** Every request the browser made, with those that would have left the machine apart (they were cut). */
  readonly requests: { readonly all: string[]; readonly outside: string[] };
  /** Texts of the browser's console: errors, CSP violations. */
  readonly complaints: string[];
  /** Presses a button of the ribbon, by its FunctionName: see `RibbonDesk.press`. */
  press(name: string): Promise<number>;
  /** How often the page asked Excel to open the pane. */
  readonly shown: () => number;
  close(): Promise<void>;
}

export interface WebHostOptions {
  readonly locale?: string;
  /** The Excel to play, on the web where left out; the messages are those of Excel on the web in any case. */
  readonly excel?: ExcelProfile;
  /** Of the pane, in CSS pixels; Excel's default is 350 × 378 (rules/excel.md#pane). */
  readonly pane?: { readonly width: number; readonly height: number };
  readonly dark?: boolean;
  /** Answers requests to the CDN with failure: what happens when office.js is blocked. */
  readonly blockLibrary?: boolean;
  /** The address of the page around the pane; one of the add-in's own host where left out. */
  readonly hostUrl?: string;
  /** Files that come late, by the beginning of their name, and by how many milliseconds. */
  readonly late?: ReadonlyMap<string, number>;
}

/** Opens the page (https://localhost:…/taskpane.html) as a task pane of a workbook; rules/excel.md#web-seam. */
export const openInChromium = async (
  pageUrl: string,
  workbook = new HostWorkbook(),
  options: WebHostOptions = {},
): Promise<WebHost> => {
  const { locale = 'ja-JP', excel = web, pane = { width: 350, height: 378 } } = options;
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    // A page of the internet may not reach this computer without being asked; there is nobody to answer.
    args: ['--no-sandbox', '--headless=new', '--disable-features=LocalNetworkAccessChecks'],
  });
  const context = await browser.newContext({
    ignoreHTTPSErrors: true,
    locale,
    viewport: pane,
    colorScheme: options.dark === true ? 'dark' : 'light',
  });
  const desk = customFunctionDesk(workbook);
  let shown = 0;
  const showPane: Service = (method) => {
    if (method === 'SetAppRuntimeState') shown += 1;
  };
  const services = new Map([
    ['Microsoft.ExcelServices.CustomFunctions', desk.service],
    ['Microsoft.AppRuntime.AppRuntimeService', showPane],
  ]);
  const host = new ExcelHost(workbook, services, excel);
  const requests = { all: [] as string[], outside: [] as string[] };
  const complaints: string[] = [];
  const { hostUrl = new URL('/excel-on-the-web.html', pageUrl).href } = options;
  await routeRequests(context, hostUrl, hostPage(pageUrl, hostUrl, locale), requests, options);
  const page = await context.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  const conversation = webConversation(host, {
    locale,
    requirements: excel.requirements,
    post: (text) => {
      void page.evaluate((message) => {
        window.dispatchEvent(new CustomEvent('excel-says', { detail: message }));
      }, text);
    },
  });
  desk.connect(host);
  await page.exposeFunction('excelHears', (text: string) => conversation.answer(text));
  await page.goto(hostUrl);
  const frame = page.frames().find((one) => one !== page.mainFrame());
  if (frame === undefined) throw new Error('openInChromium: the pane did not open');
  return {
    page,
    frame,
    workbook,
    host,
    log: host.log,
    functions: desk,
    requests,
    complaints,
    press: (name) => conversation.press(name),
    shown: () => shown,
    close: () => browser.close(),
  };
};

const routeRequests = async (
  context: BrowserContext,
  hostUrl: string,
  hostHtml: string,
  requests: WebHost['requests'],
  { blockLibrary = false, late = new Map() }: WebHostOptions,
): Promise<void> => {
  await context.route('**/*', async (route) => {
    const url = route.request().url();
    requests.all.push(url);
    const name = new URL(url).pathname.split('/').at(-1) ?? '';
    const delay = [...late].find(([start]) => name.startsWith(start))?.[1] ?? 0;
    if (delay > 0) await new Promise((resolve) => setTimeout(resolve, delay));
    if (url === hostUrl) await route.fulfill({ contentType: 'text/html; charset=utf-8', body: hostHtml });
    else if (url.startsWith(libraryUrl)) {
      const file = join(libraryFolder, new URL(url).pathname.replace('/lib/1/hosted/', '').toLowerCase());
      if (blockLibrary || !existsSync(file)) await route.abort();
      else await route.fulfill({ contentType: 'text/javascript; charset=utf-8', body: readFileSync(file) });
    } else if (new URL(url).hostname === 'localhost' || url.startsWith('data:') || url.startsWith('blob:'))
      await route.continue();
    else {
      requests.outside.push(url);
      await route.abort();
    }
  });
};

/** The page around the pane: passes messages on, both ways, and knows nothing of them. */
const hostPage = (pageUrl: string, hostUrl: string, locale: string): string => {
  const source = addinUrl(pageUrl, new URL(hostUrl).origin, locale);
  return `<!doctype html><html lang="ja"><meta charset="utf-8"><title>Excel</title>
<style>html,body{margin:0;height:100%}iframe{border:0;width:100%;height:100%;display:block}</style>
<iframe title="pane" src="${source.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"></iframe>
<script>
const pane = document.querySelector('iframe');
const say = (text) => pane.contentWindow.postMessage(text, '*');
window.addEventListener('message', async ({ data, source }) => {
  if (source !== pane.contentWindow || typeof data !== 'string') return;
  for (const text of await window.excelHears(data)) say(text);
});
window.addEventListener('excel-says', ({ detail }) => say(detail));
</script></html>`;
};
