import { asksOf } from '../../src/answers';
import { municipalitiesOf, onlyMunicipality } from '../../src/evaluation';
import { answerable } from '../../src/problems';
import { criterionIndexOf } from '../../src/schemes';
import { readSettingsSheet } from '../../src/settings';
import { paneActions } from '../../src/taskpane/actions/paneActions';
import * as engine from '../../src/taskpane/actions/engine';
import { checkItems } from '../../src/taskpane/result/checkItems';
import { planFor, trialDesk } from '../../src/taskpane/result/trial';
import { standingOf } from '../../src/taskpane/state/clocks';
import { lostOf } from '../../src/taskpane/state/selectors';
import { officejsWorkbook } from '../../src/workbook/officejs';
import { parseA1 } from '../../src/workbook';
import { readWorkbookFile } from '../../src/workbook/file';
import { answerForm } from '../builders/answerSheets';
import { hostBook } from '../builders/hostBook';
import { syntheticNation } from '../fixtures/syntheticNation';
import { HostWorkbook } from '../host/model/hostWorkbook';
import { openPane, openSample, type Pane } from './openPane';

const scored = async (): Promise<Pane> => {
  const pane = openSample();
  await pane.actions.score();
  await pane.actions.save();
  return pane;
};

const codes = ({ store }: Pane): readonly string[] => store.state().faults.map(({ code }) => code);
const names = ({ excel }: Pane): readonly string[] => excel.workbook.sheets.map(({ name }) => name);
const headline = ({ excel }: Pane): unknown => excel.workbook.sheet('得点')?.cell(2, 0).value;

test('a workbook nobody has scored is met with what was found in it; nothing is written, and one press shows the result', async () => {
  const pane = openSample();
  await pane.actions.open();
  expect(pane.store.state()).toMatchObject({ screen: 'opening', reading: { outcome: { ok: true } } });
  const { trips } = pane.excel.host.log;
  const before = trips.length;
  await pane.actions.score();
  // What was just read is not read again.
  expect([pane.store.state().screen, trips.length, names(pane)]).toEqual(['result', before, ['回答']]);
});

test('a workbook that was scored shows its result as soon as the pane is opened, with what its sheets say', async () => {
  const pane = await scored();
  const next = openPane(pane.excel.workbook);
  await next.actions.open();
  const { screen, written, reading } = next.store.state();
  expect(screen).toBe('result');
  expect(written?.range).toEqual({ least: 291, most: 300 });
  expect(standingOf(next.store.state())).toBe('fresh');
  expect(reading?.changes).toEqual([]);
  await next.actions.preview();
  const { preview } = next.store.state();
  expect(preview?.every(({ changedCells, created, edited }) => changedCells === 0 && !created && !edited)).toBe(true);
});

test('a doubtful reading is looked at before its result', async () => {
  const pane = openSample();
  pane.excel.workbook.type(
    '回答',
    Array.from({ length: 40 }, () => ['?']),
    { row: 60, column: 7 },
  );
  await pane.actions.score();
  expect(pane.store.state().screen).toBe('reading');
});

test('a changed header stops the next run at the reading and names the change', async () => {
  const pane = await scored();
  pane.excel.workbook.type('回答', [['得点案']], { row: 7, column: 8 });
  const next = openPane(pane.excel.workbook);
  await next.actions.score();
  const { screen, reading } = next.store.state();
  expect(screen).toBe('reading');
  expect(reading?.changes).toEqual([{ place: '回答!I8', before: '', now: '得点案' }]);
});

test('a meaning given to ◎ settles its cell at once and survives the next run', async () => {
  const pane = openSample();
  await pane.actions.score();
  const before = pane.store.state().reading?.outcome;
  await pane.actions.remap({ markMeanings: new Map([['◎', 'met']]) });
  const { outcome } = pane.store.state().reading ?? {};
  if (before?.ok !== true || outcome?.ok !== true) throw new Error('not scored');
  expect(municipalitiesOf(outcome.value)[0]?.total).toBe((municipalitiesOf(before.value)[0]?.total ?? 0) + 4);
  await pane.actions.save();
  const next = openPane(pane.excel.workbook);
  await next.actions.score();
  expect([...next.store.state().mapping.markMeanings]).toEqual([['◎', 'met']]);
});

test('更新 writes what changed, and 元に戻す takes exactly that back', async () => {
  const pane = await scored();
  const before = headline(pane);
  pane.excel.workbook.type('回答', [['○']], { row: 12, column: 7 });
  await pane.actions.refresh();
  expect(pane.store.state().screen).toBe('result');
  expect(headline(pane)).not.toBe(before);
  await pane.actions.restore();
  expect([headline(pane), pane.store.state().notice]).toEqual([before, 'restored']);
});

test('元に戻す is there when the pane is opened again, and what the sheets say is known again', async () => {
  const pane = await scored();
  const before = headline(pane);
  pane.excel.workbook.type('回答', [['○']], { row: 12, column: 7 });
  await pane.actions.refresh();
  const next = openPane(pane.excel.workbook);
  await next.actions.open();
  expect(next.store.state()).toMatchObject({ canRestore: true, written: { range: { least: 295 } } });
  await next.actions.restore();
  expect([headline(next), next.store.state().canRestore]).toEqual([before, false]);
  expect(next.store.state().written?.range).toEqual({ least: 291, most: 300 });
  // Once only: what was there before is not kept twice.
  const third = openPane(pane.excel.workbook);
  await third.actions.open();
  expect(third.store.state().canRestore).toBe(false);
});

