import { ok, type Problem, type Severity } from '../../problems';
import type { SingleReport } from '../../report';
import type { Mapping } from '../mapping/mapping';
import type { Screen } from '../state/paneState';
import type { PaneStore } from '../state/store';
import { addYear } from './addYear';
import { readBook, storeChanges } from './readBook';
import { taskRunner, type PanePorts, type TaskRunner } from './runTask';
import { scoredResults, writing } from './writing';
import type { ChosenFile } from './yearFile';

/** Everything a person can do in the pane or from the ribbon. None of these rejects: what goes wrong is shown. */
export interface PaneActions {
  /** 採点: reads the workbook and shows how it was understood, or at once what would be written. */
  readonly score: () => Promise<void>;
  /** 更新: reads and writes again; stops to ask where the layout is new or someone edited our sheets. */
  readonly refresh: () => Promise<void>;
  /** Reads again without leaving the screen. */
  readonly recheck: () => Promise<void>;
  /** Reads the same workbook in another way. */
  readonly remap: (mapping: Mapping) => Promise<void>;
  /** ファイルから年度を加える: a scheme file of a year that is not packaged, for this session. */
  readonly addYear: (file: ChosenFile) => Promise<void>;
  /** Goes on with the reading as it is, and shows what would be written. */
  readonly preview: () => Promise<void>;
  /** Takes a report into the next write, or puts it aside; shows again what would be written. */
  readonly chooseReport: (report: SingleReport, wanted: boolean) => Promise<void>;
  readonly write: () => Promise<void>;
  /** 元に戻す */
  readonly restore: () => Promise<void>;
  readonly cancel: () => void;
  readonly openSample: () => Promise<void>;
  /** 白紙の回答票: adds the blank form of the chosen year, or of the newest, as a new sheet. */
  readonly addForm: () => Promise<void>;
  /** この数字はどこから？: looks the selected cell up in the sheets of the last scoring. */
  readonly askFigure: () => Promise<void>;
  readonly jumpTo: (place: Pick<Problem, 'sheet' | 'cell'>) => Promise<void>;
  readonly show: (screen: Screen) => void;
  readonly filter: (filter: Severity | 'all') => void;
  readonly dismiss: () => void;
}

