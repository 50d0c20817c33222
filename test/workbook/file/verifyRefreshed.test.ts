import { strFromU8, unzipSync } from 'fflate';
import { ownedRectangle, planWrite, type SheetPlan } from '../../../src/workbook';
import { FileFault } from '../../../src/workbook/file/fault';
import { openPackage } from '../../../src/workbook/file/package/package';
import { readXlsxFile, workbookPlan } from '../../../src/workbook/file/xlsx/readXlsx';
import { refreshWorkbookFile } from '../../../src/workbook/file';
import type { OpenedWorkbook } from '../../../src/workbook/file/edit/contentChanges';
import { verifyRefreshed } from '../../../src/workbook/file/edit/verifyRefreshed';
import { markerNames } from '../../../src/workbook/file/write/writeWorkbookFile';
import { modelOf } from '../models';
import { buildXlsx, zipOf } from './xlsxBuilder';

const opened = (bytes: Uint8Array): OpenedWorkbook => {
  const book = openPackage(bytes);
  return { book, content: readXlsxFile(book), workbook: workbookPlan(book) };
};

const [model, changed] = [modelOf([['a', 1], ['b', 2]]), modelOf([['a', 1], ['b', 3]])]; // prettier-ignore

/** A user's workbook with a sheet of ours, and the same after a refresh of that sheet; parts by name. */
const user = (): Uint8Array =>
  buildXlsx({
    sheet:
      '<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1" t="str"><v>文</v></c></row></sheetData><mergeCells count="1"><mergeCell ref="C1:D1"/></mergeCells>',
    definedNames: '<definedNames><definedName name="mine">\'回答\'!$A$1</definedName></definedNames>',
    calcPr: '<calcPr calcMode="manual"/>',
    parts: { 'customXml/item1.xml': '<a/>' },
  });

const written = async (bytes: Uint8Array, wanted: typeof model): Promise<Uint8Array> => {
  const result = await refreshWorkbookFile(bytes, 'a.xlsx', [wanted]);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value.bytes;
};

/** What the check says when the bytes handed out had been `broken`; undefined when it lets them pass. */
const said = async (broken: (parts: Record<string, Uint8Array>) => Record<string, string | Uint8Array>) => {
  const before = opened(await written(user(), model));
  const bytes = await written(before.book.bytes, changed);
  const sheets = before.content.sheets;
  const plans: readonly SheetPlan[] = planWrite({ names: before.content.names, sheets }, [changed]);
  const names = markerNames(changed, '得点', 1, ownedRectangle(changed));
  try {
    const after = opened(zipLike(bytes, broken(unzipSync(bytes))));
    verifyRefreshed(before, after, { plans, names, dropped: undefined });
    return undefined;
  } catch (cause) {
    if (cause instanceof FileFault) return cause.detail.en;
    throw cause;
  }
};

/** The zip with some parts in other words; when none is, the zip itself. */
const zipLike = (bytes: Uint8Array, parts: Record<string, string | Uint8Array>): Uint8Array => {
  const old = unzipSync(bytes);
  const isSame =
    Object.keys(old).length === Object.keys(parts).length &&
    Object.entries(old).every(([name, part]) => {
      const now = parts[name];
      return now !== undefined && strFromU8(part) === (typeof now === 'string' ? now : strFromU8(now));
    });
  return isSame ? bytes : zipOf(parts);
};

const text = (parts: Record<string, Uint8Array>, part: string): string => strFromU8(parts[part] ?? new Uint8Array());

const breaking =
  (part: string, from: string | RegExp, to: string) =>
  (parts: Record<string, Uint8Array>): Record<string, string | Uint8Array> => {
    const xml = text(parts, part).replace(from, to);
    if (xml === text(parts, part)) throw new Error(`breaking: nothing in ${part}: ${xml}`);
    return { ...parts, [part]: xml };
  };

test('lets a right refresh pass', async () => {
  expect(await said((parts) => parts)).toBeUndefined();
});

const [workbook, styles, foreign, ours] = [
  'xl/workbook.xml',
  'xl/styles.xml',
  'xl/worksheets/sheet1.xml',
  'xl/worksheets/sheet2.xml',
];

test.each<readonly [what: string, part: string, from: string | RegExp, to: string, detail: string]>([
  ['a foreign cell changed', foreign, '<v>1</v>', '<v>2</v>', foreign],
  ['a foreign part changed', 'customXml/item1.xml', '<a/>', '<b/>', 'customXml/item1.xml'],
  ['a name lost', workbook, /<definedName name="mine">[^<]*<\/definedName>/, '', `${workbook}: definedName`],
  ['a name that refers elsewhere', workbook, "'回答'!$A$1", "'回答'!$A$2", `${workbook}: definedName`],
  ['a setting lost', workbook, '<calcPr calcMode="manual"/>', '', `${workbook}: calcPr`],
  ['a setting changed', workbook, 'calcMode="manual"', 'calcMode="auto"', `${workbook}: calcPr`],
  ['a setting nobody asked for', workbook, '<calcPr', '<fileRecoveryPr/><calcPr', `${workbook}: fileRecoveryPr`],
  ['a sheet renamed', workbook, 'name="回答"', 'name="回答２"', `${workbook}: sheet`],
  ['a font of theirs changed', styles, '<sz val="11"/>', '<sz val="12"/>', styles],
  ['a cell of our sheet that nobody changed', ours, '<v>1</v>', '<v>7</v>', `${ours}: B1`],
  ['a column width of our sheet', ours, / width="[^"]*"/, ' width="9"', `${ours}: col`],
  [
    'a number read as a date',
    styles,
    /<styleSheet[^>]*>/,
    '$&<numFmts count="1"><numFmt numFmtId="0" formatCode="yyyy"/></numFmts>',
    '得点!B1',
  ],
  ['a type lost', '[Content_Types].xml', /<Default Extension="xml"[^>]*>/, '', '[Content_Types].xml'],
  ['a relation lost', 'xl/_rels/workbook.xml.rels', /<Relationship Id="rId2"[^>]*>/, '', 'xl/_rels/workbook.xml.rels'],
])('stops %s', async (_, part, from, to, detail) => {
  expect(await said(breaking(part, from, to))).toContain(detail);
});

test('stops a part that was lost', async () => {
  const lost = 'customXml/item1.xml';
  const without = (parts: Record<string, Uint8Array>) =>
    Object.fromEntries(Object.entries(parts).filter(([part]) => part !== lost));
  expect(await said(without)).toContain(lost);
});