test('a way back of other sheets than those that stand is none', async () => {
  const pane = await scored();
  pane.excel.workbook.settings.set('IncentiveScore.score', '1/2/AAAAAAAA/none');
  const next = openPane(pane.excel.workbook);
  await next.actions.open();
  expect(next.store.state().canRestore).toBe(false);
});

test('where the way back is too long to be kept, that is said before anything is written', async () => {
  const pane = openSample();
  const { workbook } = pane.excel;
  await pane.actions.score();
  await pane.actions.save();
  // A formula of the user's in our rectangle is never kept as a text.
  workbook.type('得点', [['=1+1']], { row: 0, column: 0 });
  await pane.actions.recheck();
  await pane.actions.save();
  expect(pane.store.state()).toMatchObject({ asksToOverwrite: true, keepsUndo: false });
  await pane.actions.write();
  expect(pane.store.state()).toMatchObject({ notice: 'written', canRestore: true, stored: { undo: undefined } });
});

test('更新 stops to ask when someone edited our sheets', async () => {
  const pane = await scored();
  pane.excel.workbook.type('得点', [['課長確認済み']], { row: 0, column: 0 });
  await pane.actions.refresh();
  expect(pane.store.state()).toMatchObject({ screen: 'papers', asksToOverwrite: true });
  expect(
    pane.store
      .state()
      .preview?.filter(({ edited }) => edited)
      .map(({ name }) => name),
  ).toEqual(['得点']);
  // Which values they are is known in another session too; what was mended in the answers is none of them.
  pane.excel.workbook.type('得点', [['']], { row: 4, column: 1 });
  pane.excel.workbook.type('回答', [['○']], { row: 12, column: 7 });
  const next = openPane(pane.excel.workbook);
  await next.actions.open();
  await next.actions.preview();
  expect(next.store.state().preview?.flatMap(({ editedCells = [] }) => editedCells)).toEqual(['A1', 'B5']);
  expect(pane.excel.workbook.sheet('得点')?.cell(0, 0).value).toBe('課長確認済み');
  await next.actions.write();
  expect(pane.excel.workbook.sheet('得点')?.cell(0, 0).value).not.toBe('課長確認済み');
  expect(next.store.state()).toMatchObject({ asksToOverwrite: false, notice: 'written' });
});

test('更新 in a workbook nobody has confirmed writes what was read without doubt, and stops where there is some', async () => {
  const sure = openSample();
  await sure.actions.refresh();
  expect([sure.store.state().notice, names(sure).includes('得点')]).toEqual(['written', true]);
  const doubtful = openSample();
  const marks = Array.from({ length: 40 }, () => ['?']);
  doubtful.excel.workbook.type('回答', marks, { row: 60, column: 7 });
  await doubtful.actions.refresh();
  expect(doubtful.store.state()).toMatchObject({ screen: 'reading', notice: 'to-confirm' });
  expect(names(doubtful)).toEqual(['回答']);
  await doubtful.actions.save();
  expect(names(doubtful)).toContain('得点');
});

describe('result sheets of last year in the same workbook', () => {
  const answersOf = (year: string) =>
    answerForm({ year, municipality: '天草市', prefecture: '熊本県', mark: () => '○' }) as never;
  const title = (pane: ReturnType<typeof openPane>, name: string): unknown =>
    pane.excel.workbook.sheet(name)?.cell(0, 0).value;
  /** R7 was scored and written; then the answers of R8 took the place of those of R7. */
  const ofTwoYears = async (between: (workbook: HostWorkbook) => void = () => undefined) => {
    const workbook = new HostWorkbook('回答');
    workbook.type('回答', answersOf('R7'));
    const pane = openPane(workbook);
    await pane.actions.score();
    await pane.actions.save();
    between(workbook);
    workbook.type('回答', answersOf('R8'));
    await pane.actions.score();
    return pane;
  };

  test('are asked about by year before they are replaced, and taken back whole', async () => {
    const pane = await ofTwoYears();
    await pane.actions.save();
    expect([pane.store.state().asksToOverwrite, title(pane, '得点')]).toEqual([
      true,
      expect.stringContaining('令和7年度'),
    ]);
    const asked = pane.store.state().preview!.filter(({ replaced }) => replaced?.year === 'R7');
    expect(asked.map(({ name }) => name)).toEqual(expect.arrayContaining(['概況', '得点', '検算', '処理記録']));
    await pane.actions.write();
    expect(title(pane, '得点')).toContain('令和8年度');
    // From now on they are of this year, and nobody is asked.
    await pane.actions.save();
    expect(pane.store.state().asksToOverwrite).toBe(false);
    await pane.actions.restore();
    expect(title(pane, '得点')).toContain('令和7年度');
  });

  test('stay as they are under a name with their year; what is new goes beside them, and is found again', async () => {
    const pane = await ofTwoYears((workbook) => {
      for (const name of ['得点', '指標別']) workbook.rename(workbook.sheet(name)!, `${name}（R7）`);
    });
    const before = pane.excel.workbook.sheet('指標別（R7）')!.rows.map((row) => row.map((cell) => cell?.value));
    await pane.actions.save();
    expect(pane.store.state().asksToOverwrite).toBe(true);
    await pane.actions.write();
    expect([title(pane, '得点（R7）'), title(pane, '得点')]).toEqual([
      expect.stringContaining('令和7年度'),
      expect.stringContaining('令和8年度'),
    ]);
    expect(pane.excel.workbook.sheet('指標別（R7）')!.rows.map((row) => row.map((cell) => cell?.value))).toEqual(
      before,
    );
    const count = pane.excel.workbook.sheets.length;
    await pane.actions.save();
    expect([pane.store.state().notice, pane.excel.workbook.sheets.length]).toEqual(['unchanged', count]);
  });

  test('a renamed sheet of the same year is followed, as ever', async () => {
    const workbook = new HostWorkbook('回答');
    workbook.type('回答', answersOf('R8'));
    const pane = openPane(workbook);
    await pane.actions.score();
    await pane.actions.save();
    workbook.rename(workbook.sheet('得点')!, '得点（令和8年度）');
    workbook.type('回答', [['×']], { row: 12, column: 7 });
    await pane.actions.score();
    await pane.actions.save();
    expect(names(pane)).toContain('得点（令和8年度）');
    expect(names(pane)).not.toContain('得点');
  });
});