/** The actions over the ports; they tell the store what happened. */
export const paneActions = (ports: PanePorts, store: PaneStore): PaneActions => {
  const { workbook } = ports;
  const tasks = taskRunner(ports, store);
  const { preview, chooseReport, write } = writing(ports, store, tasks);

  const recheck = async (): Promise<void> => {
    const onPreview = store.state().screen === 'preview';
    const outcome = await readBook(ports, store, tasks);
    if (outcome !== 'failed' && onPreview) await preview();
  };
  const changes = changeWatch(ports, store, async () => {
    await readBook(ports, store, tasks, { onlyChanged: true });
  });

  const readSettled = async (): Promise<boolean> =>
    (await readBook(ports, store, tasks, { next: 'layout', first: changes.start })) === 'settled';

  return {
    score: async () => {
      if (await readSettled()) await preview();
    },
    refresh: async () => {
      if (!(await readSettled())) return;
      const planned = await preview();
      if (planned?.every(({ edited }) => !edited) === true) await write();
    },
    recheck,
    remap: async (mapping) => {
      const { inSlices, oneSlice, readingOf } = await ports.engine();
      const { reading, busy } = store.state();
      if (reading === undefined || busy !== undefined) return;
      const steps = readingOf(reading.content, mapping, undefined);
      // Nearly every workbook is read again in one slice, and the choice keeps the focus; of a nation the pane says that it is at work.
      const slice = oneSlice(steps);
      const read =
        slice.done === true
          ? slice.value
          : await tasks.run('read', async () => {
              store.send({ kind: 'progressed', stage: 'score', done: 0, total: 1 });
              await ports.pause();
              return ok(await inSlices(steps, ports.pause));
            });
      if (read === undefined) return;
      store.send({ kind: 'remapped', reading: { ...reading, ...read, changes: reading.changes }, mapping });
    },
    addYear: (file) => addYear(ports, store, tasks, file),
    preview: async () => {
      // What is written rests on a reading of everything: some changes give no event (rules/excel.md#where-our-host-is-kinder).
      const isWhole = store.state().reading?.onlyChanged === undefined;
      if (isWhole || (await readBook(ports, store, tasks)) !== 'failed') await preview();
    },
    chooseReport,
    write,
    restore: async () => {
      const restored = await tasks.run('restore', async (options) => {
        const undone = await workbook.restore(options);
        if (!undone.ok) return undone;
        const { stored } = store.state();
        return ok({
          kept: undone.value,
          stored: await storeChanges(workbook, stored, { ...stored, score: undefined }),
        });
      });
      if (restored !== undefined) store.send({ kind: 'restored', ...restored });
    },
    cancel: tasks.cancel,
    openSample: async () => {
      const opened = await tasks.run('sample', async () => {
        const { name, rows } = (await ports.engine()).sample();
        return workbook.openSample(name, rows);
      });
      if (opened !== undefined) store.send({ kind: 'noticed', notice: 'sample-opened' });
    },
    addForm: async () => {
      const added = await tasks.run('form', async (options) => {
        const form = (await ports.engine()).blankForm(store.state().mapping.year);
        return form.ok ? workbook.addSheet(form.value, options) : form;
      });
      if (added !== undefined) store.send({ kind: 'noticed', notice: 'form-added' });
    },
    askFigure: () => askFigure(ports, store, tasks),
    jumpTo: async ({ sheet, cell = 'A1' }) => {
      if (sheet === undefined || store.state().busy !== undefined) return;
      // A place that is no address, as a whole row of the national table, leads to where it begins, else to the sheet.
      const jumped = await workbook.jumpTo(
        (await ports.engine()).problemPlace({ sheet, cell }) ?? { sheet, cell: 'A1' },
      );
      if (!jumped.ok) store.send({ kind: 'failed', problems: jumped.problems });
    },
    show: (screen) => {
      store.send({ kind: 'shown', screen });
    },
    filter: (filter) => {
      store.send({ kind: 'filtered', filter });
    },
    dismiss: () => {
      store.send({ kind: 'dismissed' });
    },
  };
};

/** この数字はどこから？: looks the selected cell up in everything the last scoring could have written. */
const askFigure = async ({ workbook, engine }: PanePorts, store: PaneStore, tasks: TaskRunner): Promise<void> => {
  const results = scoredResults(store);
  if (results === undefined) return;
  const figure = await tasks.run('source', async () => {
    const selected = await workbook.selectedCell();
    if (!selected.ok) return selected;
    const { figureAt, sheetsToWrite, singleReports } = await engine();
    const { sheets } = sheetsToWrite(results, new Set(singleReports), store.state().reading?.content.names ?? []);
    return ok(figureAt(sheets, selected.value));
  });
  if (figure !== undefined) store.send({ kind: 'figure-found', figure });
};

/** So long after the last change the workbook is read again, so that typing is not disturbed. */
const settledAfter = 1500;

/** Marks the reading as stale when cells change, and reads again where the person is mending answers. */
const changeWatch = (
  { workbook, after }: PanePorts,
  store: PaneStore,
  recheck: () => Promise<void>,
): { readonly start: () => Promise<void> } => {
  let watching = false;
  let callOff: () => void = () => undefined;
  const readAgain = (): void => {
    const { screen, busy, stale } = store.state();
    if (!stale || (screen !== 'problems' && screen !== 'layout')) return;
    if (busy === undefined) void recheck();
    else wait();
  };
  const wait = (): void => {
    callOff();
    callOff = after(settledAfter, readAgain);
  };
  return {
    start: async () => {
      if (watching) return;
      watching = true;
      // Excel that cannot tell of changes is no reason to stop: the person can press 「読み直す」.
      const listening = await workbook.watch(() => {
        store.send({ kind: 'cells-changed' });
        wait();
      });
      watching = listening.ok;
    },
  };
};
