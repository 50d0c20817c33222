import { changeInThousandYen, inThousandYen, type PointsOutcome } from '../../allocation';
import { fiscalYearLabel } from '../../kernel';
import { grantNames, grants } from '../../schemes';
import type { FigureSource } from '../../workbook';
import {
  amountSource,
  mostPointsSource,
  outcomeIn,
  pointsSource,
  rankSource,
  toldSource,
  totalAmountSource,
  totalChangeSource,
  type PaperYear,
} from '../council-sources';
import { estimateOf, type CouncilFacts } from '../council';
import { together } from '../sources';
import { type Line, type Span, line, span, userSpan, fullWidth, officeWidth } from '../layout';
import { headlineSpan } from './headlineSpan';
import { notesOf } from './notesOf';
import { totalYenOf } from './totalYenOf';

type Row = 'promotion' | 'outcomeOriented' | 'support' | 'total';

/** ３ 評価結果に基づく内示額: the headline, the two-year table, its notes. */
export const amountLines = (facts: CouncilFacts, section: number): readonly Line[] => {
  const { thisYear, comparison, amountWord, year } = facts;
  const before = comparison?.before;
  const frame = thisYear.yen.outcomeOriented !== undefined || before?.yen.outcomeOriented !== undefined;
  const rows: readonly Row[] = frame
    ? ['promotion', 'outcomeOriented', 'support', 'total']
    : ['promotion', 'support', 'total'];
  const beforeYear = before === undefined ? '前年度' : fullWidth(fiscalYearLabel(before.year));
  return [
    line(span(`${fullWidth(String(section))} 評価結果に基づく${amountWord}`, 5, 'heading')),
    line(headlineSpan(facts, 5)),
    line({ ...span('区分', 1, 'header'), rows: 2 }, span(year, 2, 'header'), span(beforeYear, 2, 'header')),
    line(...['金額', '得点', '金額', '得点'].map((text) => span(text, 1, 'header'))),
    ...rows.map((row) => ({
      ...line(
        span(labelOf(row, frame), 1, row === 'total' ? 'total-side' : 'side'),
        ...yearSpans(row, facts, 'thisYear'),
        ...yearSpans(row, facts, 'lastYear'),
      ),
    })),
    ...notesOf(facts).map(({ text, source }) => line(span(text, 5, 'note', undefined, source))),
    line(userSpan(null, 5)),
    line(),
  ];
};

const labelOf = (row: Row, frame: boolean): string => {
  if (row === 'total') return '合計';
  if (row === 'outcomeOriented') return '成果指向型配分枠';
  return `${grantNames[row].full}${row === 'promotion' && frame ? '（通常枠）' : ''}`;
};

const unknown = '－';

const yearSpans = (row: Row, facts: CouncilFacts, year: PaperYear): readonly Span[] => {
  const outcome = outcomeIn(facts, year);
  const prefectureTop = facts.settings?.[year].prefectureTop;
  const amount = outcome === undefined ? undefined : row === 'total' ? totalYenOf(outcome) : outcome.yen[row];
  const points = row === 'outcomeOriented' ? undefined : outcome?.points[row];
  const look = row === 'total' ? 'total-paper' : 'paper-cell';
  const changes = row === 'total' && year === 'thisYear' ? changesOf(facts) : [];
  const top =
    row === 'total' && prefectureTop !== undefined ? [`※${facts.prefecture.inside}1位は${prefectureTop}`] : [];
  return [
    amount === undefined
      ? span(unknown, 1, look)
      : span(
          [`${inThousandYen(amount)}${isEstimate(facts, row, year) ? '（試算）' : ''}`, ...changes].join('\n'),
          1,
          look,
          undefined,
          row !== 'total'
            ? amountSource(facts, year, row)
            : changes.length === 0
              ? totalAmountSource(facts, year)
              : totalChangeSource(facts),
        ),
    points === undefined || row === 'outcomeOriented'
      ? span(unknown, 1, look)
      : span(
          [pointsText(points), ...ranksText(points, facts), ...top].join('\n'),
          1,
          look,
          undefined,
          standingSource(facts, year, row, top.length > 0),
        ),
  ];
};

/** A total with an estimate in it is one too; last year was told. */
const isEstimate = (facts: CouncilFacts, row: Row, year: PaperYear): boolean =>
  year === 'thisYear' &&
  (row === 'total'
    ? grants.some((part) => estimateOf(facts, part) !== undefined)
    : estimateOf(facts, row) !== undefined);

/** 得点, then 満点, the ranks and the first of the prefecture, which stand in the same cell. */
const standingSource = (
  facts: CouncilFacts,
  year: PaperYear,
  row: Exclude<Row, 'outcomeOriented'>,
  namesTop: boolean,
): FigureSource | undefined =>
  together(
    ['得点', pointsSource(facts, year, row)],
    ['満点', mostPointsSource(facts, year, row)],
    ['全国順位', rankSource(facts, year, row, 'nationalRank')],
    [`${facts.prefecture.inside}順位`, rankSource(facts, year, row, 'prefectureRank')],
    [`${facts.prefecture.inside}1位`, namesTop ? toldSource(facts, `${year}.prefectureTop`) : undefined],
  );

const pointsText = ({ points, most }: PointsOutcome): string => `${points}点/${most}点`;

const ranksText = ({ nationalRank, prefectureRank }: PointsOutcome, facts: CouncilFacts): readonly string[] => {
  const ranks = [
    ...(nationalRank === undefined ? [] : [`全国${officeWidth(nationalRank)}位`]),
    ...(prefectureRank === undefined ? [] : [`${facts.prefecture.inside}${officeWidth(prefectureRank)}位`]),
  ];
  return ranks.length === 0 ? [] : [`(${ranks.join('、')})`];
};

const changesOf = ({ comparison, thisYear }: CouncilFacts): readonly string[] => {
  const total = comparison?.amounts.find(({ row }) => row === 'total')?.difference;
  if (total === undefined) return [];
  const without = comparison?.differenceWithoutFrameYen;
  return [
    `（前年比 ${changeInThousandYen(total)}）`,
    ...(without === undefined || thisYear.yen.outcomeOriented === undefined
      ? []
      : [`※成果指向型配分枠を除くと${changeInThousandYen(without)}`]),
  ];
};