describe('result sheets of another municipality in the same workbook', () => {
  const answersOf = (municipality: string, prefecture?: string) =>
    answerForm({
      year: 'R8',
      municipality,
      ...(prefecture === undefined ? {} : { prefecture }),
      mark: () => '○',
    }) as never;
  /** The head of 得点 names whose it is. */
  const named = (pane: ReturnType<typeof openPane>, name: string): unknown =>
    pane.excel.workbook.sheet(name)?.cell(1, 0).value;
  const rowsOf = (pane: ReturnType<typeof openPane>, name: string): unknown =>
    pane.excel.workbook.sheet(name)!.rows.map((row) => row.map((cell) => cell?.value));
  /** One municipality was scored and written; then the answers of another took the place of its own. */
  const ofTwo = async (
    [first, second]: readonly [() => never, () => never],
    between: (workbook: HostWorkbook) => void = () => undefined,
  ) => {
    const workbook = new HostWorkbook('回答');
    workbook.type('回答', first());
    const pane = openPane(workbook);
    await pane.actions.score();
    await pane.actions.save();
    between(workbook);
    workbook.type('回答', second());
    await pane.actions.score();
    return pane;
  };
  const hachioji = () => answersOf('八王子市', '東京都');
  const kawaguchi = () => answersOf('川口市', '埼玉県');

  test('are asked about by name before they are replaced, and taken back whole', async () => {
    const pane = await ofTwo([hachioji, kawaguchi]);
    await pane.actions.save();
    expect([pane.store.state().asksToOverwrite, named(pane, '得点')]).toEqual([
      true,
      expect.stringContaining('八王子市（東京都）'),
    ]);
    const asked = pane.store
      .state()
      .preview!.filter(({ replaced }) => replaced?.municipalities.includes('八王子市') === true);
    expect(asked.map(({ name }) => name)).toEqual(['概況', '得点', '指標別']);
    await pane.actions.write();
    expect(named(pane, '得点')).toContain('川口市');
    await pane.actions.save();
    expect(pane.store.state().asksToOverwrite).toBe(false);
    await pane.actions.restore();
    expect(named(pane, '得点')).toContain('八王子市');
  });

  test('of the same name in another prefecture are another one; an open answer is none', async () => {
    const pane = await ofTwo([() => answersOf('府中市', '広島県'), () => answersOf('府中市', '東京都')]);
    await pane.actions.save();
    const lost = pane.store.state().preview!.flatMap(({ replaced }) => replaced?.municipalities ?? []);
    expect([pane.store.state().asksToOverwrite, [...new Set(lost)]]).toEqual([true, ['府中市（広島県）']]);
    await pane.actions.write();
    pane.excel.workbook.type('回答', [['？']], { row: 12, column: 7 });
    await pane.actions.score();
    await pane.actions.save();
    expect([pane.store.state().asksToOverwrite, named(pane, '得点')]).toEqual([
      false,
      expect.stringContaining('【暫定】'),
    ]);
  });

  /** One column of answers each, headed by its municipality; a column that is not there is emptied. */
  const columnsOf =
    (...names: readonly string[]) =>
    (): never =>
      answerForm({ year: 'R8', municipality: '', mark: () => '○' }).map((row) =>
        row.length < 8
          ? row
          : row[7] === '回答'
            ? [...row.slice(0, 7), names[0], names[1] ?? '']
            : [...row, names[1] === undefined ? '' : '○'],
      ) as never;

  test('one of several that is no longer scored is named; one more is not asked about', async () => {
    const fewer = await ofTwo([columnsOf('八王子市', '川口市'), columnsOf('八王子市')]);
    await fewer.actions.save();
    expect(
      fewer.store.state().preview!.flatMap(({ name, replaced }) => (replaced === undefined ? [] : [name, replaced])),
    ).toEqual(['指標別', { year: undefined, municipalities: ['川口市'] }]);
    const more = await ofTwo([columnsOf('八王子市'), columnsOf('八王子市', '川口市')]);
    await more.actions.save();
    expect(more.store.state()).toMatchObject({ asksToOverwrite: false, notice: 'written' });
  });

  test('by another column of the same sheet, chosen in the pane, are asked about too', async () => {
    const pane = await ofTwo([columnsOf('八王子市', '川口市'), columnsOf('八王子市', '川口市')]);
    const { mapping } = pane.store.state();
    await pane.actions.remap({ ...mapping, sheet: '回答', column: { index: 7, header: '八王子市' } });
    await pane.actions.save();
    expect([pane.store.state().asksToOverwrite, lostOf(pane.store.state().preview!)?.municipalities]).toEqual([
      true,
      ['川口市'],
    ]);
    await pane.actions.write();
    await pane.actions.remap({ ...mapping, sheet: '回答', column: { index: 8, header: '川口市' } });
    await pane.actions.save();
    expect([pane.store.state().asksToOverwrite, lostOf(pane.store.state().preview!)?.municipalities]).toEqual([
      true,
      ['八王子市'],
    ]);
  });

  test('stay as they are under a name of their own; what is new goes beside them, and is found again', async () => {
    const pane = await ofTwo([hachioji, kawaguchi], (workbook) => {
      for (const name of ['得点', '指標別', '要確認', '検算'])
        workbook.rename(workbook.sheet(name)!, `${name}（八王子市）`);
    });
    const kept = ['得点（八王子市）', '指標別（八王子市）', '要確認（八王子市）', '検算（八王子市）'];
    const before = kept.map((name) => rowsOf(pane, name));
    await pane.actions.save();
    // 概況 still has its own name.
    expect(pane.store.state().asksToOverwrite).toBe(true);
    await pane.actions.write();
    expect(kept.map((name) => rowsOf(pane, name))).toEqual(before);
    expect(named(pane, '得点')).toContain('川口市');
    const count = pane.excel.workbook.sheets.length;
    await pane.actions.save();
    expect([pane.store.state().notice, pane.excel.workbook.sheets.length]).toEqual(['unchanged', count]);
  });
});

