import { chosenReports } from '../../src/taskpane/state/reportChoices';
import { keptPlan } from '../../src/taskpane/state/keptPlan';
import { rememberView, type ViewStorage } from '../../src/taskpane/viewMemory';
import { answerForm } from '../builders/answerSheets';
import { HostWorkbook } from '../host/model/hostWorkbook';
import { openPane, openSample, type Pane } from './openPane';

const book = 'https://example.lg.jp/評価.xlsx';

const storage = (): ViewStorage & { readonly texts: Map<string, string> } => {
  const texts = new Map<string, string>();
  return { texts, get: (key) => texts.get(key), set: (key, text) => void texts.set(key, text) };
};

/** The pane as it is opened again over the workbook of another. */
const reopened = async (pane: Pane, views: ViewStorage, of = book): Promise<Pane> => {
  const next = openPane(pane.excel.workbook);
  rememberView(next.store, of, views);
  await next.actions.open();
  return next;
};

/** Scored and written, with a plan on trial. */
const trying = async (views: ViewStorage, of = book): Promise<Pane> => {
  const pane = openSample();
  rememberView(pane.store, of, views);
  await pane.actions.score();
  await pane.actions.save();
  pane.actions.show('plan');
  pane.actions.tryOut(new Set([3, 5]));
  pane.actions.rememberPlan('a');
  pane.actions.tryOut(new Set([7]));
  pane.actions.rememberPlan('b');
  pane.actions.typeGoal('県内3位');
  return pane;
};

const tried = ({ store }: Pane) => {
  const { screen, trial, goal, plans } = store.state();
  return { screen, trial: [...trial], goal, a: [...(plans.a ?? [])], b: [...(plans.b ?? [])] };
};

const nothing = { screen: 'result', trial: [], goal: '', a: [], b: [] };

test('what is on trial, both plans and the goal are there when the pane is opened again', async () => {
  const views = storage();
  const pane = await trying(views);
  expect(tried(await reopened(pane, views))).toEqual({
    screen: 'plan',
    trial: [7],
    goal: '県内3位',
    a: [3, 5],
    b: [7],
  });
});

test.each(['https://example.lg.jp/ほかの.xlsx', ''])('nothing of it is shown in another workbook: %p', async (of) => {
  const views = storage();
  const pane = await trying(views, of === '' ? '' : book);
  expect(tried(await reopened(pane, views, of))).toEqual(nothing);
  expect([...views.texts.keys()]).toEqual(of === '' ? [] : [book]);
});

test('another municipality under the same name of the file gets no plan', async () => {
  const views = storage();
  const pane = await trying(views);
  const form = answerForm({ year: 'R8', municipality: '天草市', prefecture: '熊本県', mark: () => '○' });
  const other = new HostWorkbook('回答');
  other.type('回答', form as never);
  const next = openPane(other);
  rememberView(next.store, book, views);
  await next.actions.score();
  expect(tried(next)).toEqual({ ...nothing, screen: 'plan' });
  expect(pane.store.state().trial.size).toBe(1);
});

test.each(['', 'null', '5', '{}', '"plan"', '{"tab":"reading"}'])(
  'a text that is none of ours is nothing: %p',
  async (text) => {
    const views = storage();
    const pane = await trying(storage());
    views.texts.set(book, text);
    expect(tried(await reopened(pane, views))).toEqual(nothing);
  },
);

test('a plan outlives a reading again, and a workbook that cannot be scored for a while', async () => {
  const pane = await trying(storage());
  const { workbook } = pane.excel;
  const { rows } = workbook.sheet('回答')!;
  const answers = rows.map((cells) => cells.map((cell) => cell?.value ?? ''));
  await pane.actions.recheck();
  expect(tried(pane)).toMatchObject({ trial: [7], goal: '県内3位', a: [3, 5] });
  workbook.type('回答', answers.map((cells) => cells.map(() => ''))); // prettier-ignore
  await pane.actions.recheck();
  expect(pane.store.state().reading?.outcome.ok).toBe(false);
  workbook.type('回答', answers);
  await pane.actions.recheck();
  expect(tried(pane)).toMatchObject({ trial: [7], goal: '県内3位', a: [3, 5] });
});

describe('the plan on the sheet 取組案', () => {
  const chosen = ({ excel }: Pane): readonly number[] =>
    (excel.workbook.sheet('取組案')?.rows ?? []).flatMap((cells, row) => (cells[8]?.value === '◎' ? [row] : []));
  const kept = ({ store }: Pane) => [...(keptPlan(store.state()) ?? [])];

  /** Left on the sheet by 案をシートに残す, and taken off trial. */
  const planned = async (): Promise<Pane> => {
    const pane = await trying(storage());
    await pane.actions.keepPlan();
    pane.actions.tryOut(new Set());
    return pane;
  };

  test('stays when something is written with nothing or something else on trial, also in another session', async () => {
    const pane = await planned();
    const before = chosen(pane);
    expect([before.length, kept(pane)]).toEqual([1, [7]]);
    pane.excel.workbook.type('回答', [['○']], { row: 12, column: 7 });
    await pane.actions.refresh();
    expect([chosen(pane), pane.store.state().notice]).toEqual([before, 'written']);
    const next = await reopened(pane, storage());
    expect(kept(next)).toEqual([7]);
    next.actions.tryOut(new Set([11]));
    next.excel.workbook.type('回答', [['×']], { row: 12, column: 7 });
    await next.actions.refresh();
    expect([chosen(next), next.store.state().notice]).toEqual([before, 'written']);
    await next.actions.keepPlan();
    expect([chosen(next).length, kept(next), chosen(next)[0] === before[0]]).toEqual([1, [11], false]);
    // Taken back, the sheet and what is known of it are those of before.
    await next.actions.restore();
    expect([chosen(next), kept(next)]).toEqual([before, [7]]);
  });

  test('that somebody else left there is not written over unasked', async () => {
    const pane = await planned();
    const before = chosen(pane);
    pane.excel.workbook.settings.delete('IncentiveScore.plan');
    pane.excel.workbook.type('回答', [['○']], { row: 12, column: 7 });
    const next = await reopened(pane, storage());
    expect([...chosenReports(next.store.state())]).toEqual(['summary']);
    await next.actions.refresh();
    expect([chosen(next), next.store.state().lastWrite?.sheets.map(({ name }) => name)]).toEqual([
      before,
      expect.not.arrayContaining(['取組案']),
    ]);
    await next.actions.chooseReport('plan', true);
    await next.actions.save();
    expect(chosen(next)).toEqual([]);
  });
});
