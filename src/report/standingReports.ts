import { markerPrefix, ownedSheets, type DefinedName } from '../workbook';
import type { ReportKind } from './reportSheets';

/** A report one can ask for by itself. */
export type SingleReport = Exclude<ReportKind, 'all'>;

/** Every report, in the order a person is shown them. */
export const singleReports: readonly SingleReport[] = ['a', 'b', 'analysis', 'prefecture', 'charts', 'data'];

/** The papers' markers go on with the year and the shape of their tables; the others stand as they are. */
const markers: Readonly<Record<SingleReport, RegExp>> = {
  a: /^paperA/i,
  b: /^paperB/i,
  analysis: /^analysis$/i,
  prefecture: /^prefecture$/i,
  charts: /^charts$/i,
  data: /^openData$/i,
};

/**
 * The reports that stand in a workbook, found by the names on their sheets: a refresh keeps them up to date without being
 * told again. A broken marker counts as none, and so does one of a single cell, which marks a sheet that was taken back.
 */
export const standingReports = (names: readonly DefinedName[]): ReadonlySet<SingleReport> => {
  const standing = names.filter(({ name }) => isOfPrefix(name) && marksBlock(name.slice(markerPrefix.length), names));
  return new Set(
    singleReports.filter((report) =>
      standing.some(({ name }) => markers[report].test(name.slice(markerPrefix.length))),
    ),
  );
};

/** Excel's names ignore case; the fingerprints' names begin like the markers. */
const isOfPrefix = (name: string): boolean =>
  name.slice(0, markerPrefix.length).toLowerCase() === markerPrefix.toLowerCase() && !/_hash$/i.test(name);

const marksBlock = (marker: string, names: readonly DefinedName[]): boolean =>
  ownedSheets(names, { marker, name: '' }).some(
    ({ rectangle: { top, left, bottom, right } }) => bottom > top || right > left,
  );
