import { problem, refuse } from '../../src/problems';
import type { SingleReport } from '../../src/report';
import { automatic } from '../../src/taskpane/mapping/mapping';
import { initialState, type PaneState, type Task } from '../../src/taskpane/state/paneState';
import { paneStore } from '../../src/taskpane/state/store';
import { scoreSheetName } from '../../src/taskpane/state/scored';
import { shareDone, transition } from '../../src/taskpane/state/transition';
import { chosenReports, reportChoices, resultSheetRows, stateOfSheets } from '../../src/taskpane/state/reportChoices';
import { workbook } from '../builders/answerSheets';

const { stored } = initialState;
const written = { range: undefined, goals: new Map<string, string>(), checkCode: 'AAAAAAAA', besideMark: 'none' };
const busy = transition(initialState, { kind: 'started', task: 'read' });

test('a task that starts clears the faults of the one before', () => {
  const failed: PaneState = { ...initialState, faults: [problem('excel-busy')], notice: 'restored' };
  expect(transition(failed, { kind: 'started', task: 'write' })).toEqual({
    ...initialState,
    busy: { task: 'write', stage: 'look', share: 0, waiting: false, cancelling: false },
  });
});

test('progress never runs backwards, and ends the waiting for Excel', () => {
  const waiting = transition(busy, { kind: 'stalled' });
  expect(waiting.busy?.waiting).toBe(true);
  const further = transition(waiting, { kind: 'progressed', stage: 'read', done: 1, total: 2 });
  expect(further.busy).toEqual({ task: 'read', stage: 'read', share: 0.625, waiting: false, cancelling: false });
  expect(transition(further, { kind: 'progressed', stage: 'look', done: 0, total: 1 }).busy?.share).toBe(0.625);
});

test('progress, waiting and cancelling say nothing when no task runs', () => {
  for (const kind of ['stalled', 'cancelling'] as const) expect(transition(initialState, { kind })).toBe(initialState);
  expect(transition(initialState, { kind: 'progressed', stage: 'read', done: 1, total: 2 })).toBe(initialState);
});

test('each stage of a task counts alike, and a stage of another task counts nothing', () => {
  expect(shareDone('read', 'look', 0, 1)).toBe(0);
  expect(shareDone('read', 'measure', 1, 2)).toBe(0.375);
  expect(shareDone('read', 'score', 1, 1)).toBe(1);
  expect(shareDone('restore', 'read', 1, 1)).toBe(0);
  expect(shareDone('read', 'read', 5, 0)).toBe(0.5);
});

test('a failure ends the task and keeps the screen', () => {
  const failed = transition({ ...busy, screen: 'papers' }, { kind: 'failed', problems: [problem('excel-protected')] });
  expect([failed.busy, failed.screen, failed.faults.map(({ code }) => code)]).toEqual([undefined, 'papers', ['E-701']]);
});

test('元に戻す is offered after a write that changed something, and no longer after it was done', () => {
  const sheet = { marker: 'score', name: '得点', created: false, changedCells: 0 };
  const same = transition(busy, {
    kind: 'wrote',
    outcome: { sheets: [sheet], notices: [], undo: undefined },
    written,
    stored,
  });
  expect([same.canRestore, same.notice]).toEqual([false, 'unchanged']);
  const wrote = transition(busy, {
    kind: 'wrote',
    outcome: { sheets: [{ ...sheet, changedCells: 1 }], notices: [problem('excel-page-not-set')], undo: undefined },
    written,
    stored,
  });
  expect([wrote.canRestore, wrote.notice, wrote.screen]).toEqual([true, 'written', 'opening']);
  expect(wrote.faults.map(({ code }) => code)).toEqual(['E-752']);
  const restored = transition(wrote, { kind: 'restored', kept: ['得点'], decisions: [], stored, written: undefined });
  expect([restored.canRestore, restored.faults.map(({ code, facts }) => [code, facts['sheets']])]).toEqual([
    false,
    [['E-754', '得点']],
  ]);
  expect(
    transition(wrote, { kind: 'restored', kept: [], decisions: undefined, stored, written: undefined }).faults,
  ).toEqual([]);
});

test('changed cells make a reading stale, but not a pane that has read nothing', () => {
  expect(transition(initialState, { kind: 'cells-changed' })).toBe(initialState);
});

test('the store tells its listeners of changes only', () => {
  const store = paneStore();
  let told = 0;
  const stop = store.subscribe(() => {
    told += 1;
  });
  store.send({ kind: 'stalled' });
  store.send({ kind: 'tried', trial: new Set([1]) });
  stop();
  store.send({ kind: 'tried', trial: new Set([2]) });
  expect([told, [...store.state().trial]]).toEqual([1, [2]]);
});

