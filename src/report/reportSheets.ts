import type { SheetModel } from '../workbook';
import { councilFacts } from './councilFacts';
import { paperA } from './paper-a';
import { paperB } from './paper-b';
import type { Results } from './results';

/** `a` and `b` are council papers of one municipality. */
export const reportKinds = ['a', 'b', 'all'] as const;
export type ReportKind = (typeof reportKinds)[number];

/** The sheets of a report; empty where it says nothing about these results (a council paper needs one municipality). */
export const reportSheets = (results: Results, kind: ReportKind): readonly SheetModel[] => {
  const facts = councilFacts(results);
  const wants = (wanted: ReportKind): boolean => kind === wanted || kind === 'all';
  return [
    ...(facts !== undefined && wants('a') ? [paperA(facts)] : []),
    ...(facts !== undefined && wants('b') ? [paperB(facts)] : []),
  ];
};
