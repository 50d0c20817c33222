import { problem, type Problem, type ProblemNeeding } from '../kernel';
import { reportSheets, type ReportKind } from './reportSheets';
import type { Results } from '../evaluation';
import { singleReports, type SingleReport } from './standingReports';

/** The names on their tabs. */
const tabs: Readonly<Record<SingleReport, string>> = {
  a: '資料A',
  b: '資料B',
  analysis: '指標別分析',
  prefecture: '県内一覧',
  charts: 'グラフ',
  data: '機械可読',
};

const needs: Readonly<Record<SingleReport, ProblemNeeding<never>>> = {
  a: 'report-needs-one',
  b: 'report-needs-one',
  analysis: 'report-needs-answers',
  prefecture: 'report-needs-several',
  charts: 'report-needs-answers',
  data: 'report-needs-points',
};

/**
 * Says of every report in `wanted` that cannot be made of these results what it needs. Whoever asks for all of them wants
 * those there are: one line names the others, for the record.
 */
export const unmadeReports = (results: Results, wanted: ReadonlySet<ReportKind>): readonly Problem[] => {
  const unmade = singleReports.filter((report) => reportSheets(results, report).length === 0);
  const named = unmade
    .filter((report) => wanted.has(report))
    .map((report) => problem(needs[report], { found: tabs[report] }));
  const others = unmade.filter((report) => !wanted.has(report)).map((report) => tabs[report]);
  return wanted.has('all') && others.length > 0
    ? [...named, problem('reports-left-out', { found: others.join('・') })]
    : named;
};