describe('the reports to write', () => {
  const marker = (name: string) => ({ name: `_INCENTIVE_${name}`, refersTo: `'${name}'!$A$1:$E$9`, sheet: name });
  const content = { ...workbook({ name: '回答', grid: [] }), names: [marker('paperAR7'), marker('charts')] };
  const reading = {
    content,
    layout: [],
    headers: [],
    changes: [],
    outcome: refuse(problem('excel-busy')),
    besideMark: 'none',
  };
  const read = {
    kind: 'read',
    reading,
    mapping: automatic,
    stored,
    written: undefined,
    undoIsKept: false,
    sheetsAreGone: false,
    next: undefined,
  } as const;
  const standing = transition(initialState, { ...read, anew: true });
  const choose = (state: PaneState, report: SingleReport, wanted: boolean): PaneState =>
    transition(state, { kind: 'report-chosen', report, wanted });

  test('a refusal is never hidden behind ⋯', () => {
    expect(transition({ ...initialState, screen: 'more' }, { ...read, anew: false }).screen).toBe('opening');
    expect(transition({ ...initialState, screen: 'reading' }, { ...read, anew: false }).screen).toBe('reading');
  });

  test('are those that stand in the workbook, until a person adds one or puts one aside', () => {
    expect([...chosenReports(standing)]).toEqual(['a', 'charts']);
    expect([...chosenReports(choose(choose(standing, 'b', true), 'a', false))]).toEqual(['b', 'charts']);
  });

  test('one put aside is so until the next 採点 or 更新, not for a mere reading again', () => {
    const aside = choose(choose(standing, 'a', false), 'data', true);
    expect([...chosenReports(transition(aside, { ...read, anew: false }))]).toEqual(['charts', 'data']);
    expect([...chosenReports(transition(aside, { ...read, anew: true }))]).toEqual(['a', 'charts', 'data']);
    const wrote = transition(aside, {
      kind: 'wrote',
      outcome: { sheets: [], notices: [], undo: undefined },
      written,
      stored,
    });
    expect([...chosenReports(wrote)]).toEqual(['a', 'charts', 'data']);
  });

  test('are offered once the preview knows which say anything; one that does not is never written', () => {
    expect(reportChoices(standing)).toEqual([]);
    const previewed = transition(standing, {
      kind: 'previewed',
      preview: [],
      keepsUndo: true,
      offered: new Set(['a', 'data']),
    });
    expect(reportChoices(previewed).filter(({ report }) => report === 'a' || report === 'charts')).toEqual([
      { report: 'a', always: false, chosen: true, standing: true, offered: true, sheet: undefined },
      { report: 'charts', always: false, chosen: false, standing: true, offered: false, sheet: undefined },
    ]);
  });

  test('a preview that fails takes away what was shown before, a write that fails does not', () => {
    const previewed = transition(standing, { kind: 'previewed', preview: [], keepsUndo: true, offered: new Set() });
    const failing = (task: Task) =>
      transition(transition(previewed, { kind: 'started', task }), {
        kind: 'failed',
        problems: [problem('excel-busy')],
      });
    expect([failing('preview').preview, failing('write').preview]).toEqual([undefined, []]);
  });
});

test('the answer about a figure is forgotten when the workbook is read or written again', () => {
  const figure = { kind: 'not-ours', place: '回答!A1' } as const;
  const asked = transition(busy, { kind: 'figure-found', figure });
  expect([asked.figure, asked.busy]).toEqual([figure, undefined]);
  expect(
    transition(asked, { kind: 'wrote', outcome: { sheets: [], notices: [], undo: undefined }, written, stored }).figure,
  ).toBeUndefined();
  expect(
    transition(asked, { kind: 'restored', kept: [], decisions: undefined, stored, written: undefined }).figure,
  ).toBeUndefined();
});

test('the sheet to open after a write is 得点, whatever stands before it', () => {
  const sheet = (marker: string) => ({ marker, name: `シート ${marker}`, created: true, changedCells: 1 });
  expect(scoreSheetName({ lastWrite: { sheets: [sheet('paperAR7'), sheet('score')] } })).toBe('シート score');
  expect(scoreSheetName({ lastWrite: { sheets: [sheet('ranking')] } })).toBe('シート ranking');
  expect(scoreSheetName({ lastWrite: undefined })).toBeUndefined();
});

test('a paper is missing, fresh, old or changed by hand, as writing it would find it', () => {
  const row = {
    marker: 'paperAR7',
    name: '資料A',
    range: 'A1',
    created: false,
    changedCells: 0,
    edited: false,
    editedCells: undefined,
    replaced: undefined,
  };
  const stateOf = (...rows: readonly Partial<typeof row>[]) => stateOfSheets(rows.map((one) => ({ ...row, ...one })));
  expect(stateOf({})).toBe('fresh');
  expect(stateOf({ changedCells: 1 }, {})).toBe('old');
  expect(stateOf({ created: true, changedCells: 9 })).toBe('missing');
  expect(stateOf({ edited: true }, {})).toBe('edited');
  const rows = [row, { ...row, marker: 'score', name: '得点' }];
  expect(resultSheetRows(rows).map(({ name }) => name)).toEqual(['得点']);
});

test('更新 that was asked for in doubt leads to the reading, says so, and goes on from there', () => {
  const asked = transition(busy, { kind: 'asked-to-confirm' });
  expect([asked.screen, asked.notice, asked.busy]).toEqual(['reading', 'to-confirm', undefined]);
});

test('writing stops to ask at the papers; what comes next takes the question away', () => {
  const asked = transition(initialState, { kind: 'asked-to-overwrite' });
  expect([asked.screen, asked.asksToOverwrite]).toEqual(['papers', true]);
  for (const event of [
    { kind: 'dismissed' },
    { kind: 'shown', screen: 'check' },
    { kind: 'started', task: 'write' },
  ] as const)
    expect(transition(asked, event).asksToOverwrite).toBe(false);
});
