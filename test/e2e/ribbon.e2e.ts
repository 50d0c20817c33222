import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { answerForm } from '../builders/answerSheets';
import { describeWith } from '../builders/withProgram';
import { supportedExcels } from '../host/excelProfiles';
import { HostWorkbook } from '../host/model/hostWorkbook';
import { openInChromium, type WebHost, type WebHostOptions } from '../host/web/openInChromium';
import { serveFolder, type FolderServer } from '../host/web/serveFolder';

const built = join(__dirname, '../../dist/addin');

/** A workbook whose form can be read, so that 採点 leads to the table as it was read. */
const workbookWithAnswers = (): HostWorkbook => {
  const workbook = new HostWorkbook('回答');
  const form = answerForm({
    year: 'R8',
    municipality: '天草市',
    prefecture: '熊本県',
    mark: ({ points }) => (points % 3 === 0 ? '×' : '○'),
  });
  workbook.type('回答', form.map((row) => row.map((value) => (value instanceof Date ? null : value)))); // prettier-ignore
  return workbook;
};

describeWith('chromium', 'openssl')('the ribbon, pressed by the message Excel sends', () => {
  let server: FolderServer;
  let web: WebHost;

  beforeAll(async () => {
    if (!existsSync(join(built, 'taskpane.html'))) throw new Error('ribbon.e2e: run `npm run build` first');
    server = await serveFolder(built);
  });
  afterEach(() => web.close());
  afterAll(() => server.close());

  const open = async (options: WebHostOptions): Promise<void> => {
    web = await openInChromium(`${server.url}taskpane.html`, workbookWithAnswers(), {
      pane: { width: 350, height: 700 },
      ...options,
    });
  };
  /** 採点 ends at the result. */
  const scored = (): Promise<void> => web.frame.getByText('得点率').first().waitFor({ timeout: 30_000 });

  const startsExcel = async (options: WebHostOptions): Promise<void> => {
    await open(options);
    expect(await web.press('score')).toBe(0);
    await scored();
    expect(web.shown()).toBe(1);
  };

  test.each(supportedExcels)('採点 that started Excel is done in $name, when the bundle is late', (excel) =>
    startsExcel({ excel, late: new Map([['addin.', 1500]]) }),
  );

  test.each([0, 9000])('採点 that started Excel is done, when the bundle is %i ms late', (late) =>
    startsExcel({ late: new Map([['addin.', late]]) }),
  );

  test('pressed again and again before the bundle has come, every click is answered and the form is read once', async () => {
    await open({ late: new Map([['addin.', 3000]]) });
    const answers = await Promise.all(['score', 'score', 'refresh', 'score'].map((name) => web.press(name)));
    expect(answers).toEqual([0, 0, 0, 0]);
    await scored();
    expect(web.shown()).toBe(1);
  });

  test('手引 is answered at once, without the bundle and without the pane', async () => {
    await open({ late: new Map([['addin.', 2000]]) });
    expect(await web.press('manual')).toBe(0);
    expect(web.shown()).toBe(0);
  });

  test('白紙の回答票 adds a form each time, and writes on none that is there', async () => {
    await open({});
    expect(await web.press('blankForm')).toBe(0);
    await web.frame.getByText('白紙の回答票を追加しました').waitFor({ timeout: 30_000 });
    const answered = web.workbook.sheet('回答')?.usedRange(true);
    const form = web.workbook.sheet('回答 (2)');
    expect([form?.cell(0, 0).value, form?.cell(8, 7).value, web.workbook.active.name]).toEqual([
      expect.stringMatching(/^令和\d+年度.*回答票/),
      '',
      '回答 (2)',
    ]);
    expect(await web.press('blankForm')).toBe(0);
    expect(web.workbook.sheets.map(({ name }) => name)).toEqual(['回答', '設定', '回答 (2)', '回答 (3)']);
    expect(web.workbook.sheet('回答')?.usedRange(true)).toEqual(answered);
  });

  test('a name that no button has is answered as such', async () => {
    await open({});
    expect(await web.press('nobody')).toBe(11_101);
  });

  test('when Excel is ready only after the notice, the pane takes its place', async () => {
    await open({ late: new Map([['excel-web-16.00', 10_000]]) });
    await web.frame.getByText('コード：E-740').waitFor({ timeout: 9500 });
    await web.frame.locator('#primary-action').waitFor({ timeout: 30_000 });
    expect(await web.frame.getByText('コード：E-740').count()).toBe(0);
    expect(await web.press('score')).toBe(0);
    await scored();
  });
});
