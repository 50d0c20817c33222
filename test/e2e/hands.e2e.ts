import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { excelXlsx } from '../bench/excelXlsx';
import { nationalTable } from '../bench/nationalTable';
import { describeWith } from '../builders/withProgram';
import { serveFolder } from '../host/web/serveFolder';
import { workbenchHeadersFor } from '../tools/hosting/headers';
import { scoredByCommandLine } from './commandLine';
import { needsOnePage, openOnePage, openWorkbench, type WorkbenchPage } from './workbenchPage';

const root = join(__dirname, '../..');
const samples = join(root, 'assets/samples');
const sample = join(samples, '見本-北塩原村-令和6年度.xlsx');
const form = join(samples, '北塩原村-令和6年度-回答.xlsx');

/** By hand: what a person does with mouse and keyboard, on the page as one file. */
describeWith('chromium', 'openssl')('the page without Excel, by hand', () => {
  let folder: string;
  let bench: WorkbenchPage;

  beforeAll(() => {
    needsOnePage('hands.e2e');
  });
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'workbench-'));
    bench = await openOnePage();
  });
  afterEach(async () => {
    await bench.close();
    rmSync(folder, { recursive: true });
  });
  const copied = (from: string, name: string): string => {
    copyFileSync(from, join(folder, name));
    return join(folder, name);
  };
  const json = (file: string): unknown => scoredByCommandLine(file, folder);

  test('a file that is dropped is scored; it can be saved into itself', async () => {
    await bench.drop([copied(sample, '回答.xlsx')]);
    await bench.scored();
    await bench.button('上書き保存').waitFor();
    expect(bench.complaints).toEqual([]);
  });

  test('a file that is held is corrected and saved into itself, unless somebody else has written into it', async () => {
    await bench.close();
    const server = await serveFolder(join(root, 'dist/workbench'), workbenchHeadersFor);
    try {
      bench = await openWorkbench(server.url);
      const { page, idle, inGrid, press, button } = bench;
      // The dialog of the system cannot be driven, nor its leave to write; the handle and its writing are the browser's own.
      await page.evaluate(
        async (bytes) => {
          const folder = await navigator.storage.getDirectory();
          const handle = await folder.getFileHandle('回答.xlsx', { create: true });
          const stream = await handle.createWritable();
          await stream.write(Uint8Array.from(bytes));
          await stream.close();
          Object.assign(window, { showOpenFilePicker: () => Promise.resolve([handle]) });
        },
        [...readFileSync(sample)],
      );
      const standing = async (): Promise<Buffer> =>
        Buffer.from(
          await page.evaluate(async () => {
            const folder = await navigator.storage.getDirectory();
            const file = await (await folder.getFileHandle('回答.xlsx')).getFile();
            return [...new Uint8Array(await file.arrayBuffer())];
          }),
        );
      const correct = async (mark: string): Promise<void> => {
        await page
          .getByRole('button', { name: /へ移動/ })
          .first()
          .click();
        await inGrid();
        await page.keyboard.press('Enter');
        await page.locator('#portal textarea').fill(mark);
        await page.keyboard.press('Enter');
        await page.getByText('（未保存）').waitFor();
        await idle();
      };
      await press('ブックを開く');
      await bench.scored();
      await idle();
      await page.getByRole('navigation').getByRole('button', { name: /^確認/ }).click();
      await correct('○');
      await press('上書き保存');
      await page.getByText(/を保存しました/).waitFor();
      const saved = await standing();
      expect(saved.equals(readFileSync(sample))).toBe(false);
      const file = join(folder, '回答.xlsx');
      writeFileSync(file, saved);
      expect((json(file) as { municipalities: unknown[] }).municipalities).toHaveLength(1);
      await correct('×');
      await page.evaluate(async () => {
        const directory = await navigator.storage.getDirectory();
        const stream = await (await directory.getFileHandle('回答.xlsx')).createWritable();
        await stream.write('somebody else');
        await stream.close();
      });
      await button('上書き保存').click();
      await page.getByRole('alert').filter({ hasText: 'E-981' }).waitFor();
      expect((await standing()).toString()).toBe('somebody else');
    } finally {
      await server.close();
    }
  });

  test('a folder that is dropped is opened as a whole, with its table; what is not read is named', async () => {
    mkdirSync(join(folder, '県内/北'), { recursive: true });
    copied(form, '県内/一.xlsx');
    copied(sample, '県内/北/二.xlsx');
    writeFileSync(join(folder, '県内/依頼.docx'), 'x');
    await bench.drop([join(folder, '県内')]);
    await bench.button('「県内一覧.xlsx」を閉じる').waitFor();
    const names = await bench.page.getByRole('listitem').getByRole('button').allInnerTexts();
    expect(names.join()).toMatch(/一\.xlsx.*二\.xlsx.*県内一覧\.xlsx/s);
    expect(await bench.page.getByRole('alert').filter({ hasText: '依頼.docx' }).innerText()).toContain('E-470');
    await bench.idle();
    // Results for a person: the table of both, or what is to be said of two workbooks of one municipality.
    expect(await bench.page.locator('main').innerText()).toContain('北塩原村');
    expect(bench.complaints).toEqual([]);
  });

  test('by the keyboard alone: open, decide, correct, take back, write, save; closing the page asks', async () => {
    const { page, idle, inGrid } = bench;
    const focusOn = async (wanted: RegExp, most = 120): Promise<void> => {
      const met = new Set<string>();
      for (let presses = 0; presses < most; presses += 1) {
        const text = await page.evaluate(() => {
          const here = document.activeElement;
          return here === null || here === document.body
            ? ''
            : `${here.getAttribute('aria-label') ?? ''} ${here.textContent}`;
        });
        if (wanted.test(text.trim())) return;
        met.add(text.trim().slice(0, 30));
        await page.keyboard.press('Tab');
      }
      throw new Error(
        `focusOn: nothing like ${String(wanted)} within ${String(most)} presses of Tab, but ${[...met].join(' | ')}`,
      );
    };
    await focusOn(/^見本を開く/);
    await page.keyboard.press('Enter');
    await bench.scored();
    await idle();
    // Tabs take arrows and Enter like any button.
    await focusOn(/^確認/);
    await page.keyboard.press('Enter');
    await idle();
    const doubts = (): Promise<string> =>
      page.getByRole('navigation').getByRole('button', { name: /^確認/ }).innerText();
    const before = await doubts();
    await focusOn(/^回答!.*○|この読み方でよい|○に|○と/);
    await page.keyboard.press('Enter');
    await page.waitForFunction(
      (old) => ![...document.querySelectorAll('nav button')].some((one) => (one as HTMLElement).innerText === old),
      before,
    );
    await idle();
    await focusOn(/へ移動/);
    await page.keyboard.press('Enter');
    await inGrid();
    const mark = await page.locator('[role=gridcell][aria-selected=true]').textContent();
    await page.keyboard.press('Enter');
    await page.locator('#portal textarea').waitFor();
    await page.keyboard.press('Control+A');
    await page.keyboard.type('×');
    await page.keyboard.press('Enter');
    await page.getByText('（未保存）').waitFor();
    await idle();
    await page
      .getByRole('button', { name: /へ移動/ })
      .first()
      .focus();
    await page.keyboard.press('Enter');
    await inGrid();
    await page.keyboard.press('Control+Z');
    await page.waitForFunction(
      (old) => document.querySelector('[role=gridcell][aria-selected=true]')?.textContent === old,
      mark,
    );
    await idle();
    await focusOn(/^結果/);
    await page.keyboard.press('Enter');
    await focusOn(/シートに書き込む/);
    await page.keyboard.press('Enter');
    await page.getByText(/^書き込みました/).waitFor();
    // Unsaved: the browser asks in its own words, and the page stays.
    const asked = new Promise<string>((resolve) => {
      page.once('dialog', (dialog) => {
        resolve(dialog.type());
        void dialog.dismiss();
      });
    });
    await page.close({ runBeforeUnload: true });
    expect(await asked).toBe('beforeunload');
    const download = page.waitForEvent('download');
    await focusOn(/^保存/);
    await page.keyboard.press('Enter');
    expect((await download).suggestedFilename()).toBe('見本.xlsx');
    await page.getByText(/を保存しました/).waitFor();
    const gone = new Promise<boolean>((resolve) => {
      page.once('dialog', (dialog) => {
        resolve(false);
        void dialog.accept();
      });
      page.once('close', () => {
        resolve(true);
      });
    });
    await page.close({ runBeforeUnload: true });
    expect(await gone).toBe(true);
  });

  test('where only one of the two is in sight, the way to a cell leads the keys into the grid', async () => {
    await bench.close();
    bench = await openOnePage({ viewport: { width: 320, height: 640 } });
    const { page, idle, inGrid, press } = bench;
    await press('見本を開く');
    await bench.scored();
    await idle();
    await page.getByRole('navigation').getByRole('button', { name: /^確認/ }).click();
    const way = page.getByRole('button', { name: /へ移動/ }).first();
    await way.focus();
    await page.keyboard.press('Enter');
    await inGrid('◎');
    await page.keyboard.press('Enter');
    await page.locator('#portal textarea').fill('○');
    await page.keyboard.press('Enter');
    await page.getByText('（未保存）').waitFor();
  });

  test('every sample: what is saved gives the command line the same JSON as the file itself', async () => {
    const { page, open, press, save, idle } = bench;
    const names = readdirSync(samples).filter((name) => name.endsWith('.xlsx'));
    expect(names.length).toBeGreaterThan(3);
    for (const name of names) {
      const file = copied(join(samples, name), name);
      await open(name, new Uint8Array(readFileSync(file)));
      await bench.button(`「${name}」を閉じる`).waitFor();
      await idle();
      const canWrite = await page.getByRole('navigation').getByRole('button', { name: '結果' }).count();
      if (canWrite > 0) {
        await page.getByRole('navigation').getByRole('button', { name: '結果' }).click();
        const write = page.getByRole('button', { name: 'シートに書き込む' });
        if ((await write.count()) > 0 && (await write.first().isEnabled())) {
          const before = json(file);
          await write.first().click();
          await page.getByText(/^書き込みました/).waitFor();
          writeFileSync(file, await save());
          expect([name, withoutFile(json(file))]).toEqual([name, withoutFile(before)]);
        }
      }
      await press(`「${name}」を閉じる`);
      const anyway = page.getByRole('button', { name: '保存せずに閉じる' });
      if ((await anyway.count()) > 0) await anyway.click();
    }
    expect(bench.complaints).toEqual([]);
  });

  test('a national table that loads says how far it is, and can be stopped; the page then takes another file', async () => {
    const table = join(folder, '全国集計.xlsx');
    writeFileSync(table, excelXlsx(nationalTable()));
    const { page, drop, press } = bench;
    const seen = page.evaluate(
      () =>
        new Promise<readonly number[]>((resolve) => {
          const values = new Set<number>();
          const look = (): void => {
            // The page's own: the pane shows another for its scoring, from where on it begins anew.
            const bar = document.querySelector('[role=progressbar][aria-label*="全国集計.xlsx"]');
            if (bar !== null) values.add(Number(bar.getAttribute('aria-valuenow')));
            else if (values.size > 0) {
              resolve([...values]);
              return;
            }
            setTimeout(look, 5);
          };
          look();
        }),
    );
    await drop([table]);
    const shares = await seen;
    // Nothing, and at least one share of the way: a fast machine takes the pieces between two looks.
    expect(shares.length).toBeGreaterThan(1);
    expect(shares).toEqual([...shares].sort((one, other) => one - other));
    await page.locator('[data-towns="1741"]').waitFor({ timeout: 60_000 });
    await bench.idle();
    await press('「全国集計.xlsx」を閉じる');
    await drop([table]);
    await press('中止');
    await bench.button('見本を開く').waitFor();
    await page.getByText(/読み取り中/).waitFor({ state: 'detached' });
    expect(await page.getByRole('alert').innerText()).toMatch(/E-7\d\d/);
    await press('見本を開く');
    await bench.scored();
  });
});

/** The JSON but for what tells of the file that was read: its bytes are others now. */
const withoutFile = (found: unknown): unknown =>
  JSON.parse(
    JSON.stringify(found, (key, value: unknown) => (/^(?:sha256|fingerprint|sources)$/.test(key) ? undefined : value)),
  );
