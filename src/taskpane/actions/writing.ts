import type { Results } from '../../evaluation';
import { ok, problem, type Problem, type Result } from '../../problems';
import type { SingleReport } from '../../report';
import {
  a1Range,
  ownedRectangle,
  ownedSheets,
  type DefinedName,
  type SheetModel,
  type WriteOutcome,
  type WriteReport,
} from '../../workbook';
import { mappingText } from '../mapping/mapping';
import { isDear, type PreviewRow, type StoredSettings } from '../state/paneState';
import type { PaneStore } from '../state/store';
import { readBook } from './readBook';
import type { PanePorts, TaskRunner } from './runTask';

/** What leads to written sheets: seeing what would be written, choosing the reports, writing. */
interface Writing {
  /** The rows now on the screen; undefined when there is nothing to write or it was refused. */
  readonly preview: () => Promise<readonly PreviewRow[] | undefined>;
  readonly chooseReport: (report: SingleReport, wanted: boolean) => Promise<void>;
  /** Writes at once where nobody changed our sheets by hand, they are of this year and municipality and the write can be taken back, else asks first. */
  readonly save: () => Promise<void>;
  /** Writes what was looked at, over changes by hand too. */
  readonly write: () => Promise<void>;
}

/** Plans and writes the result sheets, the reports that stand in the workbook, and those asked for. */
export const writing = (ports: PanePorts, store: PaneStore, tasks: TaskRunner): Writing => {
  const { workbook, engine } = ports;
  const withTrial = trialMemory(engine);
  /** The result sheets, the reports that are wanted, and what was decided since the sheet 判定 was written. */
  const modelsOf = async (scored: Results): Promise<readonly SheetModel[]> => {
    const { chosenReports, decisionsSheet, planToWrite, sheetsToWrite } = await engine();
    const { reading, decisions, decisionsAreWritten } = store.state();
    const wanted = chosenReports(store.state());
    const trial = planToWrite(store.state());
    const planned = wanted.has('plan') && trial.size > 0 ? await withTrial(scored, trial) : scored;
    const { sheets } = sheetsToWrite(planned, wanted, reading?.content.names ?? []);
    return decisions === undefined || decisionsAreWritten ? sheets : [...sheets, decisionsSheet(decisions)];
  };
  const plan = async (): Promise<readonly PreviewRow[] | undefined> => {
    const results = scoredResults(store);
    if (results === undefined) return undefined;
    const { reading, reports, stored } = store.state();
    const planned = await tasks.run('preview', async (options) => {
      const { offeredReports, readMarks } = await engine();
      const names = reading?.content.names ?? [];
      const models = await modelsOf(results);
      const outcome = await workbook.preview(models, { ...options, marks: readMarks(stored.cells) });
      if (!outcome.ok) return outcome;
      const rows = previewRows(outcome.value, models, names);
      return ok({ preview: rows, keepsUndo: outcome.value.keepsUndo, offered: offeredReports(results) });
    });
    if (planned === undefined) return undefined;
    store.send({ kind: 'previewed', ...planned });
    // A box ticked meanwhile waits for its turn, so that nobody has to wait between two boxes.
    return store.state().reports === reports ? planned.preview : plan();
  };
  let planning: ReturnType<typeof plan> | undefined;
  /** Asked for by the page and by a write at once, it is worked out once. */
  const preview = (): ReturnType<typeof plan> => {
    planning ??= plan().finally(() => {
      planning = undefined;
    });
    return planning;
  };

  /**
   * What would have been written may no longer be so: reads again, shows the new total, and waits to be asked again. True
   * where other sheets changed nothing of the result, and it can be written as it was asked for.
   */
  const scoreAgain = async (before: Results, besideBefore: string, changed: Problem): Promise<boolean> => {
    const outcome = await readBook(ports, store, tasks);
    if (outcome === 'failed') return false;
    const { rescoredWords } = await engine();
    const now = scoredResults(store);
    const isSame = now?.checkCode === before.checkCode && store.state().reading?.besideMark === besideBefore;
    if (changed.name === 'excel-sheets-changed' && outcome === 'settled' && isSame) return true;
    if (outcome === 'settled') await preview();
    else store.send({ kind: 'shown', screen: 'reading' });
    if (store.state().faults.length > 0) return false;
    const cells = changed.facts['cells'];
    const said =
      now === undefined
        ? changed
        : changed.name === 'excel-sheets-changed'
          ? problem('sheets-rescored', changed, { detail: rescoredWords(before, now) })
          : typeof cells === 'number'
            ? problem('answers-rescored', changed, { cells, detail: rescoredWords(before, now) })
            : changed;
    store.send({ kind: 'failed', problems: [said] });
    return false;
  };

  const write = async (): Promise<void> => {
    const results = scoredResults(store);
    const { reading, stored, confirmed } = store.state();
    if (results === undefined || reading === undefined) return;
    const written = (await engine()).writtenScore(results, reading.besideMark);
    const done = await tasks.run('write', async (options): Promise<Result<WriteAttempt>> => {
      const { beforeText, blockMarks, countedCells, decisionsIn, ...tools } = await engine();
      const { marksText, reportOrResult, scoreText, standingMarks, storeChanges, writtenPlan } = tools;
      // What this session decided is written over the sheet 判定, so that sheet need not be as it was.
      const decided = store.state().decisions === undefined ? undefined : decisionsIn(reading.content).sheets;
      const sheets = reading.content.sheets.filter(({ name }) => decided?.has(name) !== true);
      const models = await modelsOf(results);
      const counted = countedCells({ ...reading.content, sheets }, results);
      const leftOut = reportOrResult(reading.content.names);
      const names = reading.content.sheets.flatMap(({ name }) => (leftOut.has(name) ? [] : [name]));
      const outcome = await workbook.write(models, {
        ...options,
        counted,
        // Sheets that could not be read have no place among the others.
        ...(reading.content.unread === undefined ? { sheetsRead: { names, leftOut: reportOrResult } } : {}),
      });
      if (!outcome.ok) {
        const [first] = outcome.problems;
        return first !== undefined && tellsOfChange.has(first.name) ? ok({ changed: first }) : outcome;
      }
      const score = scoreText(written);
      // Sheets that were deleted say nothing, and 元に戻す does not bring them back.
      const standing = { ...stored, score: store.state().written === undefined ? undefined : stored.score };
      const isChanged = outcome.value.sheets.some(({ created, changedCells }) => created || changedCells > 0);
      const wanted = {
        mapping: confirmed ? mappingText(confirmed) : stored.mapping,
        score,
        cells: marksText(
          new Map([
            ...standingMarks(reading.content.names, stored),
            ...models.map((model) => [model.marker, blockMarks(model)] as const),
          ]),
        ),
        plan: writtenPlan(models, results, store.state()) ?? stored.plan,
        ...(isChanged
          ? { undo: outcome.value.undo, before: beforeText(standing, score) }
          : { undo: stored.undo, before: stored.before }),
      };
      return ok({ outcome: outcome.value, stored: await storeChanges(workbook, stored, wanted) });
    });
    if (done === undefined) return;
    if (!('changed' in done)) store.send({ kind: 'wrote', ...done, written });
    else if (await scoreAgain(results, reading.besideMark, done.changed)) await write();
  };

  return {
    preview,
    save: async () => {
      // What is written rests on a reading of everything: some changes give no event (rules/excel.md#where-our-host-is-kinder).
      const isWhole = store.state().reading?.onlyChanged === undefined;
      if (!isWhole && (await readBook(ports, store, tasks)) === 'failed') return;
      const planned = await preview();
      if (planned === undefined) return;
      const isAsked = planned.some(isDear) || !store.state().keepsUndo;
      if (isAsked) store.send({ kind: 'asked-to-overwrite' });
      else await write();
    },
    write,
    chooseReport: async (report, wanted) => {
      const { busy } = store.state();
      if (busy !== undefined && busy.task !== 'preview') return;
      store.send({ kind: 'report-chosen', report, wanted });
      if (busy === undefined) await preview();
    },
  };
};

