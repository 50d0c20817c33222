import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { describeWith } from '../builders/withProgram';
import { serveFolder, type FolderServer } from '../host/web/serveFolder';
import { workbenchHeadersFor } from '../tools/hosting/headers';
import { convert } from '../workbook/file/office';
import { openWorkbench, type WorkbenchPage } from './workbenchPage';

const root = join(__dirname, '../..');
const built = join(root, 'dist/workbench');
const output = join(__dirname, '__output__');
const sample = new Uint8Array(readFileSync(join(root, 'assets/samples/見本-北塩原村-令和6年度.xlsx')));

interface Scored {
  readonly checkCode: string;
  readonly municipalities: readonly { readonly points: { readonly total: number } }[];
}

/** What the command line says of a workbook. */
const scoredByCommandLine = (bytes: Uint8Array): Scored => {
  const folder = mkdtempSync(join(tmpdir(), 'workbench-'));
  try {
    const file = join(folder, '回答.xlsx');
    writeFileSync(file, bytes);
    const words = ['score', file, '--json', join(folder, 'a.json'), '--out', join(folder, 'a.xlsx')];
    try {
      execFileSync(process.execPath, [join(root, 'src/cli/launch.mjs'), ...words], { stdio: 'pipe' });
    } catch (cause) {
      // 1 = scored, with problems to look at.
      if ((cause as { status?: number }).status !== 1) throw cause;
    }
    return JSON.parse(readFileSync(join(folder, 'a.json'), 'utf8')) as Scored;
  } finally {
    rmSync(folder, { recursive: true });
  }
};

/** Parts of a workbook that are other bytes than before, or gone. */
const changedParts = (before: Uint8Array, after: Uint8Array): readonly string[] => {
  const [old, now] = [unzipSync(before), unzipSync(after)];
  return Object.keys(old)
    .filter((part) => Buffer.compare(old[part] ?? new Uint8Array(), now[part] ?? new Uint8Array()) !== 0)
    .toSorted();
};

describeWith(
  'chromium',
  'openssl',
  'soffice',
)('the page without Excel, from a server', () => {
  let server: FolderServer;
  let bench: WorkbenchPage;

  beforeAll(async () => {
    if (!existsSync(join(built, 'index.html')))
      throw new Error('workbench.e2e: run `npm run build -- --workbench` first: there is no dist/workbench/');
    mkdirSync(output, { recursive: true });
    server = await serveFolder(built, workbenchHeadersFor);
  });
  afterEach(() => bench.close());
  afterAll(async () => {
    await server.close();
  });

  test('the sample is opened, corrected in the grid, decided, written and saved; the command line reads the same', async () => {
    bench = await openWorkbench(`${server.url}index.html`);
    const { page, press, idle } = bench;
    await press('見本を開く');
    await page.getByText('得点率').first().waitFor();
    await page.screenshot({ path: join(output, 'workbench-1-opened.png') });
    const before = await page.locator('main').innerText();

    await page.getByRole('navigation').getByRole('button', { name: /^確認/ }).click();
    await idle();
    await page
      .getByRole('button', { name: /へ移動/ })
      .first()
      .click();
    // The grid has the focus and stands at the cell; what is typed goes there.
    await page.locator('[role=gridcell][aria-selected=true]', { hasText: '◎' }).waitFor({ state: 'attached' });
    await page.keyboard.press('Enter');
    await page.locator('#portal textarea').fill('○');
    await page.keyboard.press('Enter');
    await page.getByText('（未保存）').waitFor();
    await idle();
    await page.screenshot({ path: join(output, 'workbench-2-corrected.png') });
    await page.getByRole('navigation').getByRole('button', { name: '結果' }).click();
    await idle();
    expect(await page.locator('main').innerText()).not.toBe(before);

    await press('シートに書き込む');
    await page.getByText(/^書き込みました/).waitFor();
    await page.getByRole('button', { name: '得点', exact: true }).waitFor();
    await page.getByRole('button', { name: '得点', exact: true }).click();
    await page.screenshot({ path: join(output, 'workbench-3-written.png') });
    const saved = await bench.save();
    await page.getByText(/を保存しました/).waitFor();
    await expect(page.getByText('（未保存）').count()).resolves.toBe(0);

    const scored = scoredByCommandLine(saved);
    const shown = (await page.locator('main').innerText()).replace(/\s/g, '');
    expect(shown).toContain(String(scored.municipalities[0]?.points.total));
    writeFileSync(join(output, 'workbench-saved.xlsx'), saved);
    // The answer sheet was corrected in one cell; what else changed holds the list of sheets, names and formats.
    expect(changedParts(sample, saved)).toEqual(
      expect.arrayContaining(['[Content_Types].xml', 'xl/workbook.xml', 'xl/worksheets/sheet1.xml']),
    );
    expect(bench.outside).toEqual([]);
    expect(bench.complaints).toEqual([]);
    // LibreOffice opens it, and finds the total on the sheet 得点 too.
    expect(
      new TextDecoder().decode(
        convert(saved, 'xlsx', 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,2'),
      ),
    ).toContain(scored.checkCode);
  });
});
