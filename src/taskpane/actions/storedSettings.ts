import { onlyMunicipality, type Results } from '../../evaluation';
import type { OpenWorkbook } from '../../workbook';
import { goalTotals } from '../state/scored';
import { nothingStored, storedKey, type StoredSettings, type WrittenScore } from '../state/paneState';

const names = Object.keys(nothingStored) as (keyof StoredSettings)[];

/** What the workbook remembers of earlier runs; nothing where it cannot be read. */
export const readStored = async (workbook: OpenWorkbook): Promise<StoredSettings> => {
  const settings = await workbook.readSettings(names.map(storedKey));
  const textOf = (name: keyof StoredSettings): string | undefined => {
    const text = settings.ok ? settings.value.get(storedKey(name)) : undefined;
    return text === '' ? undefined : text;
  };
  return Object.fromEntries(names.map((name) => [name, textOf(name)])) as unknown as StoredSettings;
};

/**
 * Stores with the workbook what it does not hold yet, so that nothing is stored twice and Excel's undo list stays where it
 * can; gives what is stored now. A workbook that cannot keep it can be scored all the same.
 */
export const storeChanges = async (
  workbook: OpenWorkbook,
  before: StoredSettings,
  wanted: StoredSettings,
): Promise<StoredSettings> => {
  const changed = names.filter((name) => (wanted[name] ?? '') !== (before[name] ?? ''));
  if (changed.length === 0) return before;
  const saved = await workbook.saveSettings(new Map(changed.map((name) => [storedKey(name), wanted[name] ?? ''])));
  return saved.ok ? wanted : before;
};

/**
 * The score we wrote as it is stored, so that the next preview can show old → new:
 * 「295/300/QAQ8X1WP/none/P1=40,P2=38～44」, without a total 「-/-/…」.
 */
export const scoreText = ({ range, goals, checkCode, besideMark }: WrittenScore): string =>
  [
    range?.least ?? '-',
    range?.most ?? '-',
    checkCode,
    besideMark,
    [...goals].map(([goal, points]) => `${goal}=${points}`).join(),
  ].join('/');

export const readWritten = (text: string | undefined): WrittenScore | undefined => {
  const [least = '', most = '', checkCode = '', besideMark = '', known = ''] = (text ?? '').split('/');
  const isTotal = /^\d{1,6}$/.test(least) && /^\d{1,6}$/.test(most);
  if (!isTotal && (least !== '-' || most !== '-')) return undefined;
  if (!/^[0-9A-Z]{8}$/.test(checkCode) || !/^(none|[0-9a-f]{8})?$/.test(besideMark)) return undefined;
  const goals = [...known.matchAll(/([PSC]\d)=([\d～]+)/g)].map(
    ([, goal = '', points = '']) => [goal, points] as const,
  );
  return {
    range: isTotal ? { least: Number(least), most: Number(most) } : undefined,
    goals: new Map(goals),
    checkCode,
    besideMark,
  };
};

/** The marks of sheets as they are stored, and the same with those of other sheets. */
export const readMarks = (text: string | undefined): ReadonlyMap<string, string> =>
  new Map(
    (text ?? '').split('\n').flatMap((line) => {
      const [marker, marks] = line.split(' ');
      return marker === undefined || marks === undefined ? [] : [[marker, marks] as const];
    }),
  );

export const marksText = (marks: ReadonlyMap<string, string>): string =>
  [...marks].map(([marker, of]) => `${marker} ${of}`).join('\n');

/** What was stored before a write, and the score that the write left: 元に戻す takes both back. */
export const beforeText = ({ score, plan, cells }: StoredSettings, after: string): string =>
  JSON.stringify({ after, score, plan, cells });

/** What is stored once the last write is taken back. */
export const storedBefore = (stored: StoredSettings): StoredSettings => ({
  ...stored,
  score: undefined,
  plan: undefined,
  cells: undefined,
  ...readBefore(stored),
  undo: undefined,
  before: undefined,
});

/** The way back of an earlier session: kept with the workbook, and of the write that its score is of. */
export const keptUndo = (stored: StoredSettings): string | undefined =>
  readBefore(stored) === undefined ? undefined : stored.undo;

const readBefore = ({ before, score }: StoredSettings): Partial<StoredSettings> | undefined => {
  try {
    const kept: unknown = JSON.parse(before ?? '');
    if (typeof kept !== 'object' || kept === null || !('after' in kept) || kept.after !== score) return undefined;
    return {
      score: 'score' in kept && typeof kept.score === 'string' ? kept.score : undefined,
      plan: 'plan' in kept && typeof kept.plan === 'string' ? kept.plan : undefined,
      cells: 'cells' in kept && typeof kept.cells === 'string' ? kept.cells : undefined,
    };
  } catch {
    return undefined;
  }
};

const goalsOf = (results: Results): ReadonlyMap<string, string> => {
  const only = onlyMunicipality(results);
  return only === undefined ? new Map<string, string>() : goalTotals(only);
};

/** One municipality's total stands for the workbook; several have no common total to compare. */
export const writtenScore = (results: Results, besideMark: string): WrittenScore => ({
  range: onlyMunicipality(results)?.range,
  goals: goalsOf(results),
  checkCode: results.checkCode,
  besideMark,
});
