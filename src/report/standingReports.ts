import { markerPrefix, ownedSheets, type DefinedName } from '../workbook';
import type { ReportKind } from './reportSheets';

/** A report one can ask for by itself. */
export type SingleReport = Exclude<ReportKind, 'all'>;

/** Every report, in the order a person is shown them. */
export const singleReports: readonly SingleReport[] = ['a', 'b', 'analysis', 'prefecture', 'charts', 'data'];

/** The papers' markers go on with the year and the shape of their tables, the charts' with what is drawn. */
const markers: Readonly<Record<SingleReport, RegExp>> = {
  a: /^paperA/i,
  b: /^paperB/i,
  analysis: /^analysis$/i,
  prefecture: /^prefecture$/i,
  charts: /^charts/i,
  data: /^openData$/i,
};

/**
 * The reports that stand in a workbook, found by the names on their sheets: a refresh keeps them up to date without being
 * told again. A broken marker counts as none, and so does one of a single cell, which marks a sheet that was taken back.
 */
export const standingReports = (names: readonly DefinedName[]): ReadonlySet<SingleReport> => {
  const standing = names.flatMap(({ name }) => {
    const marker = markerIn(name);
    return marker !== undefined && marksBlock(marker, names) ? [marker] : [];
  });
  return new Set(singleReports.filter((report) => standing.some((marker) => markers[report].test(marker))));
};

/** Excel's names ignore case. */
const markerIn = (name: string): string | undefined =>
  name.toLowerCase().startsWith(markerPrefix.toLowerCase()) ? name.slice(markerPrefix.length) : undefined;

const marksBlock = (marker: string, names: readonly DefinedName[]): boolean =>
  ownedSheets(names, { marker, name: '' }).some(
    ({ rectangle: { top, left, bottom, right } }) => bottom > top || right > left,
  );
