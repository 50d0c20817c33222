import { HostWorkbook } from './model/hostWorkbook';
import { openInJsdom } from './web/openInJsdom';

const page = `<!doctype html><html lang="ja"><head>
<script src="https://appsforoffice.microsoft.com/lib/1/hosted/office.js"></script></head>
<body><output></output><script src="pane.js"></script></body></html>`;
const script = `Office.onReady(async ({ host }) => {
  const value = await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem('回答').getRange('A1');
    range.load('values');
    await context.sync();
    return range.values[0][0];
  });
  document.querySelector('output').textContent = host + ' ' + value;
});`;

test('the real office.js runs in jsdom over the same conversation as in the browser', async () => {
  const workbook = new HostWorkbook('回答');
  workbook.type('回答', [['○']]);
  const pane = openInJsdom(page, workbook, { scripts: new Map([['pane.js', script]]) });
  const output = pane.window.document.querySelector('output');
  for (let wait = 0; wait < 100 && output?.textContent === ''; wait += 1)
    await new Promise((resolve) => setTimeout(resolve, 50));
  expect(output?.textContent).toBe('Excel ○');
  expect(pane.host.log.unknown).toEqual([]);
  pane.close();
});
