import {
  onlyMunicipality,
  type MunicipalityResult,
  type Results,
  type ScoredResults,
  type YearsBehind,
} from '../evaluation';
import type { ProblemNeeding } from '../problems';
import type { SheetModel } from '../workbook';
import { actionPlanSheet } from './sheets/actionPlan';
import { analysisSheet } from './sheets/analysis';
import { onPaper } from './layout/onPaper';
import { chartSheet } from './charts/chartSheet';
import { asWorking, gapsIn } from './papers/edition';
import { isWorking } from './papers/editionName';
import { councilFacts } from './papers/facts';
import { criteriaListSheet } from './sheets/criteriaList';
import { improvementSheet } from './sheets/improvement';
import { membersOf, type Member } from './members';
import { openDataSheets } from './openData';
import { councilPaper } from './papers/council/council';
import { paperA } from './papers/a/paperA';
import { paperB } from './papers/b/paperB';
import { comparedIn, peersSheet, type Compared } from './sheets/peers';
import { prefectureSheet } from './sheets/prefecture';
import { trendSheet } from './sheets/trend/trend';
import { summarySheet } from './sheets/summary/summary';

/** A report beside the result sheets, written once: choices, texts, refreshes and sheets follow from it. */
export interface Report<Kind extends string = string> extends Named<Kind> {
  /** What these results lack for it, as a problem; undefined where it can be made. Nothing is built to find out. */
  readonly needs: (results: Results) => ProblemNeeding<never> | undefined;
  /**
   * Its sheets, one for most; throws where it needs something. Costly: ask `reportSheets`, which keeps what was made.
   * `ordinal` is its place among the papers made together, from 0: the number it bears is counted up.
   */
  readonly make: (results: Results, ordinal?: number) => readonly SheetModel[];
  /** What a paper lacks for a council, each with where it is entered; none for other sheets. */
  readonly gaps: (results: Results) => readonly string[];
}

interface Named<Kind extends string> {
  /** What `--report` calls it. */
  readonly kind: Kind;
  /** The name on its tab. */
  readonly tab: string;
  /** Its form in a few words, where `--help` lists it. */
  readonly words: string;
  /** Its place among the tabs; those of the result sheets stand in `resultPlaces`. */
  readonly place: number;
  /** Written with every result that allows it, asked for or not. */
  readonly always?: true;
  /**
   * The markers of its sheets, as far as all shapes of one document share them: a paper's marker goes on with the shape of
   * its tables after the year, that of the charts with what is drawn.
   */
  readonly marker: RegExp;
  /** A paper that bears a 資料番号. */
  readonly numbered?: true;
}

/** A report about a part of the results; where that part is missing, it cannot be made and `lacking` says what it needs. */
const reportAbout = <Kind extends string, Part>(
  named: Named<Kind>,
  partOf: (results: Results) => Part | undefined,
  lacking: ProblemNeeding<never>,
  sheetsOf: (part: Part, ordinal: number) => SheetModel | readonly SheetModel[],
  gapsOf: (part: Part) => readonly string[] = () => [],
): Report<Kind> => ({
  ...named,
  needs: (results) => (partOf(results) === undefined ? lacking : undefined),
  gaps: (results) => {
    const part = partOf(results);
    return part === undefined ? [] : gapsOf(part);
  },
  make: (results, ordinal = 0) => {
    const part = partOf(results);
    if (part === undefined) throw new RangeError(`report ${named.kind}: ${lacking}`);
    return [sheetsOf(part, ordinal)].flat().map(onPaper);
  },
});

interface Answers {
  readonly results: ScoredResults;
  readonly own: MunicipalityResult;
}

/** One municipality with its answers; a national table has none. */
const answersIn = (results: Results): Answers | undefined => {
  if (results.subject === 'facts' || results.subject === 'nation') return undefined;
  const own = onlyMunicipality(results);
  return own && { results, own };
};

const pointsIn = (results: Results): ScoredResults | undefined =>
  results.subject === 'facts' || results.municipalities.length === 0 ? undefined : results;

interface MemberList {
  readonly results: ScoredResults;
  readonly members: readonly Member[];
}

/** Several municipalities, or the one's prefecture in the national table. */
const membersIn = (results: Results): MemberList | undefined => {
  if (results.subject === 'facts') return undefined;
  const members = membersOf(results);
  return members.length < 2 ? undefined : { results, members };
};

interface SeveralYears extends Answers {
  readonly behind: YearsBehind;
}

/** One municipality with the answers of earlier years. */
const yearsIn = (results: Results): SeveralYears | undefined => {
  const answers = answersIn(results);
  const { behind } = results;
  return answers && behind && { ...answers, behind };
};

interface Comparison {
  readonly results: ScoredResults;
  readonly compared: readonly Compared[];
}

