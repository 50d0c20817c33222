import { alwaysWritten, reports } from '../../src/report';
import { openSample, type Pane } from './openPane';

const names = ({ excel }: Pane): readonly string[] => excel.workbook.sheets.map(({ name }) => name);
const figureIn = ({ excel }: Pane, sheet: string, row: number, column: number): unknown =>
  excel.workbook.sheet(sheet)?.cell(row, column).value;
/** The tabs of reports that somebody chose. */
const chosenTabs: readonly string[] = reports.filter(({ kind }) => !alwaysWritten.has(kind)).map(({ tab }) => tab);
const chosenIn = (all: readonly string[]): readonly string[] => all.filter((name) => chosenTabs.includes(name));
const previewed = ({ store }: Pane): readonly string[] => (store.state().preview ?? []).map(({ name }) => name);

const writtenNames = ({ store }: Pane): readonly string[] =>
  (store.state().lastWrite?.sheets ?? []).map(({ name }) => name);

/** A pane whose reading was confirmed; what would be written is on the screen. */
const atPreview = async (): Promise<Pane> => {
  const pane = openSample();
  await pane.actions.score();
  await pane.actions.preview();
  return pane;
};
const mend = ({ excel }: Pane): void => {
  excel.workbook.type('回答', [['○']], { row: 12, column: 7 });
};
const select = ({ excel }: Pane, name: string, row: number, column: number): void => {
  const sheet = excel.workbook.sheet(name);
  if (sheet === undefined) throw new Error(`no sheet ${name}`);
  excel.workbook.selection = { sheet, range: { top: row, left: column, bottom: row, right: column } };
};

describe('reports from the pane', () => {
  test('a chosen report enters the preview before anything is written, and is written with the results', async () => {
    const pane = await atPreview();
    await pane.actions.chooseReport('a', true);
    expect(chosenIn(previewed(pane))).toEqual(['資料A']);
    expect(names(pane)).toEqual(['回答']);
    await pane.actions.write();
    expect(chosenIn(names(pane))).toEqual(['資料A']);
    expect(names(pane)).toEqual(['回答', ...writtenNames(pane)]);
  });

  test('only reports that say something about the results are offered', async () => {
    const pane = await atPreview();
    expect([...(pane.store.state().offered ?? [])]).toEqual([
      'summary',
      'a',
      'b',
      'council',
      'analysis',
      'charts',
      'data',
      'plan',
      'criteria-list',
      'improvement',
    ]);
  });

  test('boxes ticked while the preview is worked out all count in the end', async () => {
    const pane = await atPreview();
    await Promise.all([
      pane.actions.chooseReport('a', true),
      pane.actions.chooseReport('analysis', true),
      pane.actions.chooseReport('charts', true),
    ]);
    expect(chosenIn(previewed(pane))).toEqual(['グラフ', '指標別分析', '資料A']);
    expect(pane.store.state().busy).toBeUndefined();
  });

  test('更新 of a pane opened later refreshes every report that stands, without asking', async () => {
    const pane = await atPreview();
    await pane.actions.chooseReport('charts', true);
    await pane.actions.chooseReport('data', true);
    await pane.actions.write();
    const before = figureIn(pane, 'グラフ', 4, 1);
    mend(pane);
    const next = openSample(pane.excel.workbook);
    await next.actions.refresh();
    expect(next.store.state().screen).toBe('result');
    expect(chosenIn(writtenNames(next))).toEqual(['グラフ', '機械可読']);
    expect(next.store.state().lastWrite?.sheets.some(({ created }) => created)).toBe(false);
    expect(figureIn(next, 'グラフ', 4, 1)).not.toBe(before);
    await next.actions.refresh();
    expect(next.store.state().notice).toBe('unchanged');
  });

  test('a standing report that was put aside stays as it is; the next 更新 takes it again', async () => {
    const pane = await atPreview();
    await pane.actions.chooseReport('charts', true);
    await pane.actions.write();
    const before = figureIn(pane, 'グラフ', 4, 1);
    mend(pane);
    const next = openSample(pane.excel.workbook);
    await next.actions.score();
    await next.actions.preview();
    await next.actions.chooseReport('charts', false);
    await next.actions.write();
    expect(figureIn(next, 'グラフ', 4, 1)).toBe(before);
    await next.actions.refresh();
    expect(figureIn(next, 'グラフ', 4, 1)).not.toBe(before);
  });

  test('a report that was taken back is not written again by a pane opened later', async () => {
    const pane = await atPreview();
    await pane.actions.chooseReport('b', true);
    await pane.actions.write();
    await pane.actions.restore();
    const next = openSample(pane.excel.workbook);
    await next.actions.score();
    await next.actions.preview();
    expect(chosenIn(previewed(next))).toEqual([]);
    expect(previewed(next)).toContain('得点');
  });
});

describe('この数字はどこから？', () => {
  test('a cell of the user is not ours, a heading of ours has no figure', async () => {
    const pane = await atPreview();
    await pane.actions.write();
    select(pane, '回答', 3, 3);
    await pane.actions.askFigure();
    expect(pane.store.state().figure).toEqual({ kind: 'not-ours', place: '回答!D4' });
    select(pane, '処理記録', 0, 0);
    await pane.actions.askFigure();
    expect(pane.store.state().figure).toMatchObject({ kind: 'no-figure', place: '処理記録!A1' });
  });

  test('every figure the models explain is found again on the sheet as it was written', async () => {
    const pane = await atPreview();
    const reports = ['a', 'b', 'analysis', 'charts', 'data', 'plan', 'criteria-list', 'improvement'] as const;
    for (const report of reports) await pane.actions.chooseReport(report, true);
    await pane.actions.write();
    let asked = 0;
    const { outcome } = pane.store.state().reading ?? {};
    if (outcome?.ok !== true) throw new Error('not scored');
    for (const model of pane.engine.sheetsToWrite(outcome.value, new Set(reports), []).sheets) {
      const found = model.rows.flatMap((cells, row) =>
        cells.flatMap(({ source }, column) => (source === undefined ? [] : [{ row, column, source }])),
      );
      for (const { row, column, source } of found.slice(0, 3)) {
        select(pane, model.name, row, column);
        asked += 1;
        await pane.actions.askFigure();
        expect(pane.store.state().figure).toMatchObject({ kind: 'figure', source });
        expect(pane.store.state().figure).not.toHaveProperty('found');
      }
    }
    expect(asked).toBeGreaterThan(8);
  });

  test('a value someone typed over ours is named, and 更新 after it asks before overwriting', async () => {
    const pane = await atPreview();
    await pane.actions.write();
    pane.excel.workbook.type('得点', [['課長確認済み']], { row: 0, column: 0 });
    select(pane, '得点', 0, 0);
    await pane.actions.askFigure();
    expect(pane.store.state().figure).toMatchObject({ found: '課長確認済み' });
    await pane.actions.refresh();
    expect([pane.store.state().screen, pane.store.state().figure]).toEqual(['papers', undefined]);
  });

  test('before a scoring nothing is asked of Excel', async () => {
    const pane = openSample();
    await pane.actions.askFigure();
    expect([pane.store.state().figure, pane.excel.host.log.trips.length]).toEqual([undefined, 0]);
  });
});
