import { answerState } from '../../answers';
import type { MunicipalityResult, ScoredResults } from '../../evaluation';
import { fiscalYearLabel } from '../../kernel';
import type { MarginalValue, Outlook } from '../../outlook';
import { peersSource, type FigureToStep } from '../../rank';
import { criterionIndexOf, isComputed, type IndexedCriterion } from '../../schemes';
import { cellAt, ownedSheets, type FigureSource, type SheetModel, type WorkbookContent } from '../../workbook';
import { fromPublished, fromRules, fromTable } from '../figureSources';
import { cellKeys } from '../cellKeys';
import { indicatorCells } from '../layout/cells';
import { headerLine, keyedSpan, layOut, pageSetup, span, userSpan, wideLines, type Line } from '../layout/layOut';
import { municipalityTitle, rankInLines } from '../members';
import {
  cautionText,
  goalText,
  mostHaveItText,
  outlookIn,
  peersText,
  plansText,
  robustnessText,
  standingText,
} from '../outlookWords';

const headers = [
  '交付金',
  '目標',
  '指標群',
  '番号',
  '指標',
  '枝番',
  '配点',
  '状態',
  '案',
  '加点',
  '全国順位',
  '交付額の増\n千円・下限',
  '交付額の増\n千円・上限',
  '全国の\n該当率',
  '半数以上\nが達成',
  '前年度',
  '数値と\n区切り',
  '先に要る\n枝番',
  '担当課',
  '時期',
  '根拠資料',
];
/** Two pages across: what a criterion brings, and what is planned for it. */
const columnWidths = [7, 5, 11, 5, 32, 7, 6, 8, 5, 6, 21, 11, 11, 8, 9, 8, 16, 10, 12, 9, 15];
/** Which criterion a row is about stands beside what is planned for it, too: these are repeated on the second page across. */
const repeatedColumns = 6;
/** The sentences above the list are as wide as what is repeated: wider ones would be cut there. */
const wide = wideLines(repeatedColumns);
const titleLines = 9;

/**
 * 取組案: what each unmet criterion would bring. All criteria in the order of the scheme, met or not, so that what an officer
 * writes beside a row (担当課・時期・根拠資料) stays beside it when the answers change.
 */
export const actionPlanSheet = (results: ScoredResults, own: MunicipalityResult): SheetModel => {
  const outlook = outlookIn(results, own);
  const values = new Map(outlook.values.map((value) => [value.entry.index, value]));
  const inPlans = outlook.plans.flatMap(({ plan }) =>
    [...plan.changes].filter(([, to]) => to === 'met').map(([at]) => at),
  );
  const planned = new Set([...(outlook.pursuit?.plan.criteria ?? []), ...inPlans]);
  const asked = askedIn(results);
  const lines: readonly Line[] = [
    wide(titleOf(results, own).replace('　', '\n'), 'title'),
    wide(standingText(outlook), 'paragraph', marginal),
    wide(robustnessText(outlook), 'paragraph', marginal),
    wide(peersText(outlook), 'paragraph', peers(results)),
    wide(mostHaveItText(outlook), 'paragraph', marginal),
    wide(goalText(outlook), 'paragraph', marginal),
    wide(plansText(outlook), 'paragraph', marginal),
    wide(cautionText(outlook), 'remark'),
    headerLine(headers),
    ...asked.map((entry, at) => {
      const of = criterionLine(results, outlook, entry, values.get(entry.index), planned.has(entry.index));
      return at === 0 ? withKeyedState(of) : of;
    }),
  ];
  const laidOut = layOut(lines, columnWidths);
  return {
    name: '取組案',
    marker: 'actionPlan',
    ...laidOut,
    frozenRows: titleLines,
    print: {
      ...pageSetup({ orientation: 'landscape', headerRow: titleLines - 1, coded: true }),
      titleColumns: { first: 0, last: repeatedColumns - 1 },
    },
  };
};

/** The sheet 検算 counts the states from here on. */
const withKeyedState = ({ spans, ...of }: Line): Line => ({
  ...of,
  spans: spans.map((one, column) => (column === headers.indexOf('状態') ? keyedSpan(one, cellKeys.planStates) : one)),
});

/**
 * The plan that the sheet 取組案 of a workbook shows: the criteria with the mark of column 案, and its name where it is the
 * only one. Undefined where there is none, or the sheet is of another year or municipality, or has other rows.
 */
