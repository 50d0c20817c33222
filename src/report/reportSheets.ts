import type { SheetModel } from '../workbook';
import { analysisSheet } from './analysis';
import { chartSheet } from './charts';
import { councilFacts } from './council';
import { openDataSheet } from './open-data';
import { paperA } from './paper-a';
import { paperB } from './paper-b';
import { prefectureSheet } from './prefecture';
import type { Results } from '../evaluation';

/** `a`, `b` council papers · `analysis` 指標別分析 · `prefecture` 県内一覧 · `charts` グラフ · `data` the machine-readable twin · `all` of them. */
export const reportKinds = ['a', 'b', 'analysis', 'prefecture', 'charts', 'data', 'all'] as const;
export type ReportKind = (typeof reportKinds)[number];

/**
 * The sheets of a report; none where it says nothing about these results: a council paper and 指標別分析 need one
 * municipality, 県内一覧 several or a national table.
 */
export const reportSheets = (results: Results, kind: ReportKind): readonly SheetModel[] => {
  const facts = councilFacts(results);
  const [only] = results.municipalities;
  const own = results.municipalities.length === 1 && results.subject === 'answers' ? only : undefined;
  const wants = (wanted: ReportKind): boolean => kind === wanted || kind === 'all';
  const prefecture = wants('prefecture') ? prefectureSheet(results) : undefined;
  return [
    ...(facts !== undefined && wants('a') ? [paperA(facts)] : []),
    ...(facts !== undefined && wants('b') ? [paperB(facts)] : []),
    ...(own !== undefined && wants('analysis') ? [analysisSheet(results, own)] : []),
    ...(own !== undefined && wants('charts') ? [chartSheet(results, own)] : []),
    ...(prefecture === undefined ? [] : [prefecture]),
    ...(results.municipalities.length > 0 && wants('data') ? [openDataSheet(results)] : []),
  ];
};
