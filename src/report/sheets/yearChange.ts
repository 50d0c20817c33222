import type { MunicipalityResult, ScoredResults, YearsBehind } from '../../evaluation';
import { fiscalYearLabel } from '../../kernel';
import type { Bridge, ChangeKind, PointsChange } from '../../outlook';
import {} from '../../schemes';
import type { FigureSource, SheetModel } from '../../workbook';
import { cell, indicatorCells } from '../layout/cells';
import { cellLine, headerLine, layOut, line, pageSetup, span, wideLines, type Line } from '../layout/layOut';
import { municipalityTitle, rankText } from '../members';

const columnWidths = [22, 8, 6, 12, 6, 42, 9, 9, 10];
const wide = wideLines(columnWidths.length);

/** What changes are called, in the order of the bridge. */
const kinds: readonly (readonly [ChangeKind, string])[] = [
  ['gained', '新たに満たした枝番'],
  ['lost', '満たさなくなった枝番'],
  ['re-pointed', '配点の変わった枝番'],
  ['added', '新しい枝番'],
  ['dropped', 'なくなった枝番'],
];

/** 前年度からの変化: from last year's total to this year's, and every criterion whose points changed. */
export const yearChangeSheet = (results: ScoredResults, own: MunicipalityResult, behind: YearsBehind): SheetModel => {
  const { bridge, years } = behind;
  const [last, now] = [years.at(-2), years.at(-1)].map((year) =>
    year === undefined ? '' : fiscalYearLabel(year.results.scheme.fiscalYear),
  );
  const lines: readonly Line[] = [
    wide(`前年度からの変化（${last ?? ''}から${now ?? ''}）　${municipalityTitle(own)}`, 'title'),
    wide(rankWords(behind), 'paragraph', counted),
    line(span('内訳', 1, 'header'), span('点', 1, 'header')),
    ...bridgeRows(bridge, last ?? '', now ?? '').map(([words, points]) =>
      line(span(words, 1, 'side'), span(points, 1, 'body', { number: 'signed-integer', source: counted })),
    ),
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
      bridge.changes.filter((change) => change.kind === kind).map((change) => changeLine(words, change)),
    ),
  ];
  const { rows, merges, rowHeights } = layOut(lines, columnWidths);
  const headerRow = 4 + bridgeRows(bridge, '', '').length;
  return {
    name: '前年度からの変化',
    marker: 'yearChange',
    rows,
    merges,
    columnWidths,
    rowHeights,
    print: pageSetup({ orientation: 'portrait', headerRow, checkCode: results.checkCode }),
  };
};

const counted: FigureSource = {
  kind: 'answers',
  text: '前年度と今年度の回答を、それぞれの年度の評価指標で採点し、枝番ごとに差をとったものです。',
};

/** The two totals and what lies between them; they add up. */
const bridgeRows = (
  { before, now, sums }: Bridge,
  last: string,
  thisYear: string,
): readonly (readonly [string, number])[] => [
  [`${last}の総得点`, before],
  ...kinds.map(([kind, words]) => [words, sums[kind]] as const),
  [`${thisYear}の総得点`, now],
];

const rankWords = ({ ranks: { before, constant, now }, bridge }: YearsBehind): string => {
  if (before === null || constant === null || now === null) return '全国順位は、比べられる年度がありません。';
  return `全国順位は${rankText(before)}から${rankText(now)}になりました。前年度の得点（${bridge.before}点）のままなら、今年度は${rankText(constant)}でした（ほかの市町村の変化による分）。`;
};

const changeLine = (words: string, { before, now, points }: PointsChange): Line => {
  const entry = now ?? before;
  if (entry === undefined) throw new Error('changeLine: a change of nothing');
  const { indicator } = entry;
  return cellLine([
    cell(words, 'side'),
    ...indicatorCells(indicator),
    cell(before?.criterion.label ?? '－', 'center'),
    cell(now?.criterion.label ?? '－', 'center'),
    cell(points, 'body', { number: 'signed-integer', source: counted }),
  ]);
};