export const standingPlan = (
  results: ScoredResults,
  own: MunicipalityResult,
  { names, sheets }: Pick<WorkbookContent, 'names' | 'sheets'>,
): { readonly name: string; readonly criteria: readonly number[] } | undefined => {
  const [standing] = ownedSheets(names, { marker: 'actionPlan', name: '取組案' });
  const grid = sheets.find(({ name }) => name === standing?.name)?.grid;
  if (standing === undefined || grid === undefined) return undefined;
  const { top, left, bottom } = standing.rectangle;
  const asked = askedIn(results);
  const first = top + titleLines;
  const isSame =
    unspaced(String(cellAt(grid, top, left))) === unspaced(titleOf(results, own)) &&
    headers.every((header, column) => cellAt(grid, first - 1, left + column) === header);
  if (!isSame || bottom - first + 1 !== asked.length) return undefined;
  const column = left + headers.indexOf('案');
  const criteria = asked.flatMap(({ index }, place) =>
    cellAt(grid, first + place, column) === planMark ? [index] : [],
  );
  const said = String(cellAt(grid, top + plansLine, left) ?? '');
  const [, name] = said.includes('／') ? [] : (/^([^：]{1,50})：/.exec(said) ?? []);
  return criteria.length === 0 ? undefined : { name: name ?? '前回の案', criteria };
};

const askedIn = ({ scheme }: Pick<ScoredResults, 'scheme'>): readonly IndexedCriterion[] =>
  criterionIndexOf(scheme).all.filter(({ indicator }) => !isComputed(indicator));

const titleOf = ({ scheme: { fiscalYear } }: Pick<ScoredResults, 'scheme'>, own: MunicipalityResult): string =>
  `取組案（${fiscalYearLabel(fiscalYear)}の評価指標）　${municipalityTitle(own)}`;

/** Lines are ended where they are too long. */
const unspaced = (text: string): string => text.replace(/\s/g, '');

const planMark = '◎';
/** Where {@link plansText} stands. */
const plansLine = 6;

const marginal: FigureSource = {
  kind: 'answers',
  text: 'ほかの回答は今のまま、その枝番を満たしたときの総得点・順位・交付額を計算し、今との差をとったものです。',
};

/** Of a table everybody's points are at hand; else what was published of them. */
const peers = ({ nation }: ScoredResults): FigureSource =>
  nation?.complete === true
    ? fromTable(nation, '規模区分と過疎の別が同じ市町村の総得点')
    : { kind: 'published', text: peersSource };

/** 「0.42（あと0.05）」: the own figure, and how far the step is. */
const figureText = (figure: FigureToStep | undefined): string | null => {
  if (figure === undefined) return null;
  const { own, cutOff } = figure;
  const [shown, apart] = [own, Math.abs(cutOff - own)].map((value) => String(Number(value.toPrecision(6))));
  return `${shown ?? ''}（あと${apart ?? ''}）`;
};

/** A band on a line of its own, so that no rank is parted from its 位. */
const placeText = (value: MarginalValue | undefined): string | null =>
  value === undefined || value.after.rank.national === null ? null : rankInLines(value.after.rank.national);

const needsText = (value: MarginalValue | undefined): string | null =>
  value === undefined || value.needs.length === 0
    ? null
    : value.needs.map(({ criterion }) => criterion.label).join('・');

const states: Readonly<Record<number, string>> = {
  [answerState.met]: '達成',
  [answerState.unmet]: '未達成',
  [answerState.unanswered]: '未回答',
  [answerState.held]: '要確認',
};

const criterionLine = (
  { scheme, national, nation }: ScoredResults,
  outlook: Outlook,
  { criterion, indicator, index }: IndexedCriterion,
  value: MarginalValue | undefined,
  planned: boolean,
): Line => {
  const { standpoint } = outlook;
  const having = standpoint.havingIt(index);
  const yen = value?.gain.yen ?? null;
  return {
    spans: [
      ...indicatorCells(indicator).map((one) => ({ cell: one, columns: 1 })),
      span(criterion.label, 1, 'center'),
      span(criterion.points, 1, 'body', {
        number: 'integer',
        source: fromRules({ ...scheme, source: indicator.source }, '配点'),
      }),
      span(states[standpoint.states[index] ?? -1] ?? null, 1, 'center'),
      span(planned ? planMark : null, 1, 'center'),
      span(value?.gain.points.least ?? null, 1, 'body', { number: 'integer', source: marginal }),
      // 「約1,112位（1,104～1,114位）」 cut at both ends would print as another rank.
      span(placeText(value), 1, 'paper-cell', { source: marginal }),
      ...[yen?.low, yen?.high].map((amount) =>
        span(amount === undefined ? null : Number(amount / 1000n), 1, 'body', { number: 'integer', source: marginal }),
      ),
      span(having === undefined ? null : having.count / having.of, 1, 'body', {
        number: 'percent1',
        source: national && fromPublished(national, '該当した市町村の数÷全国の市町村数'),
      }),
      span(value !== undefined && outlook.mostHaveIt.includes(value) ? '●' : null, 1, 'center'),
      span(states[standpoint.lastYear(index) ?? -1] ?? null, 1, 'center'),
      span(figureText(standpoint.figureTo(index)), 1, 'paper-cell', {
        source: nation && fromTable(nation, '区切りの数値'),
      }),
      span(needsText(value), 1, 'wrap'),
      userSpan(null, 1, 'wrap'),
      userSpan(null, 1, 'wrap'),
      userSpan(null, 1, 'wrap'),
    ],
  };
};
