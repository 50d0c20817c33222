import type { SheetModel } from '../../../src/workbook';
import { HostError } from '../../host/model/hostError';
import { supportedExcels } from '../../host/excelProfiles';
import { HostWorkbook } from '../../host/model/hostWorkbook';
import { modelOf, openInExcel, shown } from './open';

const form: SheetModel = modelOf([['枝番', '回答'], ['①', null]], { name: '回答', marker: 'form' }); // prettier-ignore

describe.each(supportedExcels)('a sheet is added in $name', (excel) => {
  const openBook = (workbook: HostWorkbook) => openInExcel(workbook, excel);

  test('and shown, however many of its kind there are; none of them is written on', async () => {
    const { book, workbook, host } = openBook(new HostWorkbook('Sheet1'));
    expect(await book.addSheet(form)).toEqual({ ok: true, value: '回答' });
    expect(workbook.active.name).toBe('回答');
    workbook.type('回答', [['○']], { row: 1, column: 1 });
    const before = shown(workbook.sheet('回答'));
    expect(await book.addSheet(form)).toEqual({ ok: true, value: '回答 (2)' });
    expect([shown(workbook.sheet('回答')), workbook.active.name]).toEqual([before, '回答 (2)']);
    expect(workbook.sheets.map(({ name, visibility }) => [name, visibility])).toEqual([
      ['Sheet1', 'Visible'],
      ['回答', 'Visible'],
      ['回答 (2)', 'Visible'],
    ]);
    expect(host.log.unknown).toEqual([]);
  });

  test('also beside a form of ours that is protected', async () => {
    const { book, workbook } = openBook(new HostWorkbook('Sheet1'));
    await book.addSheet(form);
    workbook.sheet('回答')!.protected = true;
    expect(await book.addSheet(form)).toEqual({ ok: true, value: '回答 (2)' });
  });

  test('or nothing is: where Excel refuses half-way, or the workbook is protected', async () => {
    const { book, workbook, host } = openBook(new HostWorkbook('回答'));
    host.interfere = (member) => {
      if (member === 'Range.Values') throw new HostError('GeneralException', 'no', member);
    };
    expect(await book.addSheet(form)).toMatchObject({ ok: false });
    host.interfere = () => undefined;
    workbook.structureProtected = true;
    expect(await book.addSheet(form)).toMatchObject({ ok: false, problems: [{ code: 'E-709' }] });
    expect(workbook.sheets.map(({ name }) => name)).toEqual(['回答']);
  });

  test('元に戻す takes back the last write, and not a form that was added after it', async () => {
    const { book, workbook } = openBook(new HostWorkbook('Sheet1'));
    await book.write([modelOf([['項目', '点']])]);
    await book.addSheet(form);
    await book.restore();
    expect(workbook.sheets.map(({ name }) => name)).toEqual(['Sheet1', '回答']);
  });
});
