import type { SheetModel } from '../workbook';
import { analysisSheet } from './analysis';
import { chartSheet } from './charts';
import { councilFacts } from './council';
import { openDataSheet } from './open-data';
import { paperA } from './paper-a';
import { paperB } from './paper-b';
import { prefectureSheet } from './prefecture';
import { onlyMunicipality, type Results } from '../evaluation';

/** `a`, `b` council papers · `analysis` 指標別分析 · `prefecture` 県内一覧 · `charts` グラフ · `data` the machine-readable twin · `all` of them. */
export const reportKinds = ['a', 'b', 'analysis', 'prefecture', 'charts', 'data', 'all'] as const;
export type ReportKind = (typeof reportKinds)[number];

/**
 * The sheets of a report; none where it says nothing about these results: a council paper and 指標別分析 need one
 * municipality, 県内一覧 several or a national table.
 */
export const reportSheets = (results: Results, kind: ReportKind): readonly SheetModel[] => {
  const facts = councilFacts(results);
  const wants = (wanted: ReportKind): boolean => kind === wanted || kind === 'all';
  const papers = [
    ...(facts !== undefined && wants('a') ? [paperA(facts)] : []),
    ...(facts !== undefined && wants('b') ? [paperB(facts)] : []),
  ];
  if (results.subject === 'facts') return papers;
  const own = results.subject === 'nation' ? undefined : onlyMunicipality(results);
  const prefecture = wants('prefecture') ? prefectureSheet(results) : undefined;
  return [
    ...papers,
    ...(own !== undefined && wants('analysis') ? [analysisSheet(results, own)] : []),
    ...(own !== undefined && wants('charts') ? [chartSheet(results, own)] : []),
    ...(prefecture === undefined ? [] : [prefecture]),
    ...(results.municipalities.length > 0 && wants('data') ? [openDataSheet(results)] : []),
  ];
};
