import { ok, problem, refuse, type Problem, type ProblemName, type Result } from '../../problems';
import type { EnteredSettings, programmeLines } from '../../settings';
import type { SheetContent, SheetModel, RunOptions } from '../../workbook';
import type { Reading } from '../state/paneState';
import type { PaneStore } from '../state/store';
import { readBook } from './readBook';
import type { PanePorts, TaskRunner } from './runTask';

/**
 * 金額の入力: puts what was typed into the sheet 設定, so that every face reads it; the sheet is added where there is none. What
 * was written is no longer waiting; what finds no row there is named and stays typed. What cannot be used is told by the
 * reading that follows, here and at its cell.
 */
export const tellSettings = async (ports: PanePorts, store: PaneStore, tasks: TaskRunner): Promise<void> => {
  const { workbook } = ports;
  if (store.state().entered === undefined) return;
  // Rows may have moved since the sheet was read.
  if (store.state().stale && (await readBook(ports, store, tasks, { onlyChanged: true })) === 'failed') return;
  const told = await tasks.run('settings', async (options) => {
    const { blankSettings, programmeLines, settingEntries, settingsSheetIn } = await ports.engine();
    const { reading, entered } = store.state();
    if (entered === undefined) return ok(undefined);
    const standing = settingsSheetIn(reading?.content.sheets ?? []);
    const added = standing === undefined ? await addedSettings(blankSettings(), workbook, options) : ok(standing);
    if (!added.ok) return added;
    const { cells, kept, keepsProgrammes, missing, overtaken } = settingEntries([added.value], entered);
    const { name } = added.value;
    if (overtaken && entered.programmes !== undefined) {
      const programmes = { ...entered.programmes, before: programmeLines([added.value]) };
      store.send({ kind: 'entered', entered: { ...entered, programmes } });
      return refuse(problem('programmes-changed', { sheet: name }, { name }));
    }
    const done = cells.length === 0 ? ok(true) : await workbook.enter(cells);
    if (!done.ok) return done;
    const unplaced = missing.map((label) => `「${label}」`).join('、');
    return ok({
      written: new Set(cells.map(({ sheet, cell }) => `${sheet}!${cell}`)),
      entered,
      kept,
      keepsProgrammes,
      problems: unplaced === '' ? [] : [problem('settings-no-place', { sheet: name }, { name, items: unplaced })],
    });
  });
  if (told === undefined) return;
  await readBook(ports, store, tasks);
  const { programmeLines } = await ports.engine();
  const { entered, reading } = store.state();
  const standing = programmeLines(reading?.content.sheets ?? []);
  store.send({ kind: 'entered', entered: waiting(entered, told, standing) });
  const problems = [...told.problems, ...unusable(reading, told.written)];
  if (problems.length > 0) store.send({ kind: 'failed', problems });
  else store.send({ kind: 'noticed', notice: 'settings-written' });
};

/** The value counts as not told; what is only to be looked at stands under 確認. */
const refusals: ReadonlySet<ProblemName> = new Set([
  'settings-unreadable',
  'insured-missing',
  'insured-impossible',
  'unit-contradicts',
  'unit-missing',
  'amount-impossible',
]);

/** What was typed and cannot be used, as the reading that followed says of its cells. */
const unusable = (reading: Reading | undefined, written: ReadonlySet<string>): readonly Problem[] =>
  (reading?.outcome.ok === true ? reading.outcome.value.problems : []).filter(
    ({ name, sheet = '', cell = '' }) => refusals.has(name) && written.has(`${sheet}!${cell}`),
  );

interface Told {
  readonly entered: EnteredSettings;
  readonly kept: ReadonlySet<string>;
  readonly keepsProgrammes: boolean;
}

/** What is still to be written: what found no place, and what was typed meanwhile. */
const waiting = (
  now: EnteredSettings | undefined,
  { entered, kept, keepsProgrammes }: Told,
  standing: ReturnType<typeof programmeLines>,
): EnteredSettings | undefined => {
  const isWritten = ([path, text]: readonly [string, string]): boolean =>
    kept.has(path) && entered.fields.get(path) === text;
  const fields = new Map([...(now?.fields ?? [])].filter((field) => !isWritten(field)));
  const isTableWritten = keepsProgrammes && now?.programmes?.lines === entered.programmes?.lines;
  const before = keepsProgrammes ? standing : now?.programmes?.before;
  const programmes =
    isTableWritten || before === undefined ? undefined : now?.programmes && { ...now.programmes, before };
  return fields.size === 0 && programmes === undefined ? undefined : { fields, programmes };
};

/** The new sheet with its name and its cells. */
const addedSettings = async (
  form: SheetModel,
  workbook: PanePorts['workbook'],
  options: RunOptions,
): Promise<Result<Pick<SheetContent, 'name' | 'grid'>>> => {
  const added = await workbook.addSheet(form, options);
  if (!added.ok) return added;
  return ok({ name: added.value, grid: form.rows.map((row) => row.map(({ value }) => value)) });
};
