import { strFromU8, unzipSync } from 'fflate';
import type { SheetModel } from '../../../src/workbook';
import { refreshWorkbookFile, writeWorkbookFile } from '../../../src/workbook/file';

const sheet = (marker: string, texts: readonly string[]): SheetModel => ({
  name: marker,
  marker,
  rows: texts.map((value) => [{ value, look: 'plain' as const }]),
  columnWidths: [20],
  print: { orientation: 'portrait' },
});

/** Whether each cell of column A is formatted as text and bears the prefix, in order of rows. */
const keptAsText = (bytes: Uint8Array, part: string): readonly boolean[] => {
  const parts = unzipSync(bytes);
  const text = (name: string): string => strFromU8(parts[name] ?? new Uint8Array());
  const id = /numFmtId="(\d+)" formatCode="@"/.exec(text('xl/styles.xml'))?.[1] ?? 'none';
  const [, formats = ''] = text('xl/styles.xml').split(/<cellXfs[^>]*>/);
  const xfs = [...formats.split('</cellXfs>')[0]!.matchAll(/<xf [^>]*>/g)].map(([xf]) => xf);
  return [...text(part).matchAll(/<c r="A\d+"[^>]*? s="(\d+)"/g)].map(([, style]) => {
    const xf = xfs[Number(style)] ?? '';
    return xf.includes('quotePrefix="1"') && xf.includes(`numFmtId="${id}"`);
  });
};

const formulas = ['=1+1', '+1', '-1', '@SUM(A1)', '＝1', '＋1', '－1', '＠a', "'x", '\t=1'];

// Without it, whoever edits such a cell makes a formula of it (rules/bad-inputs.md#b072).
test('a text that looks like a formula stays text when it is edited, in a new book and in one that was there', async () => {
  const fresh = await writeWorkbookFile([sheet('made', [...formulas, '○', 'a=1'])]);
  const wanted = [...formulas.map(() => true), false, false];
  expect(keptAsText(fresh, 'xl/worksheets/sheet1.xml')).toEqual(wanted);
  const theirs = await writeWorkbookFile([sheet('theirs', ['x'])]);
  const refreshed = await refreshWorkbookFile(theirs, 'x.xlsx', [sheet('added', [...formulas, '○', 'a=1'])]);
  if (!refreshed.ok) throw new Error(JSON.stringify(refreshed.problems));
  expect(keptAsText(refreshed.value.bytes, 'xl/worksheets/sheet2.xml')).toEqual(wanted);
});
