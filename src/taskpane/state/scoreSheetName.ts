import type { PaneState } from './paneState';

/** The name of the sheet 得点 as it was last written, or of the first sheet where there is none; undefined before a write. */
export const scoreSheetName = ({ report }: Pick<PaneState, 'report'>): string | undefined =>
  (report?.sheets.find(({ marker }) => marker === 'score') ?? report?.sheets[0])?.name;
