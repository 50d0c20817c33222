import { ok, type Problem, type Result } from '../../../src/problems';
import { openFile, readWorkbookFile, type FileDesk, type FileWork, type OpenFile } from '../../../src/workbook/file';
import type { CellChange } from '../../../src/workbook';
import { fileWork } from '../../../src/workbench/work/fileWork';
import { valueOf } from '../../builders/valueOf';
import { modelOf } from '../models';
import { buildXlsx, cells } from './xlsxBuilder';

/** A workbook with the answers 1 and ×, open as in the page. */
const opened = (desk: Partial<FileDesk> = {}, work: FileWork = fileWork) => {
  const shown: string[] = [];
  const bytes = buildXlsx({ sheet: cells('<c r="A1"><v>1</v></c><c r="B1" t="str"><v>×</v></c>') });
  const file = openFile({ name: '回答.xlsx', bytes }, work, {
    show: ({ sheet, cell }) => shown.push(`${sheet}!${cell}`),
    selected: () => undefined,
    open: () => Promise.resolve(ok(true)),
    changed: () => undefined,
    keepsInFile: () => false,
    ...desk,
  });
  return { file, shown, bytes };
};
const score = modelOf([['得点', 447]]);
const codesOf = (result: Result<unknown>): readonly string[] =>
  result.ok ? [] : result.problems.map(({ code }: Problem) => code);
const namesIn = async ({ current }: OpenFile): Promise<readonly string[]> =>
  valueOf(await readWorkbookFile(current().bytes, 'a.xlsx')).sheets.map(({ name }) => name);

test('what is written stands in the file, and 元に戻す gives the very bytes of before', async () => {
  const { file, bytes } = opened();
  expect(valueOf(await file.workbook.preview([score])).sheets).toMatchObject([{ created: true }]);
  expect(file.current().bytes).toBe(bytes);
  expect(valueOf(await file.workbook.write([score]))).toMatchObject({ sheets: [{ created: true }], notices: [] });
  expect(await namesIn(file)).toEqual(['回答', score.name]);
  expect(valueOf(await file.workbook.restore())).toEqual([]);
  expect(file.current().bytes).toBe(bytes);
  expect(codesOf(await file.workbook.restore())).toEqual(['E-715']);
});

test('what was corrected after a write stays when the write is taken back', async () => {
  const { file } = opened();
  await file.workbook.write([score]);
  await file.type([{ sheet: '回答', cell: 'B1', value: '○' }]);
  valueOf(await file.workbook.restore());
  expect(await namesIn(file)).toEqual(['回答']);
  expect(valueOf(await file.content()).sheets[0]?.grid).toEqual([[1, '○']]);
});

test('a sheet to fill in is added beside one that stands, and shown; it is not taken back with an older write', async () => {
  const { file, shown } = opened();
  await file.workbook.write([score]);
  expect(valueOf(await file.workbook.addSheet(score))).toBe(`${score.name} (2)`);
  expect(shown).toEqual([`${score.name} (2)!A1`]);
  expect(codesOf(await file.workbook.restore())).toEqual(['E-715']);
  expect(await namesIn(file)).toEqual(['回答', score.name, `${score.name} (2)`]);
});

test('typing is told to those who watch; what the pane enters is not', async () => {
  const { file } = opened();
  const told: CellChange[] = [];
  const stop = valueOf(await file.workbook.watch((change) => told.push(change)));
  await file.type([{ sheet: '回答', cell: 'B1', value: '○' }]);
  await file.workbook.enter([{ sheet: '回答', cell: 'A1', value: 2 }]);
  await stop();
  await file.type([{ sheet: '回答', cell: 'B1', value: '×' }]);
  expect(told).toEqual([{ sheetId: '回答', address: 'B1' }]);
  expect(valueOf(await file.content()).sheets[0]?.grid).toEqual([[2, '×']]);
});

