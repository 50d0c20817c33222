import { standingOf, type Standing } from '../../src/taskpane/state/clocks';
import type { HostWorkbook } from '../host/model/hostWorkbook';
import { openPane, openSample, type Pane } from './openPane';

const written = async (): Promise<Pane> => {
  const pane = openSample();
  await pane.actions.score();
  await pane.actions.save();
  expect(said(pane)).toBe('fresh');
  return pane;
};

const said = ({ store }: Pane): Standing => standingOf(store.state());
const sheets = ({ excel }: Pane): readonly string[] => excel.workbook.sheets.map(({ name }) => name);
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 50));

/** What the pane says once Excel told it, and it read again. */
const afterTold = async (pane: Pane): Promise<Standing> => {
  await settled();
  pane.later();
  while (pane.store.state().busy !== undefined) await settled();
  return said(pane);
};

const reopened = async ({ excel }: Pane): Promise<Pane> => {
  const pane = openPane(excel.workbook);
  await pane.actions.open();
  return pane;
};

const remove = ({ excel }: Pane, name: string): void => {
  excel.workbook.deleteSheet(excel.workbook.sheet(name)!);
};

const place = { row: 12, column: 7 };
const answer = ({ excel }: Pane): unknown => excel.workbook.sheet('回答')?.cell(place.row, place.column).value;
const mark = (pane: Pane, value: unknown): Promise<Standing> => {
  pane.excel.workbook.type('回答', [[value as string]], place);
  return afterTold(pane);
};

const townRow = (workbook: HostWorkbook): number =>
  workbook.sheet('回答')?.rows.findIndex((cells) => cells[0]?.value === '市町村名') ?? -1;

describe('a sheet of ours that was deleted', () => {
  test.each(['得点', '指標別'])('%s is missed at once and after reopening, until it is written anew', async (name) => {
    const pane = await written();
    remove(pane, name);
    expect(await afterTold(pane)).toBe('unwritten');
    await pane.actions.recheck();
    expect([said(pane), pane.store.state().lastWrite]).toEqual(['unwritten', undefined]);
    const again = await reopened(pane);
    expect(said(again)).toBe('unwritten');
    await again.actions.save();
    expect([said(again), sheets(again)]).toEqual(['fresh', expect.arrayContaining([name])]);
    expect(said(await reopened(again))).toBe('fresh');
  });

  test('does not come back with 元に戻す, nor does the word for it', async () => {
    const anew = await written();
    remove(anew, '得点');
    await afterTold(anew);
    await anew.actions.save();
    await anew.actions.restore();
    expect(said(anew)).toBe('unwritten');
    expect(said(await reopened(anew))).toBe('unwritten');

    const twice = await written();
    const before = answer(twice);
    await mark(twice, before === '○' ? '×' : '○');
    await twice.actions.save();
    expect(await mark(twice, before)).toBe('unwritten');
    remove(twice, '得点');
    await afterTold(twice);
    await twice.actions.restore();
    expect([twice.store.state().notice, said(twice)]).toEqual(['restored', 'unwritten']);
    await twice.actions.recheck();
    expect(said(twice)).toBe('unwritten');
  });

  test('is missed although that of another town was kept beside it', async () => {
    const pane = await written();
    const { workbook } = pane.excel;
    workbook.rename(workbook.sheet('得点')!, '得点（北塩原村）');
    expect(await afterTold(pane)).toBe('fresh');
    workbook.type('回答', [['会津若松市']], { row: townRow(workbook), column: 1 });
    await afterTold(pane);
    await pane.actions.save();
    await pane.actions.write();
    expect([said(pane), sheets(pane)]).toEqual(['fresh', expect.arrayContaining(['得点', '得点（北塩原村）'])]); // prettier-ignore
    // Where sheets are chosen nothing is read again by itself.
    pane.actions.show('result');
    remove(pane, '得点');
    expect(await afterTold(pane)).toBe('unwritten');
    expect(said(await reopened(pane))).toBe('unwritten');
  });
});

test('what 元に戻す gives back is said at once and after reopening; the sheets it takes away are nobody’s change', async () => {
  const pane = await written();
  await pane.actions.restore();
  await settled();
  expect([pane.store.state().notice, said(pane), sheets(pane)]).toEqual(['restored', 'unwritten', ['回答']]);
  await pane.actions.save();
  const before = answer(pane);
  await mark(pane, before === '○' ? '×' : '○');
  await pane.actions.save();
  await pane.actions.restore();
  expect(await mark(pane, before)).toBe('fresh');
  expect(said(await reopened(pane))).toBe('fresh');
});
