import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeWith } from '../builders/withProgram';
import { serveFolder, type FolderServer } from '../host/web/serveFolder';
import { workbenchHeadersFor } from '../tools/hosting/headers';
import { convert } from '../workbook/file/office';
import { hostileFiles } from '../fixtures/hostileFiles';
import { foundByAxe, waysToSee } from './axe';
import { scoredByCommandLine } from './commandLine';
import { changedParts, contentOf } from './workbenchFiles';
import {
  needsOnePage,
  onePage,
  openOnePage,
  openWorkbench,
  type WorkbenchOptions,
  type WorkbenchPage,
} from './workbenchPage';

const root = join(__dirname, '../..');
const built = join(root, 'dist/workbench');
const output = join(__dirname, '__output__');
const sample = new Uint8Array(readFileSync(join(root, 'assets/samples/見本-北塩原村-令和6年度.xlsx')));

interface Scored {
  readonly checkCode: string;
  readonly municipalities: readonly { readonly points: { readonly total: number } }[];
}

/** What the command line says of a workbook. */
const scoredAgain = (bytes: Uint8Array): Scored => {
  const folder = mkdtempSync(join(tmpdir(), 'workbench-'));
  try {
    const file = join(folder, '回答.xlsx');
    writeFileSync(file, bytes);
    return scoredByCommandLine(file, folder) as Scored;
  } finally {
    rmSync(folder, { recursive: true });
  }
};

/** Pictures of the manual; `PICTURES=update` takes them anew (rules/README.md#pictures). */
const picture = (name: string): string =>
  join(process.env['PICTURES'] === 'update' ? join(root, 'assets/manual/pictures') : output, `${name}.png`);
test('the same sources in another folder, with packages that lie elsewhere, give the same file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'another folder-'));
  try {
    for (const path of ['src', 'assets', 'test/config', 'package.json', 'package-lock.json', 'webpack.config.js'])
      cpSync(join(root, path), join(folder, path), { recursive: true });
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
    const words = ['node_modules/webpack/bin/webpack.js', '--env', 'workbench', '--stats=errors-only'];
    execFileSync(process.execPath, words, { cwd: folder, stdio: 'pipe' });
    expect(readFileSync(join(folder, 'dist/incentive.html')).equals(readFileSync(onePage))).toBe(true);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

describeWith(
  'chromium',
  'openssl',
  'soffice',
)('the page without Excel', () => {
  let server: FolderServer;
  let bench: WorkbenchPage;

  beforeAll(async () => {
    needsOnePage('workbench.e2e');
    if (!existsSync(join(built, 'index.html'))) throw new Error('workbench.e2e: there is no dist/workbench/');
    mkdirSync(output, { recursive: true });
    server = await serveFolder(built, workbenchHeadersFor);
  });
  afterEach(() => bench.close());
  afterAll(async () => {
    await server.close();
  });
  const opened = async (how: 'server' | 'file', options: WorkbenchOptions = {}): Promise<WorkbenchPage> => {
    bench = await (how === 'server' ? openWorkbench(`${server.url}index.html`, options) : openOnePage(options));
    return bench;
  };

  test.each(['server', 'file'] as const)(
    'the sample is opened, corrected in the grid, written and saved; the command line reads the same (%s)',
    async (how) => {
      const { page, press, idle } = await opened(how);
      await press('見本を開く');
      await bench.scored();
      await page.locator('[role=gridcell]').first().waitFor({ state: 'attached' });
      await page.screenshot({ path: picture('workbench-opened') });
      const before = await page.locator('main').innerText();

      await page.getByRole('navigation').getByRole('button', { name: /^確認/ }).click();
      await idle();
      await page
        .getByRole('button', { name: /へ移動/ })
        .first()
        .click();
      // The grid has the focus and stands at the cell; what is typed goes there.
      await bench.inGrid('◎');
      await page.keyboard.press('Enter');
      await page.locator('#portal textarea').fill('○');
      await page.keyboard.press('Enter');
      await page.getByText('（未保存）').waitFor();
      await idle();
      await page.screenshot({ path: picture('workbench-corrected') });
      await page.getByRole('navigation').getByRole('button', { name: '結果' }).click();
      await idle();
      expect(await page.locator('main').innerText()).not.toBe(before);

      await press('シートに書き込む');
      await page.getByText(/^書き込みました/).waitFor();
      await page.getByRole('button', { name: '得点', exact: true }).waitFor();
      await page.getByRole('button', { name: '得点', exact: true }).click();
      // As the number format of the sheet has it.
      await page
        .locator('[role=gridcell]', { hasText: /^\d{1,3}\.\d%$/ })
        .first()
        .waitFor({ state: 'attached' });
      await page.screenshot({ path: join(output, 'workbench-written.png') });
      const saved = await bench.save();
      await page.getByText(/を保存しました/).waitFor();
      await expect(page.getByText('（未保存）').count()).resolves.toBe(0);

      const scored = scoredAgain(saved);
      const shown = (await page.locator('main').innerText()).replace(/\s/g, '');
      expect(shown).toContain(String(scored.municipalities[0]?.points.total));
      writeFileSync(join(output, 'workbench-saved.xlsx'), saved);
      // The answer sheet was corrected in one cell; what else changed holds the list of sheets, names and formats.
      expect(changedParts(sample, saved)).toEqual(
        expect.arrayContaining(['[Content_Types].xml', 'xl/workbook.xml', 'xl/worksheets/sheet1.xml']),
      );
      expect(bench.outside).toEqual([]);
      expect(bench.complaints).toEqual([]);
      // LibreOffice opens it, and finds the same code.
      const again = await contentOf(convert(saved, 'xlsx', 'xlsx'), '回答.xlsx');
      expect(JSON.stringify(again.sheets.map(({ grid }) => grid))).toContain(scored.checkCode);
    },
  );

  test('hostile files are refused by name, and the page lives on', async () => {
    const { page, open, press } = await opened('file');
    for (const [name, bytes] of hostileFiles(sample)) {
      await open(name, bytes);
      const alert = page.getByRole('alert').filter({ hasText: /E-\d{3}/ });
      await alert.waitFor();
      expect(await alert.innerText()).toMatch(/^E-1\d\d /);
      await alert.getByRole('button', { name: '閉じる' }).click();
    }
    await press('見本を開く');
    await bench.scored();
    expect(bench.complaints).toEqual([]);
  });

  test.each(waysToSee)('axe finds nothing, and nothing is cut off: %s', async (name, options) => {
    const { page, idle } = await opened('server', options);
    const check = async (state: string): Promise<void> => {
      const found = await foundByAxe(page);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      await page.screenshot({ path: join(output, `workbench-${name}-${state}.png`) });
      expect([state, found, wide]).toEqual([state, [], 0]);
    };
    await check('empty');
    // By the keyboard alone.
    const focused = (): Promise<string> =>
      page.evaluate(() =>
        document.activeElement?.matches('button') === true ? document.activeElement.textContent : '',
      );
    for (let presses = 0; presses < 8 && !/見本を開く|Open the sample/.test(await focused()); presses += 1)
      await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page
      .getByText(/得点率|points/)
      .first()
      .waitFor();
    await idle();
    await check('scored');
  });
});
