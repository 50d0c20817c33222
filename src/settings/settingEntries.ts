import type { EnteredCell, SheetContent } from '../workbook';
import { settingFields } from './fields';
import { programmeEntries, programmeLines, typedValue, type ProgrammeLine } from './programmeLines';
import { settingsSheetIn } from './readSheet';
import { settingCells } from './settingCells';

/** What was typed to be kept on the sheet 設定, and is not there yet. */
export interface EnteredSettings {
  /** By the path of the setting. */
  readonly fields: ReadonlyMap<string, string>;
  /** All rows of 使途の表 as they are to be; undefined where nobody touched them. */
  readonly programmes: { readonly lines: Lines; readonly before: Lines } | undefined;
}

type Lines = readonly (ProgrammeLine | undefined)[];

/** Nothing was typed. */
export const nothingEntered: EnteredSettings = { fields: new Map(), programmes: undefined };

/** The cells that keep what was typed, and what finds no place. */
interface SettingEntries {
  readonly cells: readonly EnteredCell[];
  /** Paths of the fields that have a row. */
  readonly kept: ReadonlySet<string>;
  /** 使途の表 has room for all its rows. */
  readonly keepsProgrammes: boolean;
  /** Labels of what the sheet has no row or column for. */
  readonly missing: readonly string[];
  /** Somebody changed 使途の表 since its rows were typed here. */
  readonly overtaken: boolean;
}

/** Where what was typed goes on the sheet 設定 among these. */
export const settingEntries = (
  sheets: readonly Pick<SheetContent, 'name' | 'grid'>[],
  { fields, programmes }: EnteredSettings,
): SettingEntries => {
  const sheet = settingsSheetIn(sheets);
  if (sheet === undefined) return nothing;
  const rows = settingCells(sheets) ?? new Map<string, never>();
  const [kept, missing] = [new Set<string>(), [] as string[]];
  const cells: EnteredCell[] = [];
  for (const [path, text] of fields) {
    const place = rows.get(path);
    if (place === undefined) missing.push(settingFields.find((field) => field.path === path)?.label ?? path);
    else {
      kept.add(path);
      cells.push({ sheet: place.sheet, cell: place.cell, value: typedValue(text) });
    }
  }
  const table = programmes && programmeEntries(sheet, programmes.lines);
  // Half a table would add up to something nobody meant.
  const fits = table?.missing.length === 0;
  return {
    cells: [...cells, ...(fits ? table.cells : [])],
    kept,
    keepsProgrammes: fits,
    missing: [...missing, ...(table?.missing ?? [])],
    overtaken: programmes !== undefined && JSON.stringify(programmeLines(sheets)) !== JSON.stringify(programmes.before),
  };
};

const nothing: SettingEntries = { cells: [], kept: new Set(), keepsProgrammes: false, missing: [], overtaken: false };
