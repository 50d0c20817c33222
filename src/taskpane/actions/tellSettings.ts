import { ok, problem, refuse, type Problem, type Result } from '../../problems';
import type { EnteredSettings, programmeLines } from '../../settings';
import type { SheetContent, SheetModel, RunOptions } from '../../workbook';
import type { PaneStore } from '../state/store';
import { readBook } from './readBook';
import type { PanePorts, TaskRunner } from './runTask';

/**
 * 金額の入力: puts what was typed into the sheet 設定, so that every face reads it; the sheet is added where there is none. What
 * was written is no longer waiting; what finds no row there, or cannot be read, is named and stays typed.
 */
export const tellSettings = async (ports: PanePorts, store: PaneStore, tasks: TaskRunner): Promise<void> => {
  const { workbook } = ports;
  if (store.state().entered === undefined) return;
  // Rows may have moved since the sheet was read.
  if (store.state().stale && (await readBook(ports, store, tasks, { onlyChanged: true })) === 'failed') return;
  const told = await tasks.run('settings', async (options) => {
    const { blankSettings, programmeLines, settingEntries, settingsSheetIn, usableEntries } = await ports.engine();
    const { reading, entered: typed } = store.state();
    if (typed === undefined) return ok(undefined);
    const standing = settingsSheetIn(reading?.content.sheets ?? []);
    const form = blankSettings();
    const { usable: entered, problems } = usableEntries(standing ?? sheetOf(form.name, form), typed);
    const unread = problems.map(leftTyped);
    const [first, ...others] = unread;
    if (first !== undefined && entered.fields.size === 0 && entered.programmes === undefined)
      return refuse(first, ...others);
    const added = standing === undefined ? await addedSettings(form, workbook, options) : ok(standing);
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
      entered,
      kept,
      keepsProgrammes,
      problems: [
        ...unread,
        ...(unplaced === '' ? [] : [problem('settings-no-place', { sheet: name }, { name, items: unplaced })]),
      ],
    });
  });
  if (told === undefined) return;
  await readBook(ports, store, tasks);
  const { programmeLines } = await ports.engine();
  const { entered, reading } = store.state();
  const standing = programmeLines(reading?.content.sheets ?? []);
  store.send({ kind: 'entered', entered: waiting(entered, told, standing) });
  if (told.problems.length > 0) store.send({ kind: 'failed', problems: told.problems });
  else store.send({ kind: 'noticed', notice: 'settings-written' });
};

/** Of a value that nobody can read, and that stands at no cell: it stays typed, where it can be mended. */
const leftTyped = ({ name, code, severity, text, facts, found = '', expected = '' }: Problem): Problem => ({
  name,
  code,
  severity,
  facts,
  found,
  expected,
  text: {
    ...text,
    ja: { ...text.ja, effect: 'シート「設定」に書き込んでいません（入力欄に残しています）' },
    en: { ...text.en, effect: 'It was not written to the sheet 設定 and stays in its field' },
  },
});

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
  return ok(sheetOf(added.value, form));
};

const sheetOf = (name: string, { rows }: SheetModel): Pick<SheetContent, 'name' | 'grid'> => ({
  name,
  grid: rows.map((row) => row.map(({ value }) => value)),
});
