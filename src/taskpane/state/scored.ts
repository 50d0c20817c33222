import { municipalitiesOf, onlyMunicipality, type MunicipalityResult, type Results } from '../../evaluation';
import { foldText, rangeInWords } from '../../kernel';
import type { PaneState } from './paneState';

/** The total as texts: 447 or 447～455; `before` is what the sheets say now, where we know it. */
interface TotalChange {
  readonly before: string | undefined;
  readonly now: string;
  /** The goals whose points the sheets say otherwise. */
  readonly goals: readonly { readonly goal: string; readonly before: string; readonly now: string }[];
}

/** The points of each goal: 40, or 38～44; by 「P1」 … 「C4」. */
export const goalTotals = ({ blocks }: MunicipalityResult): ReadonlyMap<string, string> =>
  new Map(
    blocks.flatMap(({ block: { grant, goal, group }, points, most }) =>
      group !== null || goal === null || grant === null
        ? []
        : [[`${grant.charAt(0).toUpperCase()}${goal}`, rangeText(points, most)] as const],
    ),
  );

/** Old → new of the one municipality of the workbook; undefined with several, or before a reading. */
export const totalChange = ({ reading, written }: Pick<PaneState, 'reading' | 'written'>): TotalChange | undefined => {
  if (reading?.outcome.ok !== true) return undefined;
  const only = onlyMunicipality(reading.outcome.value);
  if (only === undefined) return undefined;
  const before = written?.range;
  const goals = [...goalTotals(only)].flatMap(([goal, now]) => {
    const stood = written?.goals.get(goal);
    return stood === undefined || stood === now ? [] : [{ goal, before: stood, now }];
  });
  return {
    goals,
    before: before && rangeText(before.least, before.most),
    now: rangeText(only.range.least, only.range.most),
  };
};

/** 447, or 447～455. */
export const rangeText = (least: number, most: number): string => rangeInWords(String(least), String(most));

/** A spelling whose meaning a person has to settle once, and what was said so far. */
export interface AskedMark {
  readonly mark: string;
  readonly cells: number;
  readonly meaning: 'met' | 'unmet' | 'open';
}

/** Problems that end once somebody says what the mark means. */
const asksForMeaning: ReadonlySet<string> = new Set(['ask-mark', 'unreadable-mark']);
/** What is longer is a remark, and no mark that is used again. */
const longestMark = 20;

/** The marks that were asked about, in an order that answering does not change. */
export const askedMarks = ({ reading, mapping }: Pick<PaneState, 'reading' | 'mapping'>): readonly AskedMark[] => {
  const cells = new Map<string, number>();
  for (const { grid } of reading?.layout.flatMap(({ tables }) => tables.map(({ sheet }) => sheet)) ?? []) {
    for (const value of grid.flat()) {
      const mark = value === null || value instanceof Date ? '' : foldText(String(value));
      if (mapping.markMeanings.has(mark)) cells.set(mark, (cells.get(mark) ?? 0) + 1);
    }
  }
  const open = new Map<string, number>();
  for (const { name, found, facts } of reading?.outcome.ok === true ? reading.outcome.value.problems : []) {
    if (!asksForMeaning.has(name) || found === undefined || found.length > longestMark) continue;
    open.set(foldText(found), (open.get(foldText(found)) ?? 0) + Number(facts['count'] ?? 1));
  }
  const asked = [
    ...[...mapping.markMeanings].map(([mark, meaning]) => ({ mark, meaning, cells: cells.get(mark) ?? 0 })),
    ...[...open].map(([mark, count]) => ({ mark, meaning: 'open' as const, cells: count })),
  ];
  return asked.sort((one, other) => (one.mark < other.mark ? -1 : 1));
};

/** The name of the sheet 得点 as it was last written, or of the first sheet where there is none; undefined before a write. */
export const scoreSheetName = ({ lastWrite }: Pick<PaneState, 'lastWrite'>): string | undefined =>
  (lastWrite?.sheets.find(({ marker }) => marker === 'score') ?? lastWrite?.sheets[0])?.name;

/** The municipality a screen is about: the only one, or the one chosen from the table of several. */
export const chosenTown = (
  { municipality }: Pick<PaneState, 'municipality'>,
  results: Results,
): MunicipalityResult | undefined =>
  onlyMunicipality(results) ?? (municipality === undefined ? undefined : municipalitiesOf(results)[municipality]);
