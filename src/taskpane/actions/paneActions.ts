import { ok, type Problem, type Severity } from '../../kernel';
import type { Results } from '../../report';
import type { Mapping } from '../mapping';
import type { PaneStore, PreviewRow, Screen, WrittenScore } from '../state';
import { changeWatch } from './changeWatch';
import type { PanePorts } from './panePorts';
import { previewRows } from './previewRows';
import { readBook } from './readBook';
import { saveMapping, saveWritten } from './rememberedSettings';
import { taskRunner } from './runTask';

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
  /** Keeps the mapping with the workbook and shows what would be written. */
  readonly preview: () => Promise<void>;
  readonly write: () => Promise<void>;
  /** 元に戻す */
  readonly restore: () => Promise<void>;
  readonly cancel: () => void;
  readonly openSample: () => Promise<void>;
  readonly jumpTo: (place: Pick<Problem, 'sheet' | 'cell'>) => Promise<void>;
  readonly show: (screen: Screen) => void;
  readonly filter: (filter: Severity | 'all') => void;
  readonly dismiss: () => void;
}

/** The actions over the ports; they tell the store what happened. */
export const paneActions = (ports: PanePorts, store: PaneStore): PaneActions => {
  const { workbook } = ports;
  const tasks = taskRunner(ports, store);

  const recheck = async (): Promise<void> => {
    const onPreview = store.state().screen === 'preview';
    const outcome = await readBook(ports, store, tasks);
    if (outcome !== 'failed' && onPreview) await preview();
  };
  const changes = changeWatch(ports, store, recheck);

  const preview = async (): Promise<readonly PreviewRow[] | undefined> => {
    const results = scored(store);
    if (results === undefined) return undefined;
    const { mapping, reading } = store.state();
    const planned = await tasks.run('preview', async (options) => {
      // A workbook that cannot keep the mapping can be scored all the same; it will be asked again next time.
      await saveMapping(workbook, { mapping, headers: reading?.headers ?? [] });
      const models = (await ports.engine()).resultSheets(results);
      const report = await workbook.preview(models, options);
      return report.ok ? ok(previewRows(report.value, models, reading?.content.names ?? [])) : report;
    });
    if (planned !== undefined) store.send({ kind: 'previewed', preview: planned });
    return planned;
  };

  const write = async (): Promise<void> => {
    const results = scored(store);
    if (results === undefined) return;
    const written = writtenScore(results);
    const report = await tasks.run('write', async (options) => {
      const done = await workbook.write((await ports.engine()).resultSheets(results), options);
      if (done.ok) await saveWritten(workbook, written);
      return done;
    });
    if (report !== undefined) store.send({ kind: 'wrote', report, written });
  };

  const readSettled = async (): Promise<boolean> => {
    const outcome = await readBook(ports, store, tasks, 'layout');
    if (outcome !== 'failed') await changes.start();
    return outcome === 'settled';
  };

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
      const { readingOf } = await ports.engine();
      const { reading, busy } = store.state();
      if (reading === undefined || busy !== undefined) return;
      const changed = { ...readingOf(reading.content, mapping, undefined), changes: reading.changes };
      store.send({ kind: 'remapped', reading: changed, mapping });
    },
    preview: async () => {
      await preview();
    },
    write,
    restore: async () => {
      const restored = await tasks.run('restore', async (options) => {
        const undone = await workbook.restore(options);
        if (!undone.ok) return undone;
        await saveWritten(workbook, undefined);
        return ok(true);
      });
      if (restored === true) store.send({ kind: 'restored' });
    },
    cancel: tasks.cancel,
    openSample: async () => {
      const opened = await tasks.run('sample', async () => {
        const { name, rows } = (await ports.engine()).sample();
        return workbook.openSample(name, rows);
      });
      if (opened !== undefined) store.send({ kind: 'noticed', notice: 'sample-opened' });
    },
    jumpTo: async ({ sheet, cell = 'A1' }) => {
      if (sheet === undefined || store.state().busy !== undefined) return;
      const jumped = await workbook.jumpTo({ sheet, cell });
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

const scored = (store: PaneStore): Results | undefined => {
  const outcome = store.state().reading?.outcome;
  return outcome?.ok === true ? outcome.value : undefined;
};

/** One municipality's total stands for the workbook; several have no common total to compare. */
const writtenScore = ({ municipalities, checkCode }: Results): WrittenScore | undefined => {
  const [only, ...others] = municipalities;
  return only === undefined || others.length > 0
    ? undefined
    : { total: only.range.min, most: only.range.max, checkCode };
};