/** What came of a write: done, or not begun, since the answers are not what was scored. */
type WriteAttempt = { readonly changed: Problem } | { readonly outcome: WriteReport; readonly stored: StoredSettings };

/** Answers changed, their sheet is gone, or the list of sheets is another. */
const tellsOfChange: ReadonlySet<string> = new Set([
  'excel-answers-changed',
  'excel-sheet-gone',
  'excel-sheets-changed',
]);

/** Preview and write ask for the same results, whose sheets are then made once. */
const trialMemory = (
  engine: PanePorts['engine'],
): ((results: Results, trial: ReadonlySet<number>) => Promise<Results>) => {
  let last: { readonly results: Results; readonly trial: ReadonlySet<number>; readonly planned: Results } | undefined;
  return async (results, trial) => {
    if (last?.results !== results || last.trial !== trial)
      last = { results, trial, planned: (await engine()).withTrial(results, trial) };
    return last.planned;
  };
};

/** What writing `models` would do, sheet by sheet, with the block that is ours afterwards. */
const previewRows = (
  { sheets }: WriteOutcome,
  models: readonly SheetModel[],
  names: readonly DefinedName[],
): readonly PreviewRow[] =>
  sheets.map(({ marker, name, created, changedCells, editedSinceLastWrite, editedCells, replaced }) => {
    const model = models.find((one) => one.marker === marker);
    const standing = model && ownedSheets(names, model).find((owned) => owned.name === name);
    const { top, left } = standing?.rectangle ?? { top: 0, left: 0 };
    return {
      marker,
      name,
      created,
      changedCells,
      edited: editedSinceLastWrite === true,
      editedCells,
      replaced,
      range: model === undefined ? '' : a1Range(ownedRectangle(model, top, left)),
    };
  });

/** What the last reading came to; undefined before one, and after a refusal. */
export const scoredResults = (store: PaneStore): Results | undefined => {
  const outcome = store.state().reading?.outcome;
  return outcome?.ok === true ? outcome.value : undefined;
};
