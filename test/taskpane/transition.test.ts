import { problem } from '../../src/kernel';
import { initialState, paneStore, shareDone, transition, type PaneState } from '../../src/taskpane/state';

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
  const failed = transition({ ...busy, screen: 'preview' }, { kind: 'failed', problems: [problem('excel-protected')] });
  expect([failed.busy, failed.screen, failed.faults.map(({ code }) => code)]).toEqual([
    undefined,
    'preview',
    ['E-701'],
  ]);
});

test('元に戻す is offered after a write that changed something, and no longer after it was done', () => {
  const sheet = { marker: 'score', name: '得点', created: false, changedCells: 0 };
  const same = transition(busy, { kind: 'wrote', report: { sheets: [sheet] }, written: undefined });
  expect([same.canRestore, same.notice]).toEqual([false, 'unchanged']);
  const wrote = transition(busy, {
    kind: 'wrote',
    report: { sheets: [{ ...sheet, changedCells: 1 }] },
    written: undefined,
  });
  expect([wrote.canRestore, wrote.notice, wrote.screen]).toEqual([true, undefined, 'result']);
  expect(transition(wrote, { kind: 'restored' }).canRestore).toBe(false);
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
  store.send({ kind: 'filtered', filter: 'stop' });
  stop();
  store.send({ kind: 'filtered', filter: 'info' });
  expect([told, store.state().filter]).toEqual([1, 'info']);
});
