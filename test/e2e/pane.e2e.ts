import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { answerForm } from '../builders/answerSheets';
import { describeWith } from '../builders/withProgram';
import { supportedExcels } from '../host/excelProfiles';
import { HostWorkbook } from '../host/model/hostWorkbook';
import { a1 } from '../../src/workbook';
import type { CustomFunctionDesk, FunctionResult } from '../host/customFunctionDesk';
import type { Recording } from '../../src/taskpane/record/recording';
import { replay } from '../host/replay';
import { openInChromium, type WebHost, type WebHostOptions } from '../host/web/openInChromium';
import { serveFolder, type FolderServer } from '../host/web/serveFolder';

const root = join(__dirname, '../..');
const built = ['dist/addin']
  .map((folder) => join(root, folder))
  .find((folder) => existsSync(join(folder, 'taskpane.html')));
const output = join(__dirname, '__output__');
/** Screens shown in the README, by their names there; `PICTURES=update` takes them anew (rules/README.md#pictures). */
const shown: ReadonlyMap<string, string> = new Map([
  ['3-problems', 'pane-problems'],
  ['6-done', 'pane-result'],
]);
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
/** Two style attributes that Microsoft's excel-web-16.00.js sets itself; blocking them changes nothing to be seen (office-js #1687). */
const ofTheLibrary = [
  'sha256-ICa0DhwZQJsOd/Rn0N8H6FdQ71GfNL+op2zhAQ+Y4mM=',
  'sha256-ZD0chCyBaNHl+4UwQHJIHGoYhKwMeyCXGgJTKW5/67E=',
];
/** What the browser complained of, without what the library does to itself. */
const ours = (complaints: readonly string[]): readonly string[] =>
  complaints.filter((text) => !ofTheLibrary.some((hash) => text.includes(`a hash ('${hash}')`)));

