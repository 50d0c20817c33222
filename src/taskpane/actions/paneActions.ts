import { onlyMunicipality } from '../../evaluation';
import { ok, type Problem } from '../../problems';
import type { SingleReport } from '../../report';
import type { EnteredSettings } from '../../settings';
import type { Screen, TownsView } from '../state/paneState';
import { scoreSheetName } from '../state/scored';
import type { PaneStore } from '../state/store';
import { addForm } from './addForm';
import { formulaActions, type FormulaActions } from './insertFormula';
import { addYear } from './addYear';
import { readBook } from './readBook';
import { rescoring, type Rescoring } from './rescoring';
import { taskRunner, type PanePorts, type TaskRunner } from './runTask';
import { scoredResults, writing } from './writing';
import { tellSettings } from './tellSettings';
import type { ChosenFile } from './yearFile';

/** Everything a person can do in the pane or from the ribbon. None of these rejects: what goes wrong is shown. */
export interface PaneActions extends Rescoring, FormulaActions {
  /** The pane was opened: reads the workbook, and shows the result of one that was scored before. */
  readonly open: () => Promise<void>;
  /** 採点: reads the workbook and shows the result, or first how it was read where that is doubtful. */
  readonly score: () => Promise<void>;
  /** 結果と資料を更新: reads and writes again; stops to ask where the reading is doubtful or someone edited our sheets. */
  readonly refresh: () => Promise<void>;
  /** Reads again without leaving the screen. */
  readonly recheck: () => Promise<void>;
  /** 採点し直す: the same on a press, and says what came of it. */
  readonly rescore: () => Promise<void>;
  /** ファイルから年度を追加: a scheme file of a year that is not packaged, for this session. */
  readonly addYear: (file: ChosenFile) => Promise<void>;
  /** Works out what a write would do, for the states of the sheets and 変更の内訳. */
  readonly preview: () => Promise<void>;
  /** Takes a report into the next write, or puts it aside; shows again what would be written. */
  readonly chooseReport: (report: SingleReport, wanted: boolean) => Promise<void>;
  /** シートに書き込む: asks first where values of our sheets were changed by hand. */
  readonly save: () => Promise<void>;
  /** Writes over what was changed by hand. */
  readonly write: () => Promise<void>;
  /** 元に戻す */
  readonly restore: () => Promise<void>;
  readonly cancel: () => void;
  /** 見本: as a workbook of its own. */
  readonly openSample: () => Promise<void>;
  /** 数値の根拠: looks the selected cell up in the sheets of the last scoring. */
  readonly askFigure: () => Promise<void>;
  readonly jumpTo: (place: Pick<Problem, 'sheet' | 'cell'>) => Promise<void>;
  readonly show: (screen: Screen) => void;
  readonly chooseMunicipality: (municipality: number | undefined) => void;
  /** もしも: what is on trial. */
  readonly tryOut: (trial: ReadonlySet<number>) => void;
  readonly typeGoal: (goal: string) => void;
  /** Remembers what is on trial as 案A or 案B. */
  readonly rememberPlan: (slot: 'a' | 'b') => void;
  /** The table of several municipalities: order, search, place. */
  readonly viewTowns: (view: Partial<TownsView>) => void;
  /** 案をシートに残す: writes the sheet 取組案 with what is on trial. */
  readonly keepPlan: () => Promise<void>;
  readonly openScoreSheet: () => Promise<void>;
  /** 金額の入力: remembers what was typed. */
  readonly enterSettings: (entered: EnteredSettings) => void;
  /** 金額の入力: puts what was typed into the sheet 設定. */
  readonly tellSettings: () => Promise<void>;
  /** 白紙の回答票: adds a blank answer form of the chosen or the newest year, and the sheet 設定 where there is none. */
  readonly addForm: () => Promise<void>;
  readonly dismiss: () => void;
}

