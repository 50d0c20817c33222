import { partsOf } from '../../src/problems';
import { standingOf } from '../../src/taskpane/state/clocks';
import { totalChange } from '../../src/taskpane/state/scored';
import { ltsc2024, m365, supportedExcels, web } from '../host/excelProfiles';
import type { HostWorkbook } from '../host/model/hostWorkbook';
import { openPane, openSample, type Pane } from './openPane';

const codes = ({ store }: Pane): readonly string[] => store.state().faults.map(({ code }) => code);
const total = ({ store }: Pane): string | undefined => totalChange(store.state())?.now;
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 30));

/** Scored, confirmed, and what would be written on the screen. */
const previewed = async (...parts: Parameters<typeof openSample>): Promise<Pane> => {
  const pane = openSample(...parts);
  await pane.actions.score();
  await pane.actions.preview();
  return pane;
};

/** Every ○ of the answers becomes ×, one cell after the other. */
const unmeetAll = (workbook: HostWorkbook, by: Parameters<HostWorkbook['type']>[3]): number => {
  let changed = 0;
  workbook.sheet('回答')!.rows.forEach((cells, row) => {
    cells.forEach((cell, column) => {
      if (cell?.value !== '○' || row < 8) return;
      workbook.type('回答', [['×']], { row, column }, by);
      changed += 1;
    });
  });
  return changed;
};

/** Calls and writes that change a workbook, of those a member list shows. */
const writing = /\.(Values|NumberFormat|Add|Visibility|Formula|Delete|Hyperlink|Clear|Merge)$/;

describe.each([
  ['a co-author', 'co-author', m365],
  ['a drop-down on the web, which gives no event', 'drop-down', web],
  ['an edit behind the preview', 'typing', ltsc2024],
] as const)('answers changed by %s', (_, by, excel) => {
  test('nothing is written, the new total is shown and asked, and the next click writes it', async () => {
    const pane = await previewed(undefined, excel);
    const before = total(pane);
    const changed = unmeetAll(pane.excel.workbook, by);
    expect(changed).toBeGreaterThan(50);
    await settled();
    expect(pane.store.state().stale).toBe(by !== 'drop-down');
    const members: string[] = [];
    pane.excel.host.interfere = (member) => void members.push(member);
    await pane.actions.write();
    expect(members.filter((member) => writing.test(member))).toEqual([]);
    expect(pane.excel.workbook.sheets.map(({ name }) => name)).toEqual(['回答']);
    const { screen, preview, faults } = pane.store.state();
    const now = total(pane);
    expect([codes(pane), screen, (preview ?? []).length > 0]).toEqual([['E-749'], 'result', true]);
    expect(Number.parseInt(now ?? '', 10)).toBeLessThan(Number.parseInt(before ?? '', 10));
    expect(partsOf(faults[0]!)).toMatchObject({
      what: expect.stringContaining(`${String(changed)}セル`),
      effect: expect.stringContaining(`総得点は${before}点から${now}点になりました`),
    });
    await pane.actions.write();
    expect([codes(pane), pane.store.state().screen]).toEqual([[], 'result']);
    expect(String(pane.excel.workbook.sheet('得点')?.cell(2, 0).value)).toContain(now);
  });
});

test('a remark beside the answers, or a sheet of the user, keeps nobody from writing', async () => {
  const pane = await previewed();
  pane.excel.workbook.addSheet('メモ');
  pane.excel.workbook.type('メモ', [['下書き']]);
  pane.excel.workbook.type('回答', [['確認済み']], { row: 40, column: 12 });
  await pane.actions.write();
  expect([codes(pane), pane.store.state().screen]).toEqual([[], 'result']);
});

test('an answer that came below the last row is seen too', async () => {
  const pane = await previewed();
  const { rows } = pane.excel.workbook.sheet('回答')!;
  pane.excel.workbook.type('回答', [['○']], { row: rows.length, column: 7 });
  await pane.actions.write();
  expect(codes(pane)).toEqual(['E-749']);
});

test('a sheet of answers that was renamed is read again under its new name', async () => {
  const pane = await previewed();
  pane.excel.workbook.rename(pane.excel.workbook.sheet('回答')!, '回答（最終）');
  await pane.actions.write();
  expect([codes(pane), pane.excel.workbook.sheets.length]).toEqual([['E-704'], 1]);
  await pane.actions.preview();
  await pane.actions.write();
  expect([codes(pane), pane.store.state().screen]).toEqual([[], 'reading']);
});

test('sheets that print an old name of the answers are not the newest, whatever their total', async () => {
  const pane = await previewed();
  await pane.actions.write();
  expect(standingOf(pane.store.state())).toBe('fresh');
  pane.excel.workbook.rename(pane.excel.workbook.sheet('回答')!, '令和6年度の回答');
  await pane.actions.recheck();
  expect(standingOf(pane.store.state())).toBe('unwritten');
  await pane.actions.save();
  expect([codes(pane), standingOf(pane.store.state())]).toEqual([[], 'fresh']);
  await pane.actions.score();
  expect(standingOf(pane.store.state())).toBe('fresh');
});

test('answers that can no longer be scored lead back to the reading', async () => {
  const pane = await previewed();
  const { rows } = pane.excel.workbook.sheet('回答')!;
  pane.excel.workbook.type('回答', rows.map((cells) => cells.map(() => ''))); // prettier-ignore
  await pane.actions.write();
  expect([codes(pane), pane.store.state().screen]).toEqual([['E-748'], 'reading']);
  expect(pane.excel.workbook.sheets.map(({ name }) => name)).toEqual(['回答']);
});

describe.each(supportedExcels.map((excel) => [excel.name, excel] as const))('%s: the undo list', (_, excel) => {
  const listening = excel.name === 'web' ? [] : ['WorksheetCollection._RegisterDataChangedEvent'];

  test('採点 clears it by nothing but the listening for changes, and that once a session', async () => {
    const pane = await previewed(undefined, excel);
    await pane.actions.score();
    await pane.actions.recheck();
    await pane.actions.preview();
    expect(pane.excel.host.log.undoCleared).toEqual(listening);
    expect(pane.excel.workbook.settings.size).toBe(0);
  });

  test('a write stores mapping and score once, and again only what changed', async () => {
    const pane = await previewed(undefined, excel);
    await pane.actions.write();
    expect([...pane.excel.workbook.settings.keys()].sort()).toEqual([
      'IncentiveScore.before',
      'IncentiveScore.cells',
      'IncentiveScore.mapping',
      'IncentiveScore.score',
      'IncentiveScore.undo',
    ]);
    const stored = (): number => pane.excel.host.log.members.get('SettingCollection.add') ?? 0;
    expect(stored()).toBe(5);
    await pane.actions.refresh();
    expect([pane.store.state().notice, stored()]).toEqual(['unchanged', 5]);
    const next = openPane(pane.excel.workbook, excel);
    await next.actions.refresh();
    expect([next.store.state().screen, next.excel.host.log.undoCleared]).toEqual(['result', listening]);
  });
});
