import { unzipSync, zipSync } from 'fflate';
import { readFileMark, readWorkbookFile, writeWorkbookFile } from '../../../src/workbook/file';
import { testWith } from '../../builders/withProgram';
import { fullModel, listModel } from '../models';
import { convert } from './office';

const origin = 'a1'.repeat(32);
const written = () => writeWorkbookFile([fullModel, listModel], origin);

test('a workbook written whole is known again, with what it was made of; without an origin it bears no mark', async () => {
  expect(readFileMark(await written())).toEqual({ origin, untouched: true });
  expect(readFileMark(await writeWorkbookFile([fullModel, listModel]))).toBeUndefined();
  expect(Buffer.compare(await written(), await written())).toBe(0);
});

test('a change of any part shows: a value, a format, a part that is gone or new', async () => {
  const bytes = await written();
  const changes: readonly ((parts: Record<string, Uint8Array>) => void)[] = [
    (parts) => (parts['xl/sharedStrings.xml'] = new Uint8Array([...parts['xl/sharedStrings.xml']!, 0x20])),
    (parts) => (parts['xl/styles.xml'] = new Uint8Array([...parts['xl/styles.xml']!, 0x20])),
    (parts) => delete parts['docProps/app.xml'],
    (parts) => (parts['xl/comments1.xml'] = new Uint8Array([0x20])),
  ];
  for (const change of changes) {
    const parts = unzipSync(bytes);
    change(parts);
    expect(readFileMark(zipSync(parts))).toEqual({ origin, untouched: false });
  }
});

test('what is no whole workbook of ours bears no mark', async () => {
  const bytes = await written();
  for (const other of [bytes.slice(0, -1), new Uint8Array([...bytes, 0x78]), new Uint8Array(), new Uint8Array(100)])
    expect(readFileMark(other)).toBeUndefined();
});

testWith('soffice')('opened and saved by LibreOffice it keeps its origin and counts as edited', async () => {
  const bytes = await written();
  expect(readFileMark(convert(bytes, 'xlsx', 'xlsx'))).toEqual({ origin, untouched: false });
  expect((await readWorkbookFile(bytes, 'a.xlsx')).ok).toBe(true);
});