test('採点し直す says that nothing changed, or what did; of a workbook that is refused it says nothing of the kind', async () => {
  const pane = await scored();
  const said = () => {
    const { notice, rescored } = pane.store.state();
    return [notice, rescored?.ja];
  };
  await pane.actions.rescore();
  expect(said()).toEqual(['rescored', '変更なし']);
  pane.excel.workbook.type('回答', [['○']], { row: 12, column: 7 });
  await pane.actions.rescore();
  expect(said()).toEqual(['rescored', '総得点は291～300点から295～300点になりました']);
  pane.actions.enterSettings({ fields: new Map([['insured', '1300']]), programmes: undefined });
  await pane.actions.tellSettings();
  pane.excel.workbook.type('設定', [['1400']], { row: 3, column: 1 });
  await pane.actions.rescore();
  expect(said()).toEqual(['rescored', '総得点は295～300点のままです']);
  pane.actions.dismiss();
  pane.excel.workbook.type('回答', Array.from({ length: 300 }, () => Array.from({ length: 10 }, () => ''))); // prettier-ignore
  await pane.actions.rescore();
  expect([pane.store.state().reading?.outcome.ok, pane.store.state().notice]).toEqual([false, undefined]);
});

test('更新 without any change changes no cell and says so', async () => {
  const pane = await scored();
  await pane.actions.refresh();
  expect(pane.store.state().notice).toBe('unchanged');
});

test('白紙の回答票 is the newest year’s, or that of the year a person chose; once filled in it is scored', async () => {
  const pane = openPane();
  await pane.actions.addForm();
  expect(pane.store.state().notice).toBe('form-added');
  const { workbook } = pane.excel;
  const title = (sheet: string): unknown => workbook.sheet(sheet)?.cell(0, 0).value;
  expect([names(pane), title('回答')]).toEqual([['Sheet1', '設定', '回答'], expect.stringMatching(/^令和8年度/)]);
  const last = workbook.sheet('回答')?.usedRange(true)?.bottom ?? 0;
  workbook.type('回答', [['北塩原村'], ['福島県']], { row: 2, column: 1 });
  workbook.type('回答', Array.from({ length: last - 7 }, (_, at) => [at % 3 === 0 ? '×' : '○']), { row: 8, column: 7 }); // prettier-ignore
  await pane.actions.score();
  expect(pane.store.state().reading?.outcome).toMatchObject({
    ok: true,
    value: { subject: 'answers' },
  });

  const other = openPane();
  other.store.send({ kind: 'remapped', reading: pane.store.state().reading!, mapping: { markMeanings: new Map(), year: 'R6' } }); // prettier-ignore
  await other.actions.addForm();
  expect(other.excel.workbook.sheet('回答')?.cell(0, 0).value).toMatch(/^令和6年度/);
});

test('a decision outlives 元に戻す of the sheets it was written with', async () => {
  const pane = openSample();
  await pane.actions.score();
  const { content, outcome } = pane.store.state().reading!;
  const doubt = outcome.ok ? outcome.value.problems.find((one) => answerable(one) === 'met-unmet') : undefined;
  await pane.actions.decide(asksOf(doubt!, content).slice(0, 1), 'met');
  await pane.actions.save();
  await pane.actions.recheck();
  await pane.actions.restore();
  await pane.actions.recheck();
  const { outcome: now } = pane.store.state().reading!;
  expect(now.ok && now.value.decisions?.settled.length).toBe(1);
  expect(standingOf(pane.store.state())).toBe('unwritten');
});

test('a decision that counts no more is a line of 確認 until it is taken back, and then no line at all', async () => {
  const pane = openSample();
  await pane.actions.score();
  const items = () => {
    const { outcome, content } = pane.store.state().reading!;
    return outcome.ok ? checkItems(outcome.value, content).open : [];
  };
  await pane.actions.decide(items().find(({ answer }) => answer === 'met-unmet')!.cells, 'met');
  const { sheet, cell } = pane.store.state().decisions![0]!;
  const { top, left } = parseA1(cell)!;
  pane.excel.workbook.type(sheet, [['×']], { row: top, column: left });
  await pane.actions.recheck();
  const outdated = items().flatMap((item) => item.outdated ?? []);
  expect(outdated).toMatchObject([{ cell, judgement: 'met' }]);
  const before = items().length;
  await pane.actions.takeBack(outdated[0]!);
  expect([items().length, items().filter((item) => item.outdated !== undefined)]).toEqual([before - 1, []]);
});

