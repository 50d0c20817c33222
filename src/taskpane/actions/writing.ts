import { onlyMunicipality, type Results } from '../../evaluation';
import { ok } from '../../problems';
import type { SingleReport } from '../../report';
import {
  a1Range,
  ownedRectangle,
  ownedSheets,
  type DefinedName,
  type SheetModel,
  type WriteOutcome,
} from '../../workbook';
import type { PreviewRow, WrittenScore } from '../state/paneState';
import type { PaneStore } from '../state/store';
import { saveMapping, saveWritten } from './readBook';
import type { PanePorts, TaskRunner } from './runTask';

/** What leads to written sheets: seeing what would be written, choosing the reports, writing. */
interface Writing {
  /** The rows now on the screen; undefined when there is nothing to write or it was refused. */
  readonly preview: () => Promise<readonly PreviewRow[] | undefined>;
  readonly chooseReport: (report: SingleReport, wanted: boolean) => Promise<void>;
  readonly write: () => Promise<void>;
}

/** Plans and writes the result sheets, the reports that stand in the workbook, and those asked for. */
export const writing = ({ workbook, engine }: PanePorts, store: PaneStore, tasks: TaskRunner): Writing => {
  const preview = async (): Promise<readonly PreviewRow[] | undefined> => {
    const results = scoredResults(store);
    if (results === undefined) return undefined;
    const { mapping, reading, reports } = store.state();
    const planned = await tasks.run('preview', async (options) => {
      // A workbook that cannot keep the mapping can be scored all the same; it will be asked again next time.
      await saveMapping(workbook, { mapping, headers: reading?.headers ?? [] });
      const { chosenReports, offeredReports, sheetsToWrite } = await engine();
      const names = reading?.content.names ?? [];
      const { sheets: models } = sheetsToWrite(results, chosenReports({ reading, reports }), names);
      const outcome = await workbook.preview(models, options);
      if (!outcome.ok) return outcome;
      const rows = previewRows(outcome.value, models, names);
      return ok({ preview: rows, offered: offeredReports(results) });
    });
    if (planned === undefined) return undefined;
    store.send({ kind: 'previewed', ...planned });
    // A box ticked meanwhile waits for its turn, so that nobody has to wait between two boxes.
    return store.state().reports === reports ? planned.preview : preview();
  };

  return {
    preview,
    chooseReport: async (report, wanted) => {
      const { busy } = store.state();
      if (busy !== undefined && busy.task !== 'preview') return;
      store.send({ kind: 'report-chosen', report, wanted });
      if (busy === undefined) await preview();
    },
    write: async () => {
      const results = scoredResults(store);
      if (results === undefined) return;
      const written = writtenScore(results);
      const outcome = await tasks.run('write', async (options) => {
        const { chosenReports, sheetsToWrite } = await engine();
        const { reading } = store.state();
        const { sheets: models } = sheetsToWrite(results, chosenReports(store.state()), reading?.content.names ?? []);
        const done = await workbook.write(models, options);
        if (done.ok) await saveWritten(workbook, written);
        return done;
      });
      if (outcome !== undefined) store.send({ kind: 'wrote', outcome, written });
    },
  };
};

/** One municipality's total stands for the workbook; several have no common total to compare. */
const writtenScore = (results: Results): WrittenScore | undefined => {
  const only = onlyMunicipality(results);
  return only && { total: only.range.least, most: only.range.most, checkCode: results.checkCode };
};

/** What writing `models` would do, sheet by sheet, with the block that is ours afterwards. */
const previewRows = (
  { sheets }: WriteOutcome,
  models: readonly SheetModel[],
  names: readonly DefinedName[],
): readonly PreviewRow[] =>
  sheets.map(({ marker, name, created, changedCells, editedSinceLastWrite }) => {
    const model = models.find((one) => one.marker === marker);
    const standing = model && ownedSheets(names, model).find((owned) => owned.name === name);
    const { top, left } = standing?.rectangle ?? { top: 0, left: 0 };
    return {
      marker,
      name,
      created,
      changedCells,
      edited: editedSinceLastWrite === true,
      range: model === undefined ? '' : a1Range(ownedRectangle(model, top, left)),
    };
  });

/** What the last reading came to; undefined before one, and after a refusal. */
export const scoredResults = (store: PaneStore): Results | undefined => {
  const outcome = store.state().reading?.outcome;
  return outcome?.ok === true ? outcome.value : undefined;
};
