import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { describeWith } from '../builders/withProgram';
import { supportedExcels } from '../host/excelProfiles';
import { lessonRows } from '../builders/lessonRows';
import { HostWorkbook } from '../host/model/hostWorkbook';
import { openInChromium, type WebHost, type WebHostOptions } from '../host/web/openInChromium';
import { serveFolder, type FolderServer } from '../host/web/serveFolder';
import { opened, packed } from '../tools/release/archive';
import { releaseFiles } from '../tools/release/releaseFiles';

const root = join(__dirname, '../..');
const built = join(root, 'dist/addin');
/** As Excel on the web: another origin than the add-in's, of those that may frame it. */
const excelOnTheWeb = 'https://excel.officeapps.live.com/x/excel.aspx';

const builtFiles = (): ReadonlyMap<string, Uint8Array> =>
  new Map(
    readdirSync(built, { recursive: true, encoding: 'utf8' })
      .filter((path) => statSync(join(built, path)).isFile())
      .map((path) => [path, readFileSync(join(built, path))]),
  );

describeWith('chromium', 'openssl')(
  'a release, out of its archive, on a strict server of another origin than Excel',
  () => {
    let server: FolderServer;
    let web: WebHost;
    let installPage = '';
    let paths: readonly string[] = [];

    beforeAll(async () => {
      if (!existsSync(join(built, 'taskpane.html'))) throw new Error('release.e2e: run `npm run build` first');
      const asset = (name: string): string => readFileSync(join(root, 'assets/release', name), 'utf8');
      const archive = packed(
        releaseFiles({
          version: '0.1.0',
          baseUrl: 'https://addin.example.lg.jp/score',
          frameAncestors: [],
          site: builtFiles(),
          alone: new Map(),
          installPage: asset('install.html'),
          trustedCatalog: asset('trusted-catalog.reg'),
          sbom: '{}',
        }),
      );
      const { files, list } = opened(archive);
      paths = list.files.map(({ path }) => path);
      installPage = Buffer.from(files.get('install.html')!).toString('utf8');
      const headers = new Map(list.files.map((file) => [file.path, file.headers]));
      server = await serveFolder(new Map(paths.map((path) => [path, files.get(`site/${path}`)!])), (path) => {
        const known = headers.get(path);
        if (known === undefined) throw new Error(`release.e2e: ${path} is not in the list`);
        return known;
      });
    });
    afterEach(() => web.close());
    afterAll(() => server.close());

    const open = async (options: WebHostOptions = {}): Promise<void> => {
      const workbook = new HostWorkbook('回答');
      workbook.type('回答', lessonRows());
      web = await openInChromium(`${server.url}taskpane.html`, workbook, {
        pane: { width: 350, height: 700 },
        hostUrl: excelOnTheWeb,
        ...options,
      });
    };

    test.each(supportedExcels)(
      'in $name the pane has its style, 採点 is answered, nothing breaks the policy',
      async (excel) => {
        await open({ excel });
        await web.frame.locator('#primary-action').waitFor({ timeout: 30_000 });
        expect(await web.frame.evaluate(() => location.origin)).not.toBe(
          await web.page.evaluate(() => location.origin),
        );
        const overflow = await web.frame.evaluate(() => getComputedStyle(document.body).overflowY);
        expect(overflow).toBe('auto');
        expect(await web.press('score')).toBe(0);
        await web.frame.getByText('得点率').first().waitFor({ timeout: 30_000 });
        // Two style attributes of Microsoft's own excel-web-16.00.js are refused without harm (office-js #1687).
        expect(web.complaints.filter((text) => !text.startsWith('Applying inline style violates'))).toEqual([]);
        expect(web.complaints).toHaveLength(2);
        expect(web.requests.outside).toEqual([]);
      },
    );

    test('Excel’s own page reads functions.json and the icons, and nothing else', async () => {
      await open();
      const readable = async (path: string): Promise<boolean> =>
      web.page.evaluate((url) => fetch(url).then(({ ok }) => ok, () => false), `${server.url}${path}`); // prettier-ignore
      const answers = await Promise.all(paths.map(async (path) => [path, await readable(path)] as const));
      const read = answers.flatMap(([path, ok]) => (ok ? [path] : []));
      expect(read).toEqual(paths.filter((path) => /^(functions(-en)?\.json|icons\/.*)$/.test(path)));
      const functions = await web.page.evaluate(async (url) => {
        const metadata: unknown = await (await fetch(url)).json();
        return metadata;
      }, `${server.url}functions.json`);
      expect(functions).toEqual(JSON.parse(readFileSync(join(built, 'functions.json'), 'utf8')));
    });

    test('a stranger’s page may not frame the pane', async () => {
      await open({ hostUrl: 'https://stranger.example/page.html' });
      await web.frame.waitForURL(/^chrome-error:/, { timeout: 30_000, waitUntil: 'commit' });
      expect(await web.frame.locator('#pane').count()).toBe(0);
      expect(web.complaints.join()).toContain('frame-ancestors');
    });

    test('the pages of help open with their style and lead to one another', async () => {
      await open();
      const page = await web.page.context().newPage();
      const complaints: string[] = [];
      page.on('console', (message) => complaints.push(message.text()));
      await page.goto(`${server.url}help.html`);
      await page.getByRole('link', { name: '動かないとき' }).first().click();
      await page.getByRole('heading', { name: 'パネルが白い、何も出ない' }).waitFor();
      await page.getByRole('link', { name: '関数' }).first().click();
      await page.getByRole('heading', { name: 'NATIONALRANK' }).waitFor();
      expect(await page.evaluate(() => getComputedStyle(document.body).maxWidth)).not.toBe('none');
      expect(complaints).toEqual([]);
    });

    test('the page for the IT section is one sheet of A4', async () => {
      await open();
      const browser = await chromium.launch({
        executablePath: '/usr/bin/chromium',
        args: ['--no-sandbox', '--headless=new'],
      });
      const page = await browser.newPage();
      await page.setContent(installPage);
      const pdf = await page.pdf({ preferCSSPageSize: true });
      await browser.close();
      expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    });
  },
);