test('a line of 確認 about cells of several municipalities names them all, not the first alone', async () => {
  const towns = ['天草市', '八王子市', '北塩原村'];
  const workbook = new HostWorkbook(...towns);
  for (const municipality of towns) {
    let doubts = 0;
    const mark = (): string => ((doubts += 1) <= 2 ? '△' : '○');
    workbook.type(municipality, answerForm({ year: 'R8', municipality, mark }) as never);
  }
  const pane = openPane(workbook);
  await pane.actions.score();
  const { outcome, content } = pane.store.state().reading!;
  const open = outcome.ok ? checkItems(outcome.value, content).open : [];
  const fold = open.find(({ cells }) => cells.length === 6);
  expect(fold?.towns).toEqual(towns);
  expect(fold?.cells.map(({ town, sheet }) => [town, sheet])).toEqual(
    towns.flatMap((town) => [[town, town], [town, town]]), // prettier-ignore
  );
});

test('a line that folds several cells has the yen of all of them decided alike, as もしも has it; not the sum of each', async () => {
  const workbook = new HostWorkbook('回答', '設定');
  const mark = ({ id }: { readonly id: string }): string => (/o|[a-z]\d$/.test(id) ? '△' : '○');
  workbook.type('回答', answerForm({ year: 'R8', municipality: '天草市', prefecture: '熊本県', mark }) as never);
  workbook.type('設定', [['項目', '値'], ['第1号被保険者数', 30_000]]); // prettier-ignore
  const pane = openPane(workbook);
  await pane.actions.score();
  const { outcome, content } = pane.store.state().reading!;
  const open = outcome.ok ? checkItems(outcome.value, content).open : [];
  const [fold] = open.filter(({ cells }) => cells.length > 100);
  const sum = fold!.cells.reduce((all, { yen }) => all + yen!.high, 0n);
  expect(fold!.yen!.high).toBeLessThan(sum);

  await pane.actions.decide(fold!.cells, 'unmet');
  const after = pane.store.state().reading!.outcome;
  if (!after.ok || after.value.subject !== 'answers') throw new Error('not scored');
  const desk = trialDesk(after.value, onlyMunicipality(after.value)!);
  const { byId } = criterionIndexOf(after.value.scheme);
  const { gain } = planFor(desk, new Set(fold!.cells.map(({ criterion }) => byId.get(criterion!)!.index)));
  expect(fold!.yen).toEqual(gain.yen);
});

test('中止 between two round trips leaves the workbook as it was', async () => {
  const pane = openSample();
  await pane.actions.score();
  await pane.actions.preview();
  pane.excel.host.beforeTrip = () => {
    pane.actions.cancel();
  };
  await pane.actions.write();
  expect([codes(pane), names(pane)]).toEqual([['E-712'], ['回答']]);
  expect(pane.store.state().busy).toBeUndefined();
});

test('a second click while a task runs is ignored', async () => {
  const pane = openSample();
  await Promise.all([pane.actions.score(), pane.actions.score()]);
  expect([codes(pane), pane.store.state().screen]).toEqual([[], 'result']);
});

test('when nothing moves for a while the pane says that Excel may be waiting for a cell', async () => {
  const pane = openSample();
  const seen: (boolean | undefined)[] = [];
  pane.store.subscribe(() => seen.push(pane.store.state().busy?.waiting));
  pane.excel.host.beforeTrip = (trip) => {
    if (trip === 4) pane.later();
  };
  await pane.actions.score();
  expect(seen).toContain(true);
});

test('a refusal of Excel is shown with its code; the pane stays usable', async () => {
  const pane = openSample();
  await pane.actions.score();
  pane.excel.workbook.structureProtected = true;
  await pane.actions.preview();
  expect([codes(pane), pane.store.state().screen]).toEqual([['E-709'], 'result']);
  pane.excel.workbook.structureProtected = false;
  await pane.actions.preview();
  expect([codes(pane), pane.store.state().preview?.length]).toEqual([[], 7]);
});

test('a bug becomes E-741 and is reported, never a blank pane', async () => {
  const pane = openPane();
  pane.excel.host.beforeTrip = () => {
    pane.excel.workbook.closed = true;
  };
  await pane.actions.score();
  expect(codes(pane)).toEqual(['E-705']);
  const broken = openPane();
  const actions = paneActions(
    {
      workbook: officejsWorkbook({
        run: () => Promise.reject(new TypeError('boom')),
        createWorkbook: () => Promise.resolve(),
        wait: () => Promise.resolve(),
      }),
      engine: () => Promise.resolve(engine),
      isRecorded: false,
      sampleBook: () => Promise.resolve(new Uint8Array()),
      now: () => new Date(0),
      pause: () => Promise.resolve(),
      after: () => () => undefined,
      onBug: (error) => broken.bugs.push(error),
    },
    broken.store,
  );
  await actions.score();
  expect([codes(broken), broken.bugs]).toEqual([['E-741'], [new TypeError('boom')]]);
});

test('セルへ移動 selects the cell; a sheet that is gone or hidden is said', async () => {
  const pane = openSample();
  await pane.actions.jumpTo({ sheet: '回答', cell: 'H13' });
  expect(pane.excel.workbook.selection.range).toEqual({ top: 12, left: 7, bottom: 12, right: 7 });
  await pane.actions.jumpTo({ sheet: '消えた', cell: 'A1' });
  expect(codes(pane)).toEqual(['E-704']);
});

