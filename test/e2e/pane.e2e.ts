import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { answerForm } from '../builders/answerSheets';
import { lessonRows } from '../builders/lessonRows';
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
  ['1-opening', 'pane-opening'],
  ['2-result-whole', 'pane-result'],
  ['3-check', 'pane-check'],
  ['3-check-decided', 'pane-check-decided'],
  ['4-written', 'pane-written'],
  ['4-changed', 'pane-changed'],
  ['6-papers', 'pane-papers'],
  ['6-money', 'pane-money'],
  ['7-plan-goal', 'pane-plan'],
  ['1-empty', 'pane-empty'],
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

/** The sample of the pane, as a workbook of the user's. */
const withAnswers = (): HostWorkbook => {
  const workbook = new HostWorkbook('回答');
  workbook.type('回答', lessonRows());
  return workbook;
};

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
  const open = async (options: WebHostOptions = {}, workbook = withAnswers()): Promise<void> => {
    const pane = { width: 350, height: 378, ...options.pane };
    web = await openInChromium(`${server.url}taskpane.html`, workbook, { ...options, pane });
    web.page.setDefaultTimeout(10_000);
    // The workbook was looked at: something was found in it, or nothing, or its result stands there.
    await text(/見つかり|得点率|採点できません|Found|points/).waitFor({ timeout: 20_000 });
    await idle();
    await web.frame.evaluate(() => {
      document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
        console.error(`CSP ${violatedDirective} ${blockedURI}`);
      });
    });
  };
  const button = (name: string | RegExp): Locator => web.frame.getByRole('button', { name }).first();
  const press = (name: string | RegExp): Promise<void> => button(name).click();
  const tab = async (name: RegExp): Promise<void> => {
    await web.frame.getByRole('navigation').getByRole('button', { name }).click();
    await idle();
  };
  const idle = (): Promise<unknown> => web.frame.locator('main[aria-busy=false]').waitFor({ timeout: 20_000 });
  const until = async (isSo: () => boolean): Promise<void> => {
    for (let waited = 0; !isSo(); waited += 50) {
      if (waited > 20_000) throw new Error('until: 20 s');
      await web.page.waitForTimeout(50);
    }
  };
  const text = (words: string | RegExp): Locator => web.frame.getByText(words).first();
  const page = async (name: string): Promise<void> => {
    await press('その他');
    await press(name);
    await idle();
  };
  const written = async (): Promise<void> => {
    await press('採点する');
    await text('得点率').waitFor();
    await press('シートに書き込む');
    await text(/^書き込みました：/).waitFor({ timeout: 20_000 });
    await idle();
  };

  /** The primary action, and whatever the pane has to say, lie inside the pane as it is, under nothing else; nothing is cut off at its side. */
  const expectInSight = async (state: string): Promise<void> => {
    const { cut, wide } = await web.frame.evaluate(() => {
      // Enlarged to 200 % there is room for the action alone.
      const said = ['[role=alert] > *', '[role=status] > div', 'section [role=progressbar]'];
      const parts = ['#primary-action', ...(window.innerHeight < 240 ? [] : said)];
      const outside = parts.flatMap((selector) =>
        [...document.querySelectorAll(selector)]
          .filter((part) => part.getBoundingClientRect().width > 1 && part.closest('main') === null)
          .filter((part) => {
            const { top, bottom, left, right } = part.getBoundingClientRect();
            return top < 0 || left < 0 || bottom > window.innerHeight + 0.5 || right > window.innerWidth + 0.5;
          })
          .map((part) => `${selector} ${part.textContent}`),
      );
      const primary = document.querySelector('#primary-action');
      const box = primary?.getBoundingClientRect();
      for (const share of box === undefined ? [] : [0.1, 0.5, 0.9]) {
        const above = document.elementFromPoint(box!.left + share * box!.width, box!.top + share * box!.height);
        if (primary?.contains(above) !== true) outside.push(`#primary-action under ${above?.outerHTML.slice(0, 100)}`);
      }
      const over = [...document.querySelectorAll('main *')].filter(
        (part) => part.getBoundingClientRect().right > window.innerWidth + 0.5,
      );
      const main = document.querySelector('main');
      const scrolls =
        document.documentElement.scrollWidth > window.innerWidth ||
        (main !== null && main.scrollWidth > main.clientWidth);
      return { cut: outside, wide: scrolls ? over.map((part) => part.outerHTML.slice(0, 200)) : [] };
    });
    expect({ state, cut, wide }).toEqual({ state, cut: [], wide: [] });
  };

  /** A picture of the pane as a person sees it, everything in sight, and no violation found by axe: in one Excel, as what the page looks like hangs on none. */
  const look = async (name: string, inSight = true): Promise<void> => {
    // Buttons that have just become possible take their colour by and by.
    await web.page.waitForTimeout(250);
    if (inSight) await expectInSight(name);
    if (web.host.excel.name !== 'web') return;
    await web.page.screenshot({ path: join(output, `${name}.png`) });
    const picture = process.env['PICTURES'] === 'update' ? shown.get(name) : undefined;
    if (picture !== undefined) await web.page.screenshot({ path: join(root, `assets/manual/pictures/${picture}.png`) });
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

    test('from an own workbook to written sheets in two presses, a mended answer, and 元に戻す', async () => {
      await openIn();
      await text('令和6年度・北塩原村の回答が見つかりました（264件）').waitFor();
      await look('1-opening');
      await press('採点する');
      await text('291～300点').waitFor();
      await look('2-result');

      await tab(/確認/);
      await look('3-check');
      const jump = web.frame.getByRole('button', { name: /回答!H\d+ へ移動/ });
      await jump.first().focus();
      await web.page.keyboard.press('ArrowDown');
      await web.page.keyboard.press('ArrowUp');
      await web.page.keyboard.press('Enter');
      await web.page.waitForTimeout(500);
      const { sheet, range } = web.workbook.selection;
      expect([sheet.name, range.left]).toEqual(['回答', 7]);
      await press('回答!H9 を○とみなす');
      await text('残り2件・配点5点').waitFor();
      await text('確認済み 1件').click();
      await look('3-check-decided');

      await press('シートに書き込む');
      await text(/^書き込みました：/).waitFor({ timeout: 20_000 });
      await idle();
      await look('4-written');
      expect(web.workbook.sheets.map(({ name }) => name)).toEqual([
        '回答',
        '概況',
        '得点',
        '指標別',
        '要確認',
        '読み取り',
        '検算',
        '処理記録',
        '判定',
      ]);
      expect(web.workbook.sheet('回答')?.cell(8, 7).value).toBe('◎');
      const total = (): unknown => web.workbook.sheet('得点')?.cell(2, 0).value;
      const before = total();
      expect(String(before)).toContain('295～300点');

      // Mend an answer in Excel: the pane says so, reads it again by itself, and writes what is now so.
      web.workbook.type('回答', [['○']], { row: 12, column: 7 });
      await text('採点後に回答が変更されました。').waitFor();
      await look('4-changed');
      await text('採点後に回答が変更されました。').waitFor({ state: 'detached', timeout: 20_000 });
      await press('シートに書き込む');
      await text(/^書き込みました：/).waitFor({ timeout: 20_000 });
      expect(total()).not.toBe(before);
      await press('元に戻す');
      await text('書き込む前の状態に戻しました。').waitFor();
      await look('4-restored');
      expect(total()).toBe(before);

      expect(web.log.unknown).toEqual([]);
      expect(web.requests.outside).toEqual([]);
      expect(ours(web.complaints)).toEqual([]);
    });

    test('cancelling between round trips leaves the workbook as it was', async () => {
      await openIn();
      let release: () => void = () => undefined;
      web.host.beforeTrip = () =>
        new Promise((resolve) => {
          release = resolve;
        });
      await press('その他');
      await press('採点し直す');
      await button('中止').waitFor();
      await look('5-busy');
      await web.frame.getByText('セルを編集中のときは').first().waitFor({ timeout: 10_000 });
      await look('5-busy-waiting');
      await press('中止');
      web.host.beforeTrip = () => undefined;
      release();
      await web.frame.getByText('E-712').waitFor();
      await look('5-cancelled');
      expect(web.workbook.sheets.map(({ name }) => name)).toEqual(['回答']);
      expect(ours(web.complaints)).toEqual([]);
    });

    test('a protected workbook is an error in sight, in four parts, and nothing is written', async () => {
      await openIn();
      await press('採点する');
      web.workbook.structureProtected = true;
      await press('シートに書き込む');
      await web.frame.getByRole('alert').getByText('E-709').waitFor();
      await look('8-error-protected');
      expect(web.workbook.sheets.map(({ name }) => name)).toEqual(['回答']);
    });

    test('where no printer is installed the sheets are written, and the pane says what is left to do', async () => {
      await openIn();
      web.workbook.hasPrinter = false;
      await press('採点する');
      await press('シートに書き込む');
      await until(() => web.workbook.sheet('処理記録')?.visibility === 'Visible');
      await idle();
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

    test('values changed by hand are asked about before they are overwritten', async () => {
      await openIn();
      await written();
      web.workbook.type('得点', [['課長確認済み']], { row: 0, column: 0 });
      await press('シートに書き込む');
      await text(/手で変更された値があります。書き込むと上書きします/).waitFor();
      await look('4-edited');
      expect(web.workbook.sheet('得点')?.cell(0, 0).value).toBe('課長確認済み');
      await press('上書きして書き込む');
      await text(/^書き込みました：.*得点/).waitFor({ timeout: 20_000 });
      expect(web.workbook.sheet('得点')?.cell(0, 0).value).not.toBe('課長確認済み');
    });

    test('papers are chosen, refreshed from then on, and a figure tells where it comes from', async () => {
      await openIn();
      await press('採点する');
      await tab(/資料/);
      const box = (name: string | RegExp): Locator => web.frame.getByRole('checkbox', { name });
      await text('未作成').waitFor();
      await look('6-papers');
      expect(await box('県内一覧').isDisabled()).toBe(true);
      await box(/資料A/).focus();
      await web.page.keyboard.press('Space');
      await box(/資料B/).check();
      await box('グラフ').check();
      await text(/^変更の内訳（10シート/).waitFor();
      await idle();
      await press('シートに書き込む');
      await text(/^書き込みました：/).waitFor({ timeout: 20_000 });
      expect(web.workbook.sheets.map(({ name }) => name)).toEqual(
        expect.arrayContaining(['概況', '資料A', '資料B', 'グラフ']),
      );
      await text('最新').waitFor();
      await look('6-papers-written');

      web.workbook.selection = { sheet: web.workbook.sheet('回答')!, range: { top: 0, left: 0, bottom: 0, right: 0 } };
      await page('数値の根拠');
      await press('選択したセルの根拠を見る');
      await text('このセルは採点で書き込んだものではありません').waitFor();
      web.workbook.selection = {
        sheet: web.workbook.sheet('グラフ')!,
        range: { top: 4, left: 2, bottom: 4, right: 2 },
      };
      await press('選択したセルの根拠を見る');
      await text('種類：公表された値').waitFor();
      await look('6-source');

      // The reports follow a mended answer without being chosen again.
      const printed = (): unknown => web.workbook.sheet('グラフ')?.cell(4, 1).value;
      const before = printed();
      await tab(/結果/);
      web.workbook.type('回答', [['○']], { row: 12, column: 7 });
      await text('採点後に回答が変更されました。').waitFor();
      await text('採点後に回答が変更されました。').waitFor({ state: 'detached', timeout: 20_000 });
      await press('シートに書き込む');
      await text(/^書き込みました：/).waitFor({ timeout: 20_000 });
      expect(printed()).not.toBe(before);
      expect(ours(web.complaints)).toEqual([]);
    });
  });

  test('a workbook that was scored shows its result without a press, on the tab of last time', async () => {
    await open();
    await written();
    await tab(/もしも/);
    await web.frame.getByRole('checkbox').first().check();
    const { workbook } = web;
    await web.frame.evaluate(() => {
      window.location.reload();
    });
    await web.page.waitForTimeout(1500);
    await text('取れていない枝番').waitFor({ timeout: 20_000 });
    await look('7-plan-reopened');
    // What was on trial, and the way back, are there too.
    expect(await web.frame.getByRole('checkbox').first().isChecked()).toBe(true);
    await press('その他');
    expect(await button('元に戻す').getAttribute('aria-disabled')).not.toBe('true');
    expect(workbook.sheets.map(({ name }) => name)).toContain('得点');
    expect(await text('最新').count()).toBe(1);
    // The way back of the session before is a way back, not a button.
    await look('0-more');
    await press('元に戻す');
    await text('書き込む前の状態に戻しました。').waitFor({ timeout: 20_000 });
    expect(workbook.sheets.map(({ name }) => name)).toEqual(['回答']);
    await look('0-restored');
  });

  test('an empty workbook gets a blank form, or the sample as a workbook of its own', async () => {
    await open({}, new HostWorkbook('Sheet1'));
    await text('このブックに評価指標の回答は見つかりませんでした').waitFor();
    await look('1-empty');
    await press('見本を開く');
    await text('見本のブックを開きました').waitFor();
    await look('1-sample-opened');
    expect([web.workbook.opened.length, web.workbook.sheets.length]).toEqual([1, 1]);
    await press('白紙の回答票を追加');
    await text('白紙の回答票を追加しました').waitFor({ timeout: 20_000 });
    await look('1-form-added');
    expect(web.workbook.sheets.map(({ name }) => name)).toEqual(['Sheet1', '設定', '回答']);
    expect(ours(web.complaints)).toEqual([]);
  });

  test('several municipalities: a table with doubts and amounts, as it was left after another tab', async () => {
    const workbook = new HostWorkbook('天草市', '八王子市');
    for (const [municipality, prefecture] of [
      ['天草市', '熊本県'],
      ['八王子市', '東京都'],
    ] as const) {
      let doubts = 0;
      const mark = (): string => ((doubts += 1) <= 3 ? '△' : '○');
      workbook.type(municipality, answerForm({ year: 'R7', municipality, prefecture, mark }) as never);
    }
    await open({}, workbook);
    await press('採点する');
    await text('2市町村').waitFor();
    await look('2-towns');
    await press('確認の順に並べ替え');
    await web.frame.getByRole('searchbox').fill('八王子');
    await text('1件').waitFor();
    await tab(/資料/);
    await tab(/結果/);
    expect(await web.frame.getByRole('searchbox').inputValue()).toBe('八王子');
    expect(await button('確認の順に並べ替え').getAttribute('aria-pressed')).toBe('true');
    await press('シートに書き込む');
    await text(/^書き込みました：/).waitFor({ timeout: 20_000 });
    await look('2-towns-written');
    expect(ours(web.complaints)).toEqual([]);
  });

  test('several alike are one decision with its yen; one that counts no more is told in full; two years ask which', async () => {
    const workbook = new HostWorkbook('回答', '設定');
    let answers = 0;
    const mark = (): string => ((answers += 1) <= 26 ? '△' : '○');
    workbook.type('回答', answerForm({ year: 'R8', municipality: '八王子市', prefecture: '東京都', mark }) as never);
    workbook.type('設定', [['項目', '値'], ['第1号被保険者数', 158_000]]); // prettier-ignore
    await open({}, workbook);
    await press('採点する');
    await tab(/確認/);
    await text(/^「△」　26件/).waitFor();
    await text(/^約[\d億万円]+～?$/).waitFor();
    await look('3-check-fold');
    await press(/^1件ずつ見る/);
    // Which indicator a cell answers stands there whole, in as many lines as it takes.
    const names = web.frame.locator('main li li span:has-text("推進Ⅰ体制")');
    expect(await names.count()).toBeGreaterThan(5);
    expect(await names.evaluateAll((all) => all.filter((one) => one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 0).map((one) => one.textContent))).toEqual([]); // prettier-ignore
    await look('3-check-fold-open');
    await press('26件すべてを×とみなす');
    await text('確認済み 26件').waitFor();
    workbook.type('回答', [['◎']], { row: 9, column: 7 });
    await press('採点し直す');
    await idle();
    await button('詳しく 回答!H10').click();
    await look('3-check-void');

    workbook.addSheet('回答R7');
    workbook.type('回答R7', answerForm({ year: 'R6', municipality: '八王子市', mark: () => '○' }) as never);
    await page('採点し直す');
    await button('年度・シートを選ぶ').waitFor();
    await look('1-two-years');
    await press('年度・シートを選ぶ');
    await web.frame.getByRole('combobox', { name: '年度' }).selectOption('R8');
    await button('この内容で採点').waitFor();
    await look('1-two-years-chosen');
  });

  test('100 decisions that do not fold are 100 rows of two lines, within 6,000 px', async () => {
    const workbook = new HostWorkbook('回答');
    let answers = 0;
    const mark = (): string => ((answers += 1) <= 120 ? `○（資料${String(answers)}を確認）` : '○');
    workbook.type('回答', answerForm({ year: 'R8', municipality: '八王子市', mark }) as never);
    await open({}, workbook);
    await press('その他');
    await press('採点し直す');
    await idle();
    await tab(/確認/);
    const { rows, height } = await web.frame.evaluate(() => ({
      rows: document.querySelectorAll('main ul > li').length,
      height: document.querySelector('main')?.scrollHeight ?? 0,
    }));
    expect(rows).toBe(100);
    expect(height).toBeLessThanOrEqual(6000);
  });

  test('もしも: a tick and a goal move points and rank, two plans stand side by side, and the plan is kept on a sheet', async () => {
    await open();
    await press('採点する');
    await tab(/もしも/);
    await look('7-plan');
    await web.frame.getByRole('checkbox').first().check();
    await text(/^291～300点 → /).waitFor();
    await press('案Aとして覚える');
    await web.frame.getByRole('textbox', { name: '目標' }).fill('＋30点');
    await press('案を求める');
    await text(/^\d+件を選んだ場合/).waitFor();
    await look('7-plan-goal');
    await press('案をシートに残す');
    await text(/^書き込みました：.*取組案/).waitFor({ timeout: 20_000 });
    expect(web.workbook.sheets.map(({ name }) => name)).toContain('取組案');
    await idle();
    await text(/^シートの案：/).waitFor();
    await look('7-plan-kept');
    expect(ours(web.complaints)).toEqual([]);
  });

  test('変更の内訳 names what is written, from which total to which, before anything is', async () => {
    await open();
    await written();
    web.workbook.type('回答', [['×']], { row: 12, column: 7 });
    web.workbook.type('得点', [['手書き']], { row: 4, column: 0 });
    await tab(/資料/);
    await text('採点後に回答が変更されました。').waitFor();
    await press('採点し直す');
    await text(/^変更の内訳（/).waitFor({ timeout: 20_000 });
    await text(/^変更の内訳（/).click();
    await text(/手で変更された値があります（A5/).waitFor();
    await text(/^総得点 291～300 → /).waitFor();
    await look('6-changes');
  });

  test('a function goes into the selected cell where nothing stands, and out again', async () => {
    await open();
    await press('採点する');
    const select = (row: number, column: number): void => {
      web.workbook.selection = { sheet: web.workbook.sheet('回答')!, range: { top: row, left: column, bottom: row, right: column } }; // prettier-ignore
    };
    await page('関数の挿入');
    await look('8-functions');
    select(8, 7);
    await press('選択したセルに入れる');
    await web.frame.getByText('E-759').waitFor();
    await look('8-function-refused');
    select(1, 11);
    await web.frame.getByRole('combobox', { name: '区分' }).selectOption('P');
    await press('選択したセルに入れる');
    await text('回答!L2 に関数を入れました。').waitFor();
    await look('8-function-inserted');
    expect(web.workbook.sheet('回答')?.cell(1, 11).formula).toBe(`=INCENTIVE.SCORE('回答'!A8:H272,"R6","P")`);
    await press('元に戻す');
    await text('関数を入れる前の状態に戻しました。').waitFor();
    expect(web.workbook.sheet('回答')?.cell(1, 11).formula).toBeUndefined();
    expect(ours(web.complaints)).toEqual([]);
  });

  test('amounts are entered in the pane, stand on the sheet 設定, and move the result', async () => {
    await open();
    await press('採点する');
    await page('金額の入力');
    await web.frame.getByRole('textbox', { name: '第1号被保険者数' }).fill('1200');
    await web.frame.getByRole('textbox', { name: '内示額（推進・通常枠）' }).fill('2,345');
    await press('事業を追加');
    await web.frame.getByRole('textbox', { name: '事業名' }).fill('通いの場の支援');
    await web.frame.getByRole('textbox', { name: '金額', exact: true }).fill('2,000');
    await text('：計2,000千円／内示額2,345千円（未充当345千円）').waitFor();
    await look('6-money');
    // What is typed is still there after a look at another tab.
    await tab(/資料/);
    await page('金額の入力');
    await text('：計2,000千円／内示額2,345千円（未充当345千円）').waitFor();
    await press('設定シートに書き込む');
    await until(() => web.workbook.sheet('設定') !== undefined);
    await idle();
    await tab(/結果/);
    await text(/^交付見込額（/).waitFor({ timeout: 20_000 });
    await look('2-result-money');
    expect(
      web.workbook
        .sheet('設定')
        ?.rows.flat()
        .map((cell) => cell?.value),
    ).toEqual(expect.arrayContaining(['通いの場の支援', 2000]));
  });

  test('Tab, as office.js takes it over in Excel on the web, goes from the arrival to the last control of every screen', async () => {
    await open();
    await press('採点する');
    await text('291～300点').waitFor();
    /** Presses Tab until the last control; each of them has a focus to be seen, within the pane. */
    const reached = async (back = false): Promise<readonly string[]> => {
      const seen: string[] = [];
      const unseen: string[] = [];
      for (let at = 0; at < 400; at += 1) {
        await web.page.keyboard.press(back ? 'Shift+Tab' : 'Tab');
        const now = await web.frame.evaluate(() => {
          const { activeElement: here } = document;
          if (here === null || here === document.body) return undefined;
          const { top, bottom, left, right, height } = here.getBoundingClientRect();
          const isInside =
            bottom > 0 && top < innerHeight && right > 0 && left < innerWidth && (height > innerHeight / 2 || (top > -1 && bottom < innerHeight + 1)); // prettier-ignore
          return {
            name: (here.getAttribute('aria-label') ?? here.textContent) || here.outerHTML,
            isSeen: isInside && here.matches(':focus-visible'),
          };
        });
        if (now === undefined) break;
        seen.push(now.name);
        if (!now.isSeen) unseen.push(now.name);
        if (now.name === (back ? '結果' : 'その他') || now.name === '戻る') break;
      }
      expect(unseen).toEqual([]);
      return seen;
    };
    for (const name of [/結果/, /確認/, /資料/, /もしも/]) {
      await tab(name);
      await web.frame.getByRole('navigation').getByRole('button', { name }).focus();
      expect((await reached()).at(-1)).toBe('その他');
    }
    // And back again, to where one came from.
    expect((await reached(true)).at(-1)).toBe('結果');
    // The pane opens a screen by itself: from its heading Tab goes on.
    for (const name of ['読み取りの変更', '金額の入力', '数値の根拠', '関数の挿入']) {
      await page(name);
      expect((await reached()).at(-1)).toBe('その他');
    }
    await press('その他');
    expect((await reached()).at(-1)).toBe('戻る');
    // A message that is closed gives the focus to what comes next.
    await press('数値の根拠');
    await press('選択したセルの根拠を見る');
    web.workbook.structureProtected = true;
    await tab(/結果/);
    await press('シートに書き込む');
    await web.frame.getByRole('alert').getByText('E-709').waitFor();
    await button('閉じる').focus();
    await web.page.keyboard.press('Enter');
    expect(await web.frame.evaluate(() => document.activeElement?.id)).toBe('primary-action');
  });

  test.each([
    ['dark', { dark: true }],
    ['320px', { pane: { width: 320, height: 378 } }],
    // 350 px enlarged to 200 %.
    ['175px', { pane: { width: 175, height: 189 } }],
  ] as const)('the pane in %s', async (name, options) => {
    await open(options);
    await look(`9-${name}-opening`);
    await written();
    await look(`9-${name}-written`);
    for (const [key, of] of [
      ['result', /結果/],
      ['check', /確認/],
      ['papers', /資料/],
      ['plan', /もしも/],
    ] as const) {
      await tab(of);
      await look(`9-${name}-${key}`);
    }
    for (const [key, of] of [
      ['reading', '読み取りの変更'],
      ['money', '金額の入力'],
      ['functions', '関数の挿入'],
      ['source', '数値の根拠'],
    ] as const) {
      await page(of);
      if (key === 'money') await press('事業を追加');
      await look(`9-${name}-${key}`);
    }
  });

  test('the pane in forced colours', async () => {
    await open();
    await web.page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
    await look('9-forced-opening');
    await written();
    await look('9-forced-written');
    for (const [key, of] of [
      ['result', /結果/],
      ['check', /確認/],
      ['papers', /資料/],
      ['plan', /もしも/],
    ] as const) {
      await tab(of);
      await look(`9-forced-${key}`);
    }
    for (const [key, of] of [
      ['money', '金額の入力'],
      ['functions', '関数の挿入'],
    ] as const) {
      await page(of);
      await look(`9-forced-${key}`);
    }
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
    await press('採点する');
    await text('交付見込額（内示額）').waitFor();
    await look('2-result-whole');
    await press('グラフを表示');
    await web.frame.getByRole('img', { name: /得点率を比べた/ }).waitFor();
    // The four charts, and the distribution behind the points.
    expect(await web.frame.getByRole('img').count()).toBe(5);
    for (const summary of await web.frame.getByText('数値の表').all()) await summary.click();
    await look('6-all-charts');
    await web.page.emulateMedia({ colorScheme: 'dark' });
    await look('6-all-charts-dark');
    await web.page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
    await look('6-all-charts-forced');
  });

  test('a recording of what a person does in the seven steps replays on our host without a difference', async () => {
    web = await openInChromium(`${server.url}taskpane.html?record`, new HostWorkbook('Sheet1'));
    web.page.setDefaultTimeout(20_000);
    await web.frame
      .getByText(/見つかり/)
      .first()
      .waitFor();
    await idle();
    await press('白紙の回答票を追加');
    await web.frame.getByText('白紙の回答票を追加しました').waitFor();
    await press('採点する');
    await press('シートに書き込む');
    await web.frame.getByText(/^書き込みました：/).waitFor();
    await idle();
    await page('採点し直す');
    await press('元に戻す');
    await web.frame.getByText('書き込む前の状態に戻しました。').waitFor();
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
    // The strip of the recorder stands above the pane, which is as high as ever.
    await look('10-recording', false);
    expect(ours(web.complaints)).toEqual([]);
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
      { kind: 'error', error: '#N/A', message: expect.stringContaining('令和29年度') },
    ]);
    expect(ours(web.complaints)).toEqual([]);
  });

  test('the pane in English says what is Japanese in Japanese', async () => {
    await open({ locale: 'en-US' });
    await look('9-english-opening');
    await press('Score');
    await text('291 to 300 points').waitFor();
    await look('9-english-result');
    expect(await web.frame.evaluate(() => document.documentElement.lang)).toBe('en');
    for (const [key, of] of [
      ['check', 'Check'],
      ['papers', 'Papers'],
      ['plan', 'What if'],
    ] as const) {
      await tab(new RegExp(of));
      await look(`9-english-${key}`);
    }
    for (const [key, of] of [
      ['money', 'Enter amounts'],
      ['functions', 'Insert a function'],
    ] as const) {
      await press('More');
      await press(of);
      await idle();
      await look(`9-english-${key}`);
    }
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
