import { describeWith } from '../builders/withProgram';
import { supportedExcels } from '../host/excelProfiles';
import { HostWorkbook } from '../host/model/hostWorkbook';
import { openInChromium, type WebHost } from '../host/web/openInChromium';
import { serveFolder, type FolderServer } from '../host/web/serveFolder';

/** A pane as small as can be, with the unchanged script tag of the CDN. */
const page = `<!doctype html><html lang="ja"><meta charset="utf-8"><title>pane</title>
<script src="https://appsforoffice.microsoft.com/lib/1/hosted/office.js"></script>
<body><button>採点</button><output></output>
<script src="pane.js"></script></body></html>`;
const script = `
Office.onReady(({ host, platform }) => {
  document.querySelector('output').textContent = [host, platform, Office.context.displayLanguage,
    Office.context.requirements.isSetSupported('ExcelApi', '1.9'), Office.context.requirements.isSetSupported('ExcelApi', '1.20')].join(' ');
  const score = () => Excel.run({ delayForCellEdit: true }, async (context) => {
    const range = context.workbook.worksheets.getItem('回答').getUsedRangeOrNullObject(true);
    range.load('values');
    await context.sync();
    const sheet = context.workbook.worksheets.add('採点結果');
    sheet.getRange('A1').values = [[range.values.flat().filter((mark) => mark === '○').length]];
    await context.sync();
    document.querySelector('output').textContent = '済';
  }).catch((error) => { document.querySelector('output').textContent = error.code; });
  document.querySelector('button').addEventListener('click', score);
  Office.actions.associate('Score', (event) => { score().then(() => event.completed()); });
  CustomFunctions.associate('TWICE', (value) => value * 2);
  CustomFunctions.associate('HANDED', (value) => JSON.stringify(value));
  CustomFunctions.associate('NA', () => { throw new CustomFunctions.Error(CustomFunctions.ErrorCode.notAvailable, '団体が見つかりません'); });
  Excel.run(async (context) => {
    context.workbook.worksheets.onChanged.add(async ({ address }) => { document.title = address; });
    await context.sync();
  });
});`;

describeWith('chromium', 'openssl')('the real office.js in Chromium', () => {
  describe.each(supportedExcels)('over our $name', (excel) => {
    let server: FolderServer;
    let web: WebHost;

    beforeAll(async () => {
      server = await serveFolder(new Map([['pane.html', page], ['pane.js', script]])); // prettier-ignore
    });
    beforeEach(async () => {
      const workbook = new HostWorkbook('回答');
      workbook.type('回答', [['ア', '○'], ['イ', '×'], ['ウ', '○']]); // prettier-ignore
      web = await openInChromium(`${server.url}pane.html`, workbook, { excel });
    });
    afterEach(() => web.close());
    afterAll(() => server.close());

    const output = (text: string): Promise<unknown> =>
      web.frame.locator('output').filter({ hasText: text }).waitFor({ timeout: 15_000 });

    test('Office is ready as Excel on the web in Japanese, and nothing leaves the machine', async () => {
      await output(`Excel OfficeOnline ja-JP true ${String(excel.name !== 'ltsc2024')}`);
      expect(web.requests.outside).toEqual([]);
      expect(
        web.requests.all
          .filter((url) => !url.startsWith('https://localhost'))
          .map((url) => url.replace(/^.*\/hosted\//, '')),
      ).toEqual(expect.arrayContaining(['office.js', 'excel-web-16.00.js', 'ja-jp/office_strings.js']));
      expect(web.complaints).toEqual([]);
    });

    test('a click reads and writes the workbook; a refusal arrives with its code', async () => {
      await output('Excel');
      await web.frame.getByRole('button', { name: '採点' }).click();
      await output('済');
      expect(web.workbook.sheet('採点結果')?.cell(0, 0).value).toBe(2);
      expect(web.log.unknown).toEqual([]);
      await web.frame.getByRole('button', { name: '採点' }).click();
      await output('ItemAlreadyExists');
    });

    test('ribbon commands, events and custom functions come through', async () => {
      await output('Excel');
      expect(await web.functions.call('TWICE', [21])).toEqual({ kind: 'value', value: 42 });
      expect(await web.functions.call('NA', [])).toEqual({
        kind: 'error',
        error: '#N/A',
        message: '団体が見つかりません',
      });
      expect(await web.functions.call('HANDED', [{ range: '回答!C1' }])).toEqual({
        kind: 'value',
        value: JSON.stringify([[excel.habits.blankInFunctions]]),
      });
      web.workbook.type('回答', [['×']], { row: 2, column: 1 });
      await web.frame.waitForFunction(() => document.title === 'B3');
      expect(await web.press('Score')).toBe(0);
      expect(await web.press('Nobody')).toBe(11101);
      await output('済');
      expect(web.workbook.sheet('採点結果')?.cell(0, 0).value).toBe(1);
    });
  });
});
