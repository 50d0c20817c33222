import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { evaluate } from '../../src/evaluation';
import { sheetsToWrite } from '../../src/report';
import type { SheetModel } from '../../src/workbook';
import { readWorkbookFile } from '../../src/workbook/file';
import { describeWith } from '../builders/withProgram';
import { printedPages } from '../report/pageArithmetic';
import { needsOnePage, openOnePage, type WorkbenchPage } from './workbenchPage';

const root = join(__dirname, '../..');
const output = join(__dirname, '__output__');
const sample = new Uint8Array(readFileSync(join(root, 'assets/samples/見本-北塩原村-令和6年度.xlsx')));

const sheetsOfSample = async (): Promise<readonly SheetModel[]> => {
  const read = await readWorkbookFile(sample, '見本.xlsx');
  if (!read.ok) throw new Error('the sample is not read');
  const results = evaluate(read.value, { fileName: '見本.xlsx' });
  if (!results.ok) throw new Error('the sample is not scored');
  return sheetsToWrite(results.value, new Set(['all'] as const), []).sheets;
};

/** The first text of each page of the arithmetic that says something, without spaces; '' for a page without any. */
const startsOf = (sheet: SheetModel): readonly string[] =>
  printedPages(sheet).map(({ rows: [first, last], columns: [left, right] }) => {
    for (let row = first; row <= last; row += 1)
      for (let column = left; column <= right; column += 1) {
        const value = sheet.rows[row]?.[column]?.value;
        if (typeof value === 'string' && value.trim() !== '') return bare(value);
      }
    return '';
  });

const bare = (text: string): string => text.replace(/\s/g, '').slice(0, 5);

describeWith('chromium', 'pdftotext')('the print view', () => {
  let bench: WorkbenchPage;
  beforeAll(() => {
    needsOnePage('print.e2e');
    mkdirSync(output, { recursive: true });
  });
  afterEach(() => bench.close());

  test('each sheet is printed on the pages of the arithmetic, each beginning with its row, lying or standing', async () => {
    const sheets = await sheetsOfSample();
    bench = await openOnePage();
    const { page, press, scored } = bench;
    await press('見本を開く');
    await scored();
    await press('図・印刷');
    const choice = page.getByRole('combobox', { name: 'シート' });
    await page.locator('.paper').first().waitFor();
    expect(await choice.locator('option').allInnerTexts()).toEqual(sheets.map(({ name }) => name));
    const pages: number[] = [];
    for (const [at, sheet] of sheets.entries()) {
      await choice.selectOption({ index: at });
      await page
        .locator('main', { has: page.locator('.paper') })
        .and(page.getByLabel(sheet.name))
        .waitFor();
      const pdf = await page.pdf({ preferCSSPageSize: true });
      const file = join(output, `print-${String(at)}.pdf`);
      writeFileSync(file, pdf);
      const printed = execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8' }).split('\f').slice(0, -1);
      const starts = startsOf(sheet);
      pages.push(printed.length);
      const isThere = starts.map((start, place) => (printed[place] ?? '').replace(/\s/g, '').includes(start));
      const boxes = [...pdf.toString('latin1').matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)];
      const lying = boxes.map(([, width, height]) => Number(width) > Number(height));
      expect([sheet.name, printed.length, isThere.indexOf(false), new Set(lying)]).toEqual([
        sheet.name,
        starts.length,
        -1,
        new Set([sheet.print.orientation === 'landscape']),
      ]);
    }
    expect(pages.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(30);
    expect(bench.complaints).toEqual([]);
  });

  test('charts are drawn: as many as their models, each with its words', async () => {
    const [charts] = (await sheetsOfSample()).filter((sheet) => (sheet.charts ?? []).length > 0);
    if (charts === undefined) throw new Error('no charts');
    bench = await openOnePage();
    const { page, press, scored } = bench;
    await press('見本を開く');
    await scored();
    await press('図・印刷');
    await page.getByRole('combobox', { name: 'シート' }).selectOption({ label: charts.name });
    const drawn = page.locator('.model-chart svg[role=img]');
    await drawn.first().waitFor();
    expect(await drawn.evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')))).toEqual(
      charts.charts?.map(({ altText }) => altText),
    );
    await page.locator('.model-chart').first().scrollIntoViewIfNeeded();
    await page.screenshot({ path: join(output, 'print-charts.png') });
    await press('戻る');
    await page.locator('[role=gridcell]').first().waitFor({ state: 'attached' });
  });
});
