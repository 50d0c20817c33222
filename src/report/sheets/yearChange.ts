import type { MunicipalityResult, ScoredResults, YearBridge, YearsBehind } from '../../evaluation';
import { at, fiscalYearLabel, rangeInWords } from '../../kernel';
import type { Bridge, ChangeKind, PointsChange, PointsRange } from '../../outlook';
import type { ChartModel, SheetModel } from '../../workbook';
import { openChanges, stepRange } from '../bridgeRange';
import { cellKeys, changeSteps } from '../cellKeys';
import { cell, indicatorCells, keyed } from '../layout/cells';
import { cellLine, headerLine, keyedSpan, layOut, line, pageSetup, span, wideLines, type Line } from '../layout/layOut';
import { municipalityTitle, rankText } from '../members';
import { criteriaCounted } from '../origins';
import { signedPoints } from '../standingWords';

const columnWidths = [21, 7, 7, 11, 7, 24, 7, 7, 9];
const chartRows = 15;
const wide = wideLines(columnWidths.length);

/** Columns of 「取りうる範囲」, right of the columns of the chart. */
const rangeColumns = 3;
const countedAsNothing =
  '「点」とグラフは、未回答・要確認の枝番を両年度とも0点として数えています。それらの答えで変わる幅は「取りうる範囲」です（欄ごとの範囲なので、足しても総得点の範囲とは一致しません）。';

const kindWords: Readonly<Record<ChangeKind, string>> = {
  gained: '新たに満たした枝番',
  lost: '満たさなくなった枝番',
  're-pointed': '配点の変わった枝番',
  added: '新しい枝番',
  dropped: 'なくなった枝番',
};
const kinds = changeSteps.map((kind) => [kind, kindWords[kind]] as const);

/** 前年度からの変化: from last year's total to this year's, and every criterion whose points changed. */
export const yearChangeSheet = (results: ScoredResults, own: MunicipalityResult, behind: YearsBehind): SheetModel => {
  const { years } = behind;
  const way = at(behind.bridges, behind.bridges.length - 1);
  const { bridge } = way;
  const isOpen = way.ends !== undefined;
  const isOpenChange = openChanges(behind);
  const [last, now] = [years.at(-2), years.at(-1)].map((year) =>
    year === undefined ? '' : fiscalYearLabel(year.results.scheme.fiscalYear),
  );
  const steps = stepsOf(bridge, last ?? '', now ?? '');
  const lines: readonly Line[] = [
    wide(`前年度からの変化（${last ?? ''}から${now ?? ''}）　${municipalityTitle(own)}`, 'title'),
    wide(`${rankWords(behind, way)}${isOpen ? countedAsNothing : ''}`, 'paragraph', criteriaCounted),
    line(
      ...['内訳', '点', '総得点', '増えた分\nの上端', '減った\n分の\n上端', '増減の下端'].map((words) =>
        span(words, 1, 'header'),
      ),
      ...(isOpen ? [span('取りうる範囲', rangeColumns, 'header')] : []),
    ),
    ...steps.map((step) => stepLine(step, isOpen ? stepRange(way, step.name) : undefined)),
    ...Array.from({ length: chartRows }, () => line()),
    wide(
      `※ 前年度も今年度も満たした枝番 ${bridge.kept}件、どちらも満たしていない枝番 ${bridge.never}件。同じ枝番と分からないものは、「なくなった枝番」と「新しい枝番」に数えています。目標Ⅳは両交付金に数えるため2倍です。`,
      'note',
    ),
    headerLine([
      '変化',
      '交付金',
      '目標',
      '指標群',
      '番号',
      '指標',
      '前年度\nの枝番',
      '今年度\nの枝番',
      '総得点\nへの影響',
    ]),
    ...kinds.flatMap(([kind, words]) =>
      bridge.changes
        .filter((change) => change.kind === kind)
        .map((change, at, { length }) =>
          changeLine(`${words}${isOpenChange(change) ? '（未確定）' : ''}`, change, {
            isFirst: at === 0,
            isLast: at === length - 1,
          }),
        ),
    ),
  ];
  const laidOut = layOut(lines, columnWidths);
  const headerRow = firstStep + steps.length + chartRows + 1;
  return {
    name: '前年度からの変化',
    marker: 'yearChange',
    ...laidOut,
    charts: [waterfall(steps)],
    print: pageSetup({ orientation: 'portrait', headerRow, coded: true }),
  };
};