test('results of answers that were changed since are not written', async () => {
  const { file } = opened();
  await file.workbook.read();
  const area = { top: 0, left: 1, bottom: 0, right: 1 };
  const counted = [{ sheet: '回答', area, values: [['×']] }];
  await file.type([{ sheet: '回答', cell: 'B1', value: '○' }]);
  expect(codesOf(await file.workbook.write([score], { counted }))).toEqual(['E-748']);
  await file.type([{ sheet: '回答', cell: 'B1', value: '×' }]);
  expect((await file.workbook.write([score], { counted })).ok).toBe(true);
});

test('a file is read once for each edition of it', async () => {
  let readings = 0;
  const counting: FileWork = {
    ...fileWork,
    read: (...given) => {
      readings += 1;
      return fileWork.read(...given);
    },
  };
  const { file } = opened({}, counting);
  await Promise.all([file.workbook.read(), file.content(), file.workbook.jumpTo({ sheet: '回答', cell: 'A1' })]);
  expect(readings).toBe(1);
  await file.type([{ sheet: '回答', cell: 'A1', value: 3 }]);
  await file.workbook.read();
  await file.content();
  expect(readings).toBe(2);
});

test('a jump leads to sheets that can be seen, and says why not to others', async () => {
  const { file, shown } = opened();
  valueOf(await file.workbook.jumpTo({ sheet: '回答', cell: 'B1' }));
  expect(codesOf(await file.workbook.jumpTo({ sheet: '無い', cell: 'B1' }))).toEqual(['E-704']);
  expect(shown).toEqual(['回答!B1']);
});

test('the cell a person is at, with the names of its sheet', async () => {
  const { file } = opened({ selected: () => ({ sheet: score.name, row: 0, column: 1 }) });
  await file.workbook.write([score]);
  const selected = valueOf(await file.workbook.selectedCell());
  expect(selected).toMatchObject({ sheet: score.name, row: 0, column: 1, value: 447 });
  expect(selected.names.map(({ name }) => name)).toContain(`_INCENTIVE_${score.marker}`);
});

test('what the pane remembers is kept while the file is open', async () => {
  const { file } = opened();
  expect(valueOf(await file.workbook.readSettings(['a', 'b']))).toEqual(new Map());
  await file.workbook.saveSettings(new Map([['a', '1']]));
  expect(valueOf(await file.workbook.readSettings(['a', 'b']))).toEqual(new Map([['a', '1']]));
});

test('the file keeps what a person chose, through a write that is taken back; the rest lasts as long as the page', async () => {
  let edition = 0;
  const { file, bytes } = opened({ keepsInFile: (key) => key === 'mapping', changed: () => (edition += 1) });
  valueOf(await file.workbook.saveSettings(new Map([['score', '1']])));
  expect([file.current().bytes === bytes, edition]).toEqual([true, 0]);
  await file.workbook.write([score]);
  const content = await file.content();
  valueOf(await file.workbook.saveSettings(new Map([['mapping', '案']])));
  const keys = ['score', 'mapping'] as const;
  const texts = async ({ current }: OpenFile) => {
    const kept = await fileWork.settings(current());
    return keys.map((key) => kept.get(key));
  };
  expect(await texts(file)).toEqual([undefined, '案']);
  expect(edition).toBe(2);
  // The cells need not be read anew.
  expect(await file.content()).toBe(content);
  valueOf(await file.workbook.restore());
  expect(await namesIn(file)).toEqual(['回答']);
  expect(await texts(file)).toEqual([undefined, '案']);
  expect(valueOf(await file.workbook.readSettings(keys))).toEqual(
    new Map([
      ['score', '1'],
      ['mapping', '案'],
    ]),
  );
});

test('what add-ins keep in the file is asked for once, however many texts are wanted', async () => {
  let asked = 0;
  const { file } = opened(
    {},
    {
      ...fileWork,
      settings: (of) => {
        asked += 1;
        return fileWork.settings(of);
      },
    },
  );
  valueOf(await file.workbook.readSettings(['score', 'mapping', 'plan']));
  expect(asked).toBe(1);
});