/** The actions over the ports; they tell the store what happened. */
export const paneActions = (ports: PanePorts, store: PaneStore): PaneActions => {
  const { workbook } = ports;
  const tasks = taskRunner(ports, store);
  const { preview, chooseReport, save, write } = writing(ports, store, tasks);
  const changes = changeWatch(ports, store, async () => {
    await readBook(ports, store, tasks, { onlyChanged: true });
  });
  const jumpTo: PaneActions['jumpTo'] = async ({ sheet, cell = 'A1' }) => {
    if (sheet === undefined || store.state().busy !== undefined) return;
    // A place that is no address, as a whole row of the national table, leads to where it begins, else to the sheet.
    const jumped = await workbook.jumpTo((await ports.engine()).problemPlace({ sheet, cell }) ?? { sheet, cell: 'A1' });
    if (!jumped.ok) store.send({ kind: 'failed', problems: jumped.problems });
  };
  const readAnew = () => readBook(ports, store, tasks, { toward: 'result', first: changes.start });

  /** The look at the workbook that comes with opening the pane: a button of the ribbon that opened it waits for it. */
  let opening: Promise<unknown> = Promise.resolve();
  /** Reads again, and what a write would do where that was on the screen; false where it could not. */
  const readAgain = async (): Promise<boolean> => {
    const hadPreview = store.state().preview !== undefined;
    if ((await readBook(ports, store, tasks)) === 'failed') return false;
    return !hadPreview || (await preview()) !== undefined;
  };

  /** What the opening read is shown once without being read again. */
  let justOpened = false;

  return {
    open: async () => {
      const { reading, busy } = store.state();
      if (reading !== undefined || busy !== undefined) return;
      opening = readBook(ports, store, tasks, { toward: 'opening', first: changes.start });
      await opening;
      justOpened = true;
    },
    score: async () => {
      await opening;
      const { reading, stale } = store.state();
      const isFresh = justOpened && !stale;
      justOpened = false;
      if (reading?.outcome.ok !== true || !isFresh) await readAnew();
      else store.send({ kind: 'shown', screen: (await ports.engine()).isSure(reading) ? 'result' : 'reading' });
    },
    refresh: async () => {
      await opening;
      const outcome = await readAnew();
      const { reading } = store.state();
      if (outcome === 'failed' || reading?.outcome.ok !== true) return;
      const isSure = reading.changes.length === 0 && (await ports.engine()).isSure(reading);
      if (outcome === 'settled' || isSure) await save();
      // What was read in doubt is not written before somebody has looked: one button goes on.
      else store.send({ kind: 'asked-to-confirm' });
    },
    recheck: async () => {
      await readAgain();
    },
    rescore: async () => {
      const before = store.state().reading;
      if (!(await readAgain())) return;
      const { againWords } = await ports.engine();
      const { reading } = store.state();
      const said = reading && againWords(before, reading);
      if (said !== undefined) store.send({ kind: 'rescored', said });
    },
    ...rescoring(ports, store, tasks),
    ...formulaActions(ports, store, tasks),
    addYear: (file) => addYear(ports, store, tasks, file),
    preview: async () => {
      await preview();
    },
    chooseReport,
    save,
    write,
    restore: async () => {
      const restored = await tasks.run('restore', async (options) => {
        const { stored, decisions, reading } = store.state();
        const { decisionsIn, keptUndo, readWritten, storeChanges, storedBefore } = await ports.engine();
        const undone = await workbook.restore({ ...options, kept: keptUndo(stored) });
        if (!undone.ok) return undone;
        const before = storedBefore(stored);
        return ok({
          kept: undone.value,
          // What was decided is still meant, though its sheet is taken back.
          decisions: decisions ?? (reading && decisionsIn(reading.content).decisions),
          stored: await storeChanges(workbook, stored, before),
          // Sheets that were deleted do not come back.
          written: store.state().written && readWritten(before.score),
        });
      });
      if (restored !== undefined) store.send({ kind: 'restored', ...restored });
    },
    cancel: tasks.cancel,
    openSample: async () => {
      const opened = await tasks.run('sample', async () => workbook.openBook(await ports.sampleBook()));
      if (opened !== undefined) store.send({ kind: 'noticed', notice: 'sample-opened' });
    },
    addForm: () => addForm(ports, store, tasks),
    enterSettings: (entered) => {
      store.send({ kind: 'entered', entered });
    },
    tellSettings: () => tellSettings(ports, store, tasks),
    keepPlan: async () => {
      store.send({ kind: 'plan-to-keep' });
      store.send({ kind: 'report-chosen', report: 'plan', wanted: true });
      await save();
    },
    openScoreSheet: async () => {
      const sheet = scoreSheetName(store.state());
      if (sheet !== undefined) await jumpTo({ sheet });
    },
    askFigure: () => askFigure(ports, store, tasks),
    jumpTo,
    show: (screen) => {
      store.send({ kind: 'shown', screen });
    },
    chooseMunicipality: (municipality) => {
      store.send({ kind: 'municipality-chosen', municipality });
    },
    typeGoal: (goal) => {
      store.send({ kind: 'goal-typed', goal });
    },
    rememberPlan: (slot) => {
      store.send({ kind: 'plan-remembered', slot });
    },
    viewTowns: (view) => {
      store.send({ kind: 'towns-viewed', view });
    },
    tryOut: (trial) => {
      store.send({ kind: 'tried', trial });
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
    const { chosenReports, figureAt, planToWrite, sheetsToWrite, singleReports, withTrial } = await engine();
    const plan = planToWrite(store.state());
    const planned = plan.size === 0 || onlyMunicipality(results) === undefined ? results : withTrial(results, plan);
    const names = store.state().reading?.content.names ?? [];
    const among = (wanted: ReadonlySet<(typeof singleReports)[number]>) =>
      figureAt(sheetsToWrite(planned, wanted, names).sheets, selected.value);
    // 検算 has the rows of the reports that are written; one that was put aside may still stand.
    const figure = among(chosenReports(store.state()));
    return ok(figure.kind === 'not-ours' ? among(new Set(singleReports)) : figure);
  });
  if (figure !== undefined) store.send({ kind: 'figure-found', figure });
};

/** Where a person mends answers or watches the result, the workbook is read again by itself; what waits to be written is not. */
const followsCells: ReadonlySet<Screen> = new Set<Screen>(['opening', 'result', 'check', 'reading', 'plan']);

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
    if (!stale || !followsCells.has(screen)) return;
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