describeWith('chromium', 'openssl')('the pane as a person uses it, in Chromium over our Excel on the web', () => {
  let server: FolderServer;
  let web: WebHost;

  beforeAll(async () => {
    if (built === undefined)
      throw new Error('pane.e2e: run `npm run build` first: there is no built taskpane.html in dist/');
    mkdirSync(output, { recursive: true });
    server = await serveFolder(built);
  });
  afterEach(() => web.close());
  afterAll(async () => {
    await server.close();
  });

  /** Opens the pane of a workbook and waits until a person could use it. */
  const open = async (options: WebHostOptions = {}, workbook = new HostWorkbook('Sheet1')): Promise<void> => {
    const pane = { width: 350, height: 700, ...options.pane };
    web = await openInChromium(`${server.url}taskpane.html`, workbook, { ...options, pane });
    web.page.setDefaultTimeout(10_000);
    await button(options.locale === 'en-US' ? 'Score this table' : 'この表を採点').waitFor({ timeout: 20_000 });
    await web.frame.evaluate(() => {
      document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
        console.error(`CSP ${violatedDirective} ${blockedURI}`);
      });
    });
  };
  const button = (name: string | RegExp): Locator => web.frame.getByRole('button', { name }).first();
  const press = (name: string | RegExp): Promise<void> => button(name).click();
  const heading = (name: string): Promise<void> =>
    web.frame.getByRole('heading', { name }).first().waitFor({ timeout: 20_000 });
  const step = (name: RegExp): Promise<void> => web.frame.getByRole('navigation').getByRole('button', { name }).click();
  const idle = (): Promise<unknown> => web.frame.locator('main[aria-busy=false]').waitFor({ timeout: 20_000 });
  const openSample = async (): Promise<void> => {
    await press('見本を開く');
    await web.frame.getByText('見本のシートを開きました').waitFor({ timeout: 20_000 });
  };
  const upToResult = async (): Promise<void> => {
    await openSample();
    await press('この表を採点');
    await heading('読み取った表');
    await press('この読み方で採点');
    await heading('書き込む内容');
    await press('書き込む');
    await heading('採点結果');
    await idle();
  };

  /** A picture of the whole pane, and no violation found by axe: in one Excel, as what the page looks like hangs on none. */
  const look = async (name: string): Promise<void> => {
    if (web.host.excel.name !== 'web') return;
    const height = await web.frame.evaluate(() => document.documentElement.scrollHeight);
    const size = web.page.viewportSize();
    if (size !== null) await web.page.setViewportSize({ width: size.width, height: Math.max(500, height) });
    await web.page.screenshot({ path: join(output, `${name}.png`) });
    const picture = process.env['PICTURES'] === 'update' ? shown.get(name) : undefined;
    if (picture !== undefined && size !== null) {
      const clip = { x: 0, y: 0, width: size.width, height: Math.min(920, height) };
      await web.page.screenshot({ path: join(root, `assets/manual/pictures/${picture}.png`), clip });
    }
    if (size !== null) await web.page.setViewportSize(size);
    // The test's own channel is not bound by the page's policy, a script element would be.
    await web.frame.evaluate(`${axe};0`);
    const violations = await web.frame.evaluate(async () => {
      const { axe: tool } = window as unknown as {
        axe: { run(): Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }> };
      };
      return (await tool.run()).violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join(' | ')}`,
      );
    });
    expect({ [name]: violations }).toEqual({ [name]: [] });
  };

  describe.each(supportedExcels)('in $name', (excel) => {
    const openIn = (workbook?: HostWorkbook): Promise<void> => open({ excel }, workbook);

    test('from the first run to the written sheets, a refresh and 元に戻す', async () => {
      await openIn();
      await look('1-first-run');
      await openSample();
      await look('1-first-run-sample-opened');
      await press('この表を採点');
      await heading('読み取った表');
      await look('2-mapping');
      expect(await web.frame.getByText('福島県北塩原村').count()).toBeGreaterThan(0);

      // Correct the mapping as a person would: say what ◎ means, and leave the year to the workbook.
      await web.frame.getByRole('radio', { name: '該当（○）', exact: true }).check();
      await web.frame.getByText('「◎」（1 セル）は').waitFor();
      await web.frame.getByRole('combobox', { name: '回答の列' }).selectOption({ label: 'H 列：回答' });
      await look('2-mapping-corrected');

      await step(/確認/);
      await heading('確認する箇所');
      await look('3-problems');
      const jump = web.frame.getByRole('button', { name: /見本（回答）!H\d+ へ移動/ });
      await jump.first().focus();
      await web.page.keyboard.press('ArrowDown');
      await web.page.keyboard.press('ArrowUp');
      await web.page.keyboard.press('Enter');
      await web.page.waitForTimeout(500);
      const { sheet, range } = web.workbook.selection;
      expect([sheet.name, range.left]).toEqual(['見本（回答）', 7]);

      await step(/読み取り/);
      await press('この読み方で採点');
      await heading('書き込む内容');
      await look('4-preview');
      await press('書き込む');
      await heading('採点結果');
      await idle();
      await look('6-done');
      expect(web.workbook.sheets.map(({ name }) => name)).toEqual([
        'Sheet1',
        '見本（回答）',
        '得点',
        '指標別',
        '要確認',
        '読み取り',
        '検算',
        '処理記録',
      ]);

      // Mend an answer in Excel, refresh, and take the refresh back.
      const before = web.workbook.sheet('得点')?.cell(2, 0).value;
      web.workbook.type('見本（回答）', [['○']], { row: 12, column: 7 });
      await web.frame.getByText('セルが変更されました。').waitFor();
      await look('6-done-stale');
      await press('更新');
      await web.frame.getByText('セルが変更されました。').waitFor({ state: 'detached' });
      await idle();
      const after = web.workbook.sheet('得点')?.cell(2, 0).value;
      expect(after).not.toBe(before);
      await press('元に戻す');
      await web.frame.getByText('採点用のシートを、書き込む前の状態に戻しました。').waitFor();
      await look('7-restored');
      expect(web.workbook.sheet('得点')?.cell(2, 0).value).toBe(before);

      expect(web.log.unknown).toEqual([]);
      expect(web.requests.outside).toEqual([]);
      expect(ours(web.complaints)).toEqual([]);
    });

    test('cancelling between round trips leaves the workbook as it was', async () => {
      await openIn();
      await openSample();
      let release: () => void = () => undefined;
      web.host.beforeTrip = () =>
        new Promise((resolve) => {
          release = resolve;
        });
      await press('この表を採点');
      await button('中止').waitFor();
      await look('5-busy');
      await web.frame.getByText('セルを編集中のときは').first().waitFor({ timeout: 10_000 });
      await look('5-busy-waiting');
      await press('中止');
      web.host.beforeTrip = () => undefined;
      release();
      await web.frame.getByText('E-712').waitFor();
      await look('5-cancelled');
      expect(web.workbook.sheets.map(({ name }) => name)).toEqual(['Sheet1', '見本（回答）']);
      expect(ours(web.complaints)).toEqual([]);
    });

    test('a protected workbook is an error in four parts, and nothing is written', async () => {
      await openIn();
      await openSample();
      web.workbook.structureProtected = true;
      await press('この表を採点');
      await heading('読み取った表');
      await press('この読み方で採点');
      await web.frame.getByRole('alert').getByText('E-709').waitFor();
      await look('8-error-protected');
      expect(web.workbook.sheets.map(({ name }) => name)).toEqual(['Sheet1', '見本（回答）']);
    });

    test('where no printer is installed the sheets are written, and the pane says what is left to do', async () => {
      await open({ excel });
      web.workbook.hasPrinter = false;
      await upToResult();
      expect(web.workbook.sheet('得点')?.visibility).toBe('Visible');
      expect(await web.frame.getByText('E-752').count()).toBe(excel.habits.printsByPrinter ? 1 : 0);
    });

    test('a function over the form never takes an empty answer for ×', async () => {
      const workbook = new HostWorkbook('回答');
      const form = answerForm({
        year: 'R8',
        municipality: '天草市',
        prefecture: '熊本県',
        mark: ({ points }) => (points % 3 === 0 ? '×' : '○'),
      });
      workbook.type('回答', form.map((row) => row.map((value) => (value instanceof Date ? null : value)))); // prettier-ignore
      await openIn(workbook);
      const metadata: { readonly functions: CustomFunctionDesk['metadata'] } = JSON.parse(
        readFileSync(join(built ?? '', 'functions.json'), 'utf8'),
      );
      web.functions.metadata = metadata.functions;
      const [last, column] = [form.length - 1, (form.at(-1)?.length ?? 0) - 1];
      const score = (): Promise<FunctionResult> =>
        web.functions.call('SCORE', [{ range: `回答!A1:${a1(last, column)}` }, 'R8']);
      expect(await score()).toMatchObject({ kind: 'value' });
      workbook.type('回答', [['']], { row: last, column });
      expect(await score()).toMatchObject({ kind: 'error', error: '#N/A' });
    });

    test('an edited report is asked about before it is overwritten; the second run remembers the mapping', async () => {
      await openIn();
      await upToResult();
      web.workbook.type('得点', [['課長確認済み']], { row: 0, column: 0 });
      await press('更新');
      await heading('書き込む内容');
      await web.frame.getByText('前回の書き込み後に編集されています').first().waitFor();
      await look('4-preview-edited');
    });

    test('reports are chosen in the preview, refreshed from then on, and a figure tells where it comes from', async () => {
      await openIn();
      await openSample();
      await press('この表を採点');
      await heading('読み取った表');
      await press('この読み方で採点');
      await heading('書き込む内容');
      await idle();
      const box = (name: string): Locator => web.frame.getByRole('checkbox', { name });
      expect(await box('県内一覧').isDisabled()).toBe(true);
      await box('資料A').focus();
      await web.page.keyboard.press('Space');
      await web.page.keyboard.press('Tab');
      await web.page.keyboard.press('Space');
      await box('グラフ').check();
      await web.frame.getByText('書き込むシート：9 枚').waitFor();
      await idle();
      await look('4-preview-reports');
      await press('書き込む');
      await heading('採点結果');
      await idle();
      expect(web.workbook.sheets.slice(2, 5).map(({ name }) => name)).toEqual(['資料A', '資料B', 'グラフ']);

      await web.frame.getByRole('img', { name: /得点率を比べた/ }).waitFor();
      for (const summary of await web.frame.getByText('数値の表').all()) await summary.click();
      await look('6-charts');

      web.workbook.selection = {
        sheet: web.workbook.sheet('見本（回答）')!,
        range: { top: 0, left: 0, bottom: 0, right: 0 },
      };
      await step(/出所/);
      await press('選んだセルの出所を見る');
      await web.frame.getByText('このセルは採点が書いたものではありません').waitFor();
      await look('6-source-not-ours');
      web.workbook.selection = {
        sheet: web.workbook.sheet('グラフ')!,
        range: { top: 4, left: 2, bottom: 4, right: 2 },
      };
      await press('選んだセルの出所を見る');
      await web.frame.getByText('種類：公表された値').waitFor();
      await look('6-source');

      // The reports follow a mended answer without being chosen again.
      const printed = (): unknown => web.workbook.sheet('グラフ')?.cell(4, 1).value;
      const before = printed();
      web.workbook.type('見本（回答）', [['○']], { row: 12, column: 7 });
      await web.frame.getByText('セルが変更されました。').waitFor();
      await step(/結果/);
      await press('更新');
      await web.frame.getByText('セルが変更されました。').waitFor({ state: 'detached' });
      await idle();
      expect(printed()).not.toBe(before);
      expect(ours(web.complaints)).toEqual([]);
    });
  });

  test('a workbook without answers is refused with code, effect and cure', async () => {
    await open();
    await press('この表を採点');
    await heading('このままでは採点できません');
    await look('8-error-no-answers');
    expect(await web.frame.getByText(/^E-\d{3}/).count()).toBeGreaterThan(0);
  });

  test('a recording of what a person does in the seven steps replays on our host without a difference', async () => {
    web = await openInChromium(`${server.url}taskpane.html?record`, new HostWorkbook('Sheet1'));
    web.page.setDefaultTimeout(20_000);
    await upToResult();
    await press('更新');
    await idle();
    await press('元に戻す');
    await web.frame.getByText('採点用のシートを、書き込む前の状態に戻しました。').waitFor();
    await press('保存できないとき：文字で表示');
    const text = await web.frame.locator('textarea').inputValue();
    const saved = web.page.waitForEvent('download');
    await press('記録をファイルに保存');
    expect(readFileSync(await (await saved).path(), 'utf8')).toBe(text);
    expect(text).not.toMatch(/北塩原|福島|推進|得点|該当/);
    const recording: Recording = JSON.parse(text);
    expect(recording.excel).toEqual({
      platform: 'OfficeOnline',
      version: '16.0.0000.0000',
      locale: 'ja-JP',
      api: '1.21',
    });
    const { trips, differences } = await replay(recording, web.host.excel);
    expect(differences).toEqual([]);
    expect(trips).toBeGreaterThan(30);
    await look('10-recording');
    expect(ours(web.complaints)).toEqual([]);
  });

  test('all charts, in light, dark and forced colours', async () => {
    const workbook = new HostWorkbook('回答', '設定');
    const form = answerForm({
      year: 'R8',
      municipality: '天草市',
      prefecture: '熊本県',
      mark: ({ points }) => (points % 3 === 0 ? '×' : '○'),
    });
    const settings = [
      ['項目', '値', '単位'],
      ['内示額（推進）', 40_676, '千円'],
      ['内示額（支援）', 82_935, '千円'],
      ['前年度', 'R7'],
      ['前年度の金額（推進）', 45_195, '千円'],
      ['前年度の金額（支援）', 90_749, '千円'],
      ['前年度の得点（推進）', 310],
      ['前年度の得点（支援）', 308],
    ];
    workbook.type('回答', form.map((row) => row.map((value) => (value instanceof Date ? null : value)))); // prettier-ignore
    workbook.type('設定', settings);
    await open({}, workbook);
    await press('この表を採点');
    await heading('読み取った表');
    await step(/結果/);
    await web.frame.getByRole('img', { name: /市町村/ }).waitFor();
    expect(await web.frame.getByRole('img').count()).toBe(4);
    await look('6-all-charts');
    await web.page.emulateMedia({ colorScheme: 'dark' });
    await look('6-all-charts-dark');
    await web.page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
    await look('6-all-charts-forced');
  });

  test.each([
    ['dark', { dark: true }],
    ['320px', { pane: { width: 320, height: 700 } }],
  ] as const)('the pane in %s', async (name, options) => {
    await open(options);
    await look(`9-${name}-first-run`);
    await upToResult();
    await look(`9-${name}-done`);
    await step(/書き込み/);
    await press('書き込む内容を見る');
    await web.frame.getByRole('checkbox', { name: '資料A' }).waitFor();
    await idle();
    await look(`9-${name}-preview`);
    await step(/出所/);
    await press('選んだセルの出所を見る');
    await idle();
    await look(`9-${name}-source`);
    await step(/読み取り/);
    await look(`9-${name}-mapping`);
    await step(/確認/);
    await look(`9-${name}-problems`);
    expect(await web.frame.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  });

  test('the pane in forced colours', async () => {
    await open();
    await web.page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
    await look('9-forced-first-run');
    await upToResult();
    await look('9-forced-done');
    await step(/確認/);
    await look('9-forced-problems');
  });

  test('custom functions calculate with what is loaded at their first call', async () => {
    const workbook = new HostWorkbook('回答');
    const mark = ({ id }: { readonly id: string }): string => (id.endsWith('a') ? '×' : '○');
    workbook.type('回答', answerForm({ year: 'R8', municipality: '架空市', mark }) as never);
    await open({}, workbook);
    const described: { readonly functions: WebHost['functions']['metadata'] } = JSON.parse(
      readFileSync(join(built ?? '', 'functions.json'), 'utf8'),
    );
    web.functions.metadata = described.functions;
    const calls = await web.functions.callAll([
      { id: 'MAXPOINTS', args: ['R8'] },
      { id: 'SCORE', args: [{ range: '回答!A1:L330' }, 'R8'] },
      { id: 'MAXPOINTS', args: ['R29'] },
    ]);
    expect(calls).toEqual([
      { kind: 'value', value: 800 },
      { kind: 'value', value: expect.any(Number) },
      { kind: 'error', error: '#N/A', message: expect.stringContaining('R29') },
    ]);
    expect(ours(web.complaints)).toEqual([]);
  });

  test('the pane in English', async () => {
    await open({ locale: 'en-US' });
    await look('9-english-first-run');
    await press('Open the sample');
    await press('Score this table');
    await heading('The table as it was read');
    await look('9-english-mapping');
    expect(await web.frame.evaluate(() => document.documentElement.lang)).toBe('en');
  });

  test('without office.js the page says so, with a code and a cure', async () => {
    web = await openInChromium(`${server.url}taskpane.html`, new HostWorkbook('Sheet1'), {
      blockLibrary: true,
      pane: { width: 350, height: 600 },
    });
    await web.frame.getByText('コード：E-740').waitFor({ timeout: 12_000 });
    await web.page.screenshot({ path: join(output, '8-error-no-office.png') });
    expect(web.requests.outside).toEqual([]);
  });
});