/** Title, ranks and the head of the table stand above. */
const firstStep = 3;

/** A total, or a change from the level of the last step to the next. */
interface Step {
  readonly name: 'before' | 'now' | ChangeKind;
  readonly words: string;
  readonly points: number;
  readonly isTotal: boolean;
  readonly from: number;
  readonly to: number;
}

/** The two totals and what lies between them; they add up. */
const stepsOf = ({ before, now, sums }: Bridge, last: string, thisYear: string): readonly Step[] => {
  let level = before;
  const changes = kinds.map(([kind, words]): Step => {
    const points = sums[kind];
    level += points;
    return { name: kind, words, points, isTotal: false, from: level - points, to: level };
  });
  const total = (name: 'before' | 'now', words: string, points: number): Step => ({
    name,
    words,
    points,
    isTotal: true,
    from: 0,
    to: points,
  });
  return [total('before', `${last}の総得点`, before), ...changes, total('now', `${thisYear}の総得点`, now)];
};

const stepLine = ({ name, words, points, isTotal, from, to }: Step, range: PointsRange | undefined): Line => {
  const top = Math.max(from, to);
  const ends = isTotal
    ? [points, null, null, null]
    : [null, points > 0 ? top : null, points < 0 ? top : null, points === 0 ? null : Math.min(from, to)];
  return line(
    span(words, 1, 'side'),
    keyedSpan(
      span(points, 1, 'body', { number: isTotal ? 'integer' : 'signed-integer', source: criteriaCounted }),
      cellKeys.step(name),
    ),
    ...ends.map((end) => span(end, 1, 'body', { number: 'integer', source: criteriaCounted })),
    ...(range === undefined
      ? []
      : [span(rangeText(range, isTotal), rangeColumns, 'paper-cell', { source: criteriaCounted })]),
  );
};

const rangeText = (range: PointsRange, isTotal: boolean): string =>
  isTotal ? rangeInWords(String(range.least), String(range.most), '点') : signedPoints(range);

/** From one total to the next in steps: each change stands on the level it begins from, for what is below it is covered. */
const waterfall = (steps: readonly Step[]): ChartModel => {
  const column = (place: number) => ({
    top: firstStep,
    bottom: firstStep + steps.length - 1,
    left: place,
    right: place,
  });
  const top = firstStep + steps.length;
  return {
    kind: 'column',
    title: '前年度からの変化（総得点）',
    unit: '点',
    number: 'integer',
    altText:
      '前年度の総得点から今年度の総得点までを、増えた点と減った点の段で示した縦棒グラフ。数値は上の表にあります。',
    anchor: { top, bottom: top + chartRows - 1, left: 0, right: 5 },
    categories: column(0),
    series: [
      { name: '総得点', values: column(2), role: 'own' },
      { name: '増えた分', values: column(3), role: 'prefecture' },
      { name: '減った分', values: column(4), role: 'marked' },
      { name: '（増減の下端）', values: column(5), role: 'base' },
    ],
    overlapping: true,
  };
};

const rankWords = ({ ranks: { before, constant, now } }: YearsBehind, way: YearBridge): string => {
  if (before === null || constant === null || now === null) return '全国順位は、比べられる年度がありません。';
  return `全国順位は${rankText(before)}から${rankText(now)}になりました。前年度の得点（${rangeText(stepRange(way, 'before'), true)}）のままなら、今年度は${rankText(constant)}でした（ほかの市町村の変化による分）。`;
};

const changeLine = (
  words: string,
  { before, now, points, kind }: PointsChange,
  { isFirst, isLast }: Readonly<Record<'isFirst' | 'isLast', boolean>>,
): Line => {
  const entry = now ?? before;
  if (entry === undefined) throw new Error('changeLine: a change of nothing');
  const { indicator } = entry;
  const figure = cell(points, 'body', { number: 'signed-integer', source: criteriaCounted });
  return cellLine([
    isLast ? keyed(cell(words, 'side'), cellKeys.changed(kind, 'last')) : cell(words, 'side'),
    ...indicatorCells(indicator),
    cell(before?.criterion.label ?? '－', 'center'),
    cell(now?.criterion.label ?? '－', 'center'),
    isFirst ? keyed(figure, cellKeys.changed(kind, 'first')) : figure,
  ]);
};
