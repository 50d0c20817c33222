import { decisionsIn, type Decision } from '../../../src/answers';
import { evaluate, ourSheets } from '../../../src/evaluation';
import { decisionsSheet } from '../../../src/report';
import { answerForm, workbook } from '../../builders/answerSheets';
import { hostBook } from '../../builders/hostBook';
import { openInExcel } from './open';

const grid = answerForm({
  year: 'R8',
  municipality: '北塩原村',
  prefecture: '福島県',
  mark: ({ id }) => (/^[PS]1p/.test(id) ? '△' : '○'),
});
const decision = (row: number): Decision => ({ sheet: '回答', cell: `H${String(row)}`, text: '△', judgement: 'unmet' });

/** The decisions of the open workbook as the pane reads them: without the place of their rows. */
const opened = () => {
  const excel = openInExcel(hostBook(workbook({ name: '回答', grid })));
  const read = async () => {
    const content = await excel.book.read({ leftOut: ourSheets });
    if (!content.ok) throw new Error(JSON.stringify(content.problems));
    const found = decisionsIn(content.value).decisions.map(({ sheet, cell, text, judgement }) => ({
      sheet,
      cell,
      text,
      judgement,
    }));
    const results = evaluate(content.value);
    return { found, settled: results.ok ? results.value.decisions?.settled.length : undefined };
  };
  const write = async (...decisions: readonly Decision[]): Promise<void> => {
    expect(await excel.book.write([decisionsSheet(decisions)])).toMatchObject({ ok: true });
  };
  return { excel, read, write };
};

test('decisions that Excel holds are read by every reading, and undone by writing the list without them', async () => {
  const { excel, read, write } = opened();
  await write(decision(5), decision(6));
  expect(await read()).toEqual({ found: [decision(5), decision(6)], settled: 2 });
  await write(decision(6));
  expect(await read()).toEqual({ found: [decision(6)], settled: 1 });
  await write();
  expect(await read()).toEqual({ found: [], settled: undefined });
  expect(excel.workbook.sheets.map(({ name }) => name)).toEqual(['回答', '判定']);
});

test('a row a person types below counts, and stays when the list is written again; so does what stands beside', async () => {
  const { excel, read, write } = opened();
  await write(decision(5));
  const sheet = excel.workbook.sheet('判定')!;
  const typed = [['回答', 'H6', '△', '×']] as const;
  for (const [at, row] of typed.entries()) {
    row.forEach((value, column) => {
      sheet.put(5 + at, column, { value });
    });
  }
  sheet.put(1, 9, { value: '控え' });
  expect(await read()).toEqual({ found: [decision(5), decision(6)], settled: 2 });
  await write(decision(5), decision(6), decision(7));
  expect(await read()).toEqual({ found: [decision(5), decision(6), decision(7)], settled: 3 });
  const many = Array.from({ length: 40 }, (_, at) => decision(5 + at));
  await write(...many);
  expect((await read()).found).toEqual(many);
  expect(sheet.cell(1, 9)).toMatchObject({ value: '控え' });
  expect(excel.workbook.sheets.map(({ name }) => name)).toEqual(['回答', '判定']);
});

test('a row that a person deletes in Excel is undone', async () => {
  const { excel, read, write } = opened();
  await write(decision(5), decision(6), decision(7));
  const sheet = excel.workbook.sheet('判定')!;
  for (const column of [0, 1, 2, 3]) sheet.put(5, column, { value: '' });
  expect(await read()).toEqual({ found: [decision(5), decision(7)], settled: 2 });
});
