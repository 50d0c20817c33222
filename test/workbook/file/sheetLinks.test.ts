import { readXlsx } from 'hucre/xlsx';
import { unzipSync, zipSync, strFromU8, strToU8 } from 'fflate';
import type { CellLink, ModelCell, SheetModel } from '../../../src/workbook';
import { refreshWorkbookFile } from '../../../src/workbook/file';
import { valueOf } from '../../builders/valueOf';
import { modelOf } from '../models';
import { buildXlsx, cells } from './xlsxBuilder';

/*
 * A link is no value of a cell: where the line it stood in says something else, it has to go, or lead where the line says.
 */

const answers = buildXlsx({ sheet: cells('<c r="A1"><v>1</v></c>') });
const cellOf = (value: string, link?: CellLink): ModelCell =>
  link === undefined ? { value, look: 'plain' } : { value, look: 'link', link };
const model = (...rows: readonly ModelCell[]): SheetModel => ({ ...modelOf([]), rows: rows.map((cell) => [cell]) });
const refresh = async (bytes: Uint8Array, wanted: SheetModel): Promise<Uint8Array> =>
  valueOf(await refreshWorkbookFile(bytes, 'a.xlsx', [wanted])).bytes;
const linksIn = async (bytes: Uint8Array): Promise<Readonly<Record<string, string>>> => {
  const { sheets } = await readXlsx(bytes);
  return Object.fromEntries(
    [...(sheets[1]?.cells ?? [])].flatMap(([place, { hyperlink }]) =>
      hyperlink === undefined ? [] : [[place, hyperlink.location ?? hyperlink.target] as const],
    ),
  );
};

const inAnswers = (cell: string): CellLink => ({ sheet: '回答', cell });
const inTown = (file: string): CellLink => ({ file, sheet: '回答', cell: 'B2' });

test('links follow their lines: set, led elsewhere, taken away, in the book and to other files', async () => {
  const first = await refresh(
    answers,
    model(cellOf('H33', inAnswers('H33')), cellOf('甲町', inTown('甲町.xlsx')), cellOf('文')),
  );
  expect(await linksIn(first)).toEqual({ '0,0': "'回答'!H33", '1,0': "%E7%94%B2%E7%94%BA.xlsx#'回答'!B2" });
  const moved = model(
    cellOf('B2', inAnswers('B2')),
    cellOf('乙町', inTown('乙町 2.xlsx')),
    cellOf('甲町', inTown('甲町.xlsx')),
    cellOf('H33', inAnswers('H33')),
  );
  const second = await refresh(first, moved);
  expect(await linksIn(second)).toEqual({
    '0,0': "'回答'!B2",
    '1,0': "%E4%B9%99%E7%94%BA%202.xlsx#'回答'!B2",
    '2,0': "%E7%94%B2%E7%94%BA.xlsx#'回答'!B2",
    '3,0': "'回答'!H33",
  });
  expect(await refresh(second, moved)).toBe(second);
  // What leads nowhere any more does not lead to where another line led.
  const third = await refresh(second, model(cellOf('なし'), cellOf('H33', inAnswers('H33'))));
  expect(await linksIn(third)).toEqual({ '1,0': "'回答'!H33" });
});

test('where only the link leads elsewhere it is mended, too', async () => {
  const first = await refresh(answers, model(cellOf('セルへ', inAnswers('H33'))));
  const second = await refresh(first, model(cellOf('セルへ', inAnswers('H34'))));
  expect(await linksIn(second)).toEqual({ '0,0': "'回答'!H34" });
});

test("a user's link beside our rectangle, and one on a cell of ours that stays, are the user's", async () => {
  const [head, first, last] = [cellOf('見出し'), cellOf('H33', inAnswers('H33')), cellOf('H34', inAnswers('H34'))];
  const written = unzipSync(await refresh(answers, model(head, first)));
  const part = 'xl/worksheets/sheet2.xml';
  const theirs = strFromU8(written[part]!).replace(
    '</hyperlinks>',
    '<hyperlink ref="F9" location="\'回答\'!A1" tooltip="私の"/><hyperlink ref="A1" location="\'回答\'!A9"/></hyperlinks>',
  );
  const user = zipSync({ ...written, [part]: strToU8(theirs) });
  const again = await refresh(user, model(head, last));
  const now = strFromU8(unzipSync(again)[part]!);
  expect(now).toContain('<hyperlink ref="F9" location="\'回答\'!A1" tooltip="私の"/>');
  expect(await linksIn(again)).toMatchObject({ '0,0': "'回答'!A9", '1,0': "'回答'!H34" });
});