test('a mended cell is read again by itself while the problems are on the screen', async () => {
  const pane = openSample();
  await pane.actions.score();
  pane.actions.show('check');
  const before = pane.store.state().reading;
  pane.excel.workbook.type('回答', [['○']], { row: 12, column: 7 });
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(pane.store.state().stale).toBe(true);
  pane.later();
  await new Promise((resolve) => setTimeout(resolve, 400));
  const { reading, stale, screen } = pane.store.state();
  expect([stale, screen, reading === before]).toEqual([false, 'check', false]);
});

test('of a mended cell that cell is read, in a few kilobytes; before anything is written, everything', async () => {
  const pane = await scored();
  pane.actions.show('check');
  const cost = async (work: () => Promise<void>): Promise<{ readonly trips: number; readonly bytes: number }> => {
    const { trips } = pane.excel.host.log;
    const before = trips.length;
    await work();
    const made = trips.slice(before).filter(({ cleanup }) => !cleanup);
    return { trips: made.length, bytes: made.reduce((sum, trip) => sum + trip.requestBytes + trip.responseBytes, 0) };
  };
  const mend = (row: number) =>
    cost(async () => {
      pane.excel.workbook.type('回答', [['○']], { row, column: 7 });
      await new Promise((resolve) => setTimeout(resolve, 50));
      pane.later();
      await new Promise((resolve) => setTimeout(resolve, 400));
    });
  // The first time after a write the names of our sheets are asked for as well.
  const [first, mended] = [await mend(12), await mend(13)];
  expect([first.trips, mended.trips]).toEqual([1, 1]);
  expect([first.bytes < 7.25 * 1024, mended.bytes <= 4.6 * 1024]).toEqual([true, true]);
  const { reading } = pane.store.state();
  expect(reading?.onlyChanged).toBe(true);
  const whole = openPane(pane.excel.workbook);
  await whole.actions.score();
  expect(reading?.content).toEqual(whole.store.state().reading?.content);
  await pane.actions.save();
  expect(pane.store.state().reading?.onlyChanged).toBeUndefined();
});

test('the sample opens as a workbook of its own, the book at hand stays as it is', async () => {
  const pane = openPane();
  await pane.actions.openSample();
  expect([pane.store.state().notice, names(pane), pane.excel.workbook.opened.length]).toEqual([
    'sample-opened',
    ['Sheet1'],
    1,
  ]);
  const read = await readWorkbookFile(
    new Uint8Array(Buffer.from(pane.excel.workbook.opened[0] ?? '', 'base64')),
    '見本.xlsx',
  );
  expect(read.ok && read.value.sheets.map(({ name }) => name)).toEqual(['回答']);
});

test('a blank form and the sheet 設定 are added once; answers in the form are never written over', async () => {
  const pane = openPane();
  await pane.actions.addForm();
  expect([codes(pane), names(pane), pane.store.state().notice]).toEqual([[], ['Sheet1', '設定', '回答'], 'form-added']);
  pane.excel.workbook.type('回答', [['○']], { row: 8, column: 7 });
  await pane.actions.addForm();
  expect([names(pane), pane.excel.workbook.sheet('回答')?.cell(8, 7).value]).toEqual([
    ['Sheet1', '設定', '回答', '回答 (2)'],
    '○',
  ]);
});

test('amounts entered in the pane stand on the sheet 設定, which is added once, and move the result at once', async () => {
  const pane = openSample();
  await pane.actions.score();
  const moneyOf = () => {
    const { outcome } = pane.store.state().reading ?? {};
    return outcome?.ok === true ? municipalitiesOf(outcome.value)[0]?.grants : undefined;
  };
  expect(moneyOf()).toBeNull();
  const tell = (...fields: readonly (readonly [string, string])[]) => {
    pane.actions.enterSettings({ fields: new Map(fields), programmes: undefined });
    return pane.actions.tellSettings();
  };
  // What nobody can read is said at once, stays typed, and adds no sheet.
  await tell(['insured', '千二百人くらい']);
  expect(pane.store.state().faults).toMatchObject([{ code: 'E-562', text: { ja: { effect: expect.stringMatching(/書き込んでいません/) } } }]); // prettier-ignore
  expect([names(pane), [...(pane.store.state().entered?.fields ?? [])]]).toEqual([['回答'], [['insured', '千二百人くらい']]]); // prettier-ignore
  await tell(['insured', '1,300']);
  expect([codes(pane), pane.store.state().notice]).toEqual([[], 'settings-written']);
  await tell(['insured', '1,200'], ['peers', '=HYPERLINK("x")']);
  expect([codes(pane), names(pane)]).toEqual([[], ['回答', '設定']]);
  expect(moneyOf()?.promotion.basis).toBe('estimate');
  await tell(['notice.promotion', '2345'], ['notice.support', '3456']);
  expect(moneyOf()).toMatchObject({ promotion: { yen: 2_345_000n, basis: 'notice' }, support: { yen: 3_456_000n } });
  expect(names(pane)).toEqual(['回答', '設定']);
  expect(pane.excel.workbook.sheet('設定')?.formulasEntered).toEqual([]);
  // Amounts are in no check code, and the sheets are older than they all the same.
  await pane.actions.save();
  expect(standingOf(pane.store.state())).toBe('fresh');
  await tell(['notice.support', '3457'], ['nothing', '1']);
  // What finds no row is named, and stays typed.
  expect([codes(pane), [...(pane.store.state().entered?.fields ?? [])]]).toEqual([['E-985'], [['nothing', '1']]]);
  expect(standingOf(pane.store.state())).toBe('unwritten');
});