/** The one municipality with its 比較団体, or a few that were scored together. */
const comparisonIn = (results: Results): Comparison | undefined => {
  if (results.subject === 'facts') return undefined;
  const compared = comparedIn(results);
  return compared.length === 0 ? undefined : { results, compared };
};

/** Every report, in the order a person is shown them. */
export const reports = [
  reportAbout(
    { kind: 'summary', tab: '概況', words: '1枚の概況', place: 1, marker: /^summary$/i, always: true },
    councilFacts,
    'report-needs-one',
    summarySheet,
  ),
  reportAbout(
    {
      kind: 'a',
      tab: '資料A',
      words: '八王子市の資料の形',
      place: 41,
      marker: /^paperA(?:Working)?(?:R\d+)?/i,
      numbered: true,
    },
    councilFacts,
    'report-needs-one',
    paperA,
    (facts) => (isWorking(facts) ? [] : gapsIn(paperA(asWorking(facts)))),
  ),
  reportAbout(
    {
      kind: 'b',
      tab: '資料B',
      words: '天草市の資料の形',
      place: 42,
      marker: /^paperB(?:Working)?(?:R\d+)?/i,
      numbered: true,
    },
    councilFacts,
    'report-needs-one',
    paperB,
    (facts) => (isWorking(facts) ? [] : gapsIn(paperB(asWorking(facts)))),
  ),
  reportAbout(
    {
      kind: 'council',
      tab: '協議会資料',
      words: '運営協議会の資料',
      place: 40,
      marker: /^council(?:Working)?(?:R\d+)?/i,
      numbered: true,
    },
    councilFacts,
    'report-needs-one',
    councilPaper,
    (facts) => (isWorking(facts) ? [] : gapsIn(councilPaper(asWorking(facts)))),
  ),
  reportAbout(
    { kind: 'analysis', tab: '指標別分析', words: '指標別分析', place: 31, marker: /^analysis$/i },
    answersIn,
    'report-needs-answers',
    ({ results, own }) => analysisSheet(results, own),
  ),
  reportAbout(
    { kind: 'prefecture', tab: '県内一覧', words: '県内一覧', place: 32, marker: /^prefecture$/i },
    membersIn,
    'report-needs-several',
    ({ results, members }) => prefectureSheet(results, members),
  ),
  reportAbout(
    { kind: 'charts', tab: 'グラフ', words: 'グラフ', place: 30, marker: /^charts/i },
    answersIn,
    'report-needs-answers',
    ({ results, own }) => chartSheet(results, own),
  ),
  reportAbout(
    { kind: 'trend', tab: '推移', words: '年度ごとの推移', place: 18, marker: /^trend/i },
    yearsIn,
    'report-needs-years',
    ({ own, behind }) => trendSheet(own, behind),
  ),
  reportAbout(
    { kind: 'data', tab: '機械可読', words: '機械可読の表', place: 80, marker: /^openData(?:Criteria)?$/i },
    pointsIn,
    'report-needs-points',
    openDataSheets,
  ),
  reportAbout(
    { kind: 'plan', tab: '取組案', words: '取組案', place: 33, marker: /^actionPlan$/i },
    answersIn,
    'report-needs-answers',
    ({ results, own }) => actionPlanSheet(results, own),
  ),
  reportAbout(
    {
      kind: 'criteria-list',
      tab: '該当状況一覧',
      words: '枝番ごとの該当状況の一覧',
      place: 43,
      marker: /^criteriaList(?:R\d+)?/i,
    },
    answersIn,
    'report-needs-answers',
    ({ results, own }) => criteriaListSheet(results, own),
  ),
  reportAbout(
    { kind: 'improvement', tab: '改善計画表', words: '改善計画表', place: 34, marker: /^improvement(?:R\d+)?/i },
    answersIn,
    'report-needs-answers',
    ({ results, own }) => improvementSheet(results, own),
  ),
  reportAbout(
    { kind: 'peers', tab: '比較団体', words: '比較団体を並べた表', place: 35, marker: /^peers(?:R\d+)?/i },
    comparisonIn,
    'report-needs-peers',
    ({ results, compared }) => peersSheet(results, compared),
  ),
] as const;

/** A report one can ask for by itself. */
export type SingleReport = (typeof reports)[number]['kind'];

/** A report, or `all` of them. */
export type ReportKind = SingleReport | 'all';

/** Every report one can ask for by itself, in the order a person is shown them. */
export const singleReports: readonly SingleReport[] = reports.map(({ kind }) => kind);

/** The reports that are written with every result that allows them. */
export const alwaysWritten: ReadonlySet<SingleReport> = new Set(
  reports.flatMap((report: Report<SingleReport>) => (report.always === true ? [report.kind] : [])),
);

/** What `--report` understands. */
export const reportKinds: readonly ReportKind[] = [...singleReports, 'all'];
