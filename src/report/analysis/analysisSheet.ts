import { fiscalYearLabel } from '../../kernel';
import { goalNumeral, grantNames, groupNames } from '../../schemes';
import type { SheetModel } from '../../workbook';
import { cell } from '../cells';
import { municipalityTitle } from '../headline';
import { layOut, type Line } from '../layOut';
import type { MunicipalityResult, Results } from '../results';
import { line, span } from '../spans';
import { missedIndicators, type IndicatorResult } from './missedIndicators';

const headers = [
  'No.',
  '交付金',
  '目標',
  '指標群',
  '番号',
  '指標',
  '配点',
  '得点',
  '全国平均',
  '差',
  '総得点への影響',
  '取れなかった枝番（配点・全国の該当率）',
];
const columnWidths = [5, 8, 6, 12, 6, 40, 7, 7, 9, 9, 11, 58];
const width = columnWidths.length;
const titleLines = 3;

/** 指標別分析: every indicator of one municipality against the nation, what cost most points first. */
export const analysisSheet = (results: Results, municipality: MunicipalityResult): SheetModel => {
  const indicators = missedIndicators(results, municipality);
  const missed = indicators.reduce((sum, { missedPoints }) => sum + missedPoints, 0);
  const lines: readonly Line[] = [
    line(
      span(
        `指標別分析（${fiscalYearLabel(results.scheme.fiscalYear)}）　${municipalityTitle(municipality)}`,
        width,
        'title',
      ),
    ),
    line(
      span(
        `総得点 ${municipality.total}点／${results.scheme.maxPoints}点。取れなかった ${missed}点を、影響の大きい指標から並べています。`,
        width,
        'paragraph',
      ),
    ),
    line(...headers.map((text) => span(text, 1, 'header'))),
    ...indicators.map((one, at) => indicatorLine(one, at + 1)),
    line(
      span(
        '※ 目標Ⅳは両交付金に1回ずつ数えるため、総得点への影響は2倍です。全国平均は該当市町村数から計算した端数処理前の値で、区分のうち高い方を採る指標では計算できないため空欄です。',
        width,
        'note',
      ),
    ),
    line(span('※ 得点は取組の評価であり、成果そのものではありません。', width, 'note')),
  ];
  const { rows, merges, rowHeights } = layOut(lines, columnWidths);
  return {
    name: '指標別分析',
    marker: 'analysis',
    rows,
    merges,
    columnWidths,
    rowHeights,
    frozenRows: titleLines,
    print: {
      orientation: 'landscape',
      titleRows: { first: titleLines - 1, last: titleLines - 1 },
      header: '&R&A',
      footer: `&L検算コード ${results.checkCode}&R&P / &N`,
    },
  };
};

const indicatorLine = ({ indicator, points, mean, missedPoints, missed }: IndicatorResult, place: number): Line => ({
  spans: [
    cell(place, 'body', 'integer'),
    cell(grantNames[indicator.grant].short, 'center'),
    cell(goalNumeral(indicator.goal), 'center'),
    cell(groupNames[indicator.group].short, 'center'),
    cell(indicator.number, 'center', 'integer'),
    cell(indicator.name, 'side'),
    cell(indicator.maxPoints, 'body', 'integer'),
    cell(points, 'body', 'integer'),
    cell(mean ?? null, 'body', 'decimal1'),
    cell(mean === undefined ? null : points - mean, 'body', 'signed-decimal1'),
    cell(missedPoints === 0 ? 0 : -missedPoints, 'body', 'integer'),
    cell(missed === '' ? null : missed, 'wrap'),
  ].map((one) => ({ cell: one, columns: 1 })),
});