test.each([
  ['insured', '十五万'],
  ['insured', '0'],
  ['insured', '12.5'],
  ['notice.promotion', '約4千万'],
  ['notice.promotion', '-5'],
  ['notice.support', '40,676円と少し'],
  ['notice.support', '5万円'],
  ['lastYear.fiscalYear', '去年'],
  ['lastYear.yen.promotion', 'なし？'],
  ['lastYear.points.total', '六百点くらい'],
  ['lastYear.points.promotion', '401.x'],
  ['lastYear.nationalRank', '真ん中'],
  ['lastYear.prefectureRank', '3位タイ'],
])('%s 「%s」 is never written; what was typed beside it is', async (path, text) => {
  const pane = openSample();
  await pane.actions.score();
  const enter = (fields: readonly (readonly [string, string])[]) => {
    pane.actions.enterSettings({ fields: new Map(fields), programmes: undefined });
    return pane.actions.tellSettings();
  };
  await enter([['peers', '天草市']]);
  const cells = () => pane.excel.workbook.sheet('設定')!.rows.map((row) => row.map((cell) => cell?.value));
  const before = cells();
  await enter([[path, text]]);
  expect([pane.store.state().faults.length, cells()]).toEqual([1, before]);
  await enter([[path, text], ['peers', '川口市']]); // prettier-ignore
  expect([pane.store.state().faults.length, [...pane.store.state().entered!.fields]]).toEqual([1, [[path, text]]]);
  expect(cells().flat()).toContain('川口市');
  expect(cells().flat()).not.toContain(text);
});

describe('使途 entered in the pane', () => {
  const line = (name: string, amount: string, grant = '推進') => ({
    name,
    grant,
    category: '地域支援事業',
    amount,
    unit: '',
  });
  const programmesIn = (pane: Pane) => {
    const settings = pane.excel.workbook.sheet('設定')!;
    const grid = Array.from({ length: 120 }, (_, row) => Array.from({ length: 6 }, (__, column) => settings.cell(row, column).value)); // prettier-ignore
    return readSettingsSheet('設定', grid.map((row) => row.map((value) => (value === '' ? null : value)))).settings.programmes.map(({ name, grant, amountYen, nameCell }) => [name, grant, amountYen, nameCell]); // prettier-ignore
  };
  const type = (pane: Pane, lines: readonly (ReturnType<typeof line> | undefined)[]) => {
    const { reading, entered } = pane.store.state();
    const before = entered?.programmes?.before ?? pane.engine.programmeLines(reading?.content.sheets ?? []);
    pane.actions.enterSettings({ fields: new Map(), programmes: { lines, before } });
  };

  test('goes into the table of the sheet that is added, and a removed row leaves the others where they are', async () => {
    const pane = openSample();
    await pane.actions.score();
    type(pane, [line('通いの場', '400'), line('=1+1', '1,600', '支援')]);
    await pane.actions.tellSettings();
    const written = programmesIn(pane);
    expect(written.map((row) => row.slice(0, 3))).toEqual([['通いの場', 'promotion', 400_000n], ['=1+1', 'support', 1_600_000n]]); // prettier-ignore
    expect(pane.excel.workbook.sheet('設定')?.formulasEntered).toEqual([]);
    expect([codes(pane), pane.store.state().entered]).toEqual([[], undefined]);
    type(pane, [undefined, line('=1+1', '1600', '支援'), line('見守り', '5')]);
    await pane.actions.tellSettings();
    expect(programmesIn(pane).map(([name, , , cell]) => [name, cell])).toEqual([['=1+1', written[1]![3]], ['見守り', expect.any(String)]]); // prettier-ignore
  });

  test('on a sheet of the user’s: a table is added below, one without units closes its gaps, one that is full is named', async () => {
    const settings = [['項目', '値'], ['第1号被保険者数', 1200]]; // prettier-ignore
    const pane = openSample();
    pane.excel.workbook.addSheet('設定');
    pane.excel.workbook.type('設定', settings);
    await pane.actions.score();
    type(pane, [line('通いの場', '400')]);
    await pane.actions.tellSettings();
    expect(programmesIn(pane)).toEqual([['通いの場', 'promotion', 400_000n, 'A5']]);

    const own = openSample();
    own.excel.workbook.addSheet('設定');
    own.excel.workbook.type('設定', [...settings, [], ['事業名', '交付金', '金額'], ['あ', '推進', '1千円'], ['い', '推進', '2千円'], [], ['記号', '意味']] as never); // prettier-ignore
    await own.actions.score();
    const bare = (name: string, amount: string) => ({ ...line(name, amount), category: '' });
    type(own, [undefined, bare('い', '2千円')]);
    await own.actions.tellSettings();
    expect(programmesIn(own)).toEqual([['い', 'promotion', 2_000n, 'A5']]);
    type(own, [bare('い', '2千円'), bare('う', '3'), bare('え', '4')]);
    await own.actions.tellSettings();
    expect([codes(own), programmesIn(own).length, own.store.state().entered?.programmes?.lines.length]).toEqual([['E-985'], 1, 3]); // prettier-ignore
    type(own, [bare('い', '2千円'), bare('う', '3')]);
    await own.actions.tellSettings();
    expect(programmesIn(own).map(([name, , amount]) => [name, amount])).toEqual([
      ['い', 2_000n],
      ['う', 3_000n],
    ]);
  });

  test('with an amount nobody can read is not written at all, and stays typed; fields beside it are written', async () => {
    const pane = openSample();
    await pane.actions.score();
    type(pane, [line('通いの場', '400')]);
    await pane.actions.tellSettings();
    type(pane, [line('通いの場', '500'), line('見守り', '五十くらい')]);
    pane.actions.enterSettings({ ...pane.store.state().entered!, fields: new Map([['insured', '1300']]) });
    await pane.actions.tellSettings();
    const { entered } = pane.store.state();
    expect([codes(pane), programmesIn(pane).map(([name, , amount]) => [name, amount])]).toEqual([['E-562'], [['通いの場', 400_000n]]]); // prettier-ignore
    expect([entered?.fields.size, entered?.programmes?.lines.length]).toEqual([0, 2]);
    type(pane, [line('通いの場', '500'), line('見守り', '50')]);
    await pane.actions.tellSettings();
    expect(programmesIn(pane).map(([name, , amount]) => [name, amount])).toEqual([['通いの場', 500_000n], ['見守り', 50_000n]]); // prettier-ignore
  });

  test('is not written over what somebody typed on the sheet meanwhile, until it is asked for again', async () => {
    const pane = openSample();
    await pane.actions.score();
    type(pane, [line('通いの場', '400')]);
    await pane.actions.tellSettings();
    const [[, , , cell]] = programmesIn(pane) as [[unknown, unknown, unknown, string]];
    type(pane, [line('通いの場', '500')]);
    const { top, left } = parseA1(cell)!;
    pane.excel.workbook.type('設定', [['通いの場（本人）']], { row: top, column: left });
    await new Promise((resolve) => setTimeout(resolve, 25));
    await pane.actions.tellSettings();
    expect([codes(pane), programmesIn(pane)[0]?.slice(0, 3)]).toEqual([['E-986'], ['通いの場（本人）', 'promotion', 400_000n]]); // prettier-ignore
    await pane.actions.tellSettings();
    expect([codes(pane), programmesIn(pane)[0]?.slice(0, 3)]).toEqual([[], ['通いの場', 'promotion', 500_000n]]);
  });
});

