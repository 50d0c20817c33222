import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answerForm } from '../builders/answerSheets';
import { describeWith } from '../builders/withProgram';
import { excelXlsx } from '../bench/excelXlsx';
import { foundByAxe, waysToSee } from './axe';
import { needsOnePage, openOnePage, type WorkbenchOptions, type WorkbenchPage } from './workbenchPage';

const output = join(__dirname, '__output__');
/** Pictures of the manual; `PICTURES=update` takes them anew (rules/README.md#pictures). */
const picture = (name: string): string =>
  join(process.env['PICTURES'] === 'update' ? join(__dirname, '../../assets/manual/pictures') : output, `${name}.png`);
/** A folder of three municipalities, and what else lies about in one. */
const towns = [
  ['02-会津若松市.xlsx', '会津若松市'],
  ['03-喜多方市.xlsx', '喜多方市'],
  ['01-北塩原村.xlsx', '北塩原村'],
] as const;

const formOf = (municipality: string, nth: number): Uint8Array => {
  let at = nth;
  const mark = (): string => ((at += 1) % (nth + 3) === 0 ? '×' : '○');
  const grid = answerForm({ year: 'R8', municipality, prefecture: '福島県', mark });
  return excelXlsx({ name: '回答', grid, merges: [] });
};

describeWith('chromium')('the views of the page without Excel', () => {
  let bench: WorkbenchPage;
  const folder = mkdtempSync(join(tmpdir(), '福島県-'));
  beforeAll(() => {
    needsOnePage('workbenchViews.e2e');
    mkdirSync(output, { recursive: true });
    for (const [at, [name, municipality]] of towns.entries())
      writeFileSync(join(folder, name), formOf(municipality, at));
    writeFileSync(join(folder, '04-湯川村.xlsx'), formOf('湯川村', 4).subarray(0, 9_000));
    writeFileSync(join(folder, '~$01-北塩原村.xlsx'), 'lock');
    writeFileSync(join(folder, '送付文.docx'), 'PK');
  });
  afterEach(() => bench.close());
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });
  const opened = async (options: WorkbenchOptions = {}): Promise<WorkbenchPage> => {
    bench = await openOnePage(options);
    return bench;
  };

  test.each(waysToSee)('axe finds nothing in 図・印刷: %s', async (name, options) => {
    const { page, press } = await opened(options);
    await press(/見本を開く|Open the sample/);
    await page
      .getByText(/得点率|points/)
      .first()
      .waitFor();
    await press(/図・印刷|Charts and print/);
    await page.locator('.paper').first().waitFor();
    const choice = page.getByRole('combobox', { name: /シート|Sheets/ });
    const names = await choice.locator('option').allInnerTexts();
    for (const sheet of ['得点', 'グラフ', '資料A', '検算']) {
      expect(names).toContain(sheet);
      await choice.selectOption({ label: sheet });
      await page.locator(`main[aria-label=${sheet}] .paper`).first().waitFor();
      await page.screenshot({ path: join(output, `papers-${name}-${sheet}.png`) });
      expect([sheet, await foundByAxe(page)]).toEqual([sheet, []]);
    }
    if (name === '1024') {
      await choice.selectOption({ label: 'グラフ' });
      await page.locator('.model-chart svg').first().waitFor();
      await page.screenshot({ path: picture('workbench-print') });
    }
    expect(bench.complaints).toEqual([]);
  });

  test('a folder becomes the table of its municipalities; what is not read is named', async () => {
    const { page, drop, idle, press } = await opened();
    await drop([folder]);
    await page.getByRole('button', { name: /^県内一覧\.xlsx/ }).waitFor();
    await idle();
    const alert = page.getByRole('alert').filter({ hasText: /E-\d/ });
    expect(await alert.innerText()).toMatch(/04-湯川村\.xlsx/);
    expect(await foundByAxe(page)).toEqual([]);
    await alert.getByRole('button', { name: '閉じる' }).click();
    for (const [, municipality] of towns) await page.locator('main').getByText(municipality).first().waitFor();
    await page.getByRole('button', { name: '県内一覧', exact: true }).click();
    await bench.inGrid();
    await page.screenshot({ path: picture('workbench-prefecture') });
    expect(await foundByAxe(page)).toEqual([]);
    await press('図・印刷');
    await page.locator('.paper').first().waitFor();
    expect(await foundByAxe(page)).toEqual([]);
    expect(bench.complaints).toEqual([]);
  });

  test('the whole text of the chosen cell stands over the grid, whatever the width of its column', async () => {
    const { page, press, inGrid } = await opened();
    await press('見本を開く');
    await bench.scored();
    await page.locator('[role=gridcell]').first().waitFor({ state: 'attached' });
    const line = page.getByRole('textbox', { name: '選択したセルの内容' });
    await page.getByRole('navigation', { name: 'シート', exact: true }).getByRole('button').first().click();
    await inGrid();
    const whole = await page.locator('[role=gridcell][aria-selected=true]').innerText();
    expect(whole.length).toBeGreaterThan(10);
    expect((await line.inputValue()).trim()).toBe(whole.trim());
    await page.keyboard.press('ArrowDown');
    await page.getByText('A2', { exact: true }).waitFor();
    expect(await line.inputValue()).toBe('年度');
  });

  test('the manual inside the page shows its pictures', async () => {
    const { page } = await opened();
    const popup = page.waitForEvent('popup');
    await page.getByRole('link', { name: '使い方と10分の練習' }).click();
    const manual = await popup;
    await manual.locator('img').first().waitFor();
    const widths = manual.locator('img').evaluateAll((all) => all.map((one) => (one as HTMLImageElement).naturalWidth));
    expect(await widths).toEqual([1024, 1024, 1024]);
    await manual.screenshot({ path: join(output, 'workbench-manual.png'), fullPage: true });
    expect(await foundByAxe(manual)).toEqual([]);
    expect(bench.complaints).toEqual([]);
  });
});