describe('関数の挿入', () => {
  const place = { sheet: '回答', area: { top: 7, left: 0, bottom: 271, right: 7 } };
  const formula = '=INCENTIVE.SCORE(回答!A8:H272,"R6")';
  const select = ({ excel: { workbook } }: Pane, name: string, row: number, column: number) => {
    workbook.selection = {
      sheet: workbook.sheet(name)!,
      range: { top: row, left: column, bottom: row, right: column },
    };
  };

  test('goes into an empty cell, and out again while nobody changed it', async () => {
    const pane = await scored();
    const cell = () => pane.excel.workbook.sheet('回答')?.cell(1, 10);
    select(pane, '回答', 1, 10);
    await pane.actions.insertFormula(formula, place);
    expect([codes(pane), cell()?.formula, pane.store.state().notice]).toEqual([[], formula, 'formula-inserted']);
    await pane.actions.takeFormulaBack();
    expect([cell()?.formula, cell()?.value, pane.store.state().notice]).toEqual([undefined, '', 'formula-taken-back']);
    await pane.actions.insertFormula(formula, place);
    pane.excel.workbook.type('回答', [['私の数字']], { row: 1, column: 10 });
    await pane.actions.takeFormulaBack();
    expect([codes(pane), cell()?.value]).toEqual([['E-759'], '私の数字']);
  });

  test.each([
    ['a value', '回答', 8, 1],
    ['a formula that shows nothing', '回答', 1, 11],
    ['the answers it calculates from', '回答', 20, 6],
    ['an empty cell of ours', '得点', 1, 1],
  ])('never over %s', async (_, sheet, row, column) => {
    const pane = await scored();
    const { workbook } = pane.excel;
    workbook.type('回答', [['="" ']], { row: 1, column: 11 });
    if (column === 6) workbook.type('回答', [['']], { row, column });
    const before = workbook.sheet(sheet)!.cell(row, column);
    if (sheet === '得点') expect(before.value).toBe('');
    select(pane, sheet, row, column);
    await pane.actions.insertFormula(formula, place);
    expect([codes(pane), workbook.sheet(sheet)!.cell(row, column)]).toEqual([['E-759'], before]);
  });
});

test('a nation is scored in slices, and read in another way as a task that nothing gets into', async () => {
  const pane = openPane(hostBook(syntheticNation({ year: 'R7' }).content));
  await pane.actions.score();
  const { reading } = pane.store.state();
  if (reading?.outcome.ok !== true) throw new Error('not scored');
  const paused = pane.pauses();
  // One pause comes before any scoring.
  expect(paused).toBeGreaterThan(3);
  const remapped = pane.actions.remap({ markMeanings: new Map(), year: 'R7' });
  const preview = pane.store;
  while (preview.state().busy === undefined) await Promise.resolve();
  expect(preview.state().busy?.stage).toBe('score');
  // Refused, as whatever begins while something is running.
  await pane.actions.preview();
  expect(preview.state().preview).toBeUndefined();
  await remapped;
  const { reading: again, busy, mapping } = preview.state();
  expect([busy, mapping.year, again?.outcome.ok]).toEqual([undefined, 'R7', true]);
  expect(again?.outcome.ok === true && again.outcome.value.checkCode).toBe(reading.outcome.value.checkCode);
  expect(pane.pauses()).toBeGreaterThan(paused + 3);
  expect(pane.bugs).toEqual([]);
});
