import { changeInThousandYen, inThousandYen } from '../../allocation';
import { fiscalYearLabel } from '../../kernel';
import { grantNames, grants } from '../../schemes';
import type { FigureSource } from '../../workbook';
import { totalYenOf, yenParts, type PointsOutcome, type ToldYearName, type YenPart } from '../../years';
import { estimateOf, type CouncilFacts } from '../council';
import { fromSettings } from '../figureSources';
import { computed, sourceOf, summandWords, together } from '../origins';
import { type Line, type Span, line, span, userSpan, fullWidth, officeWidth } from '../layout';
import { headlineSpan } from './headlineSpan';
import { notesOf } from './notesOf';

type Row = YenPart | 'total';

/** ３ 評価結果に基づく内示額: the headline, the two-year table, its notes. */
export const amountLines = (facts: CouncilFacts, section: number): readonly Line[] => {
  const { thisYear, comparison, amountWord, year } = facts;
  const before = comparison?.before;
  const frame = thisYear.yen.outcomeOriented !== undefined || before?.yen.outcomeOriented !== undefined;
  const rows: readonly Row[] = [...yenParts.filter((part) => frame || part !== 'outcomeOriented'), 'total'];
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

const yearSpans = (row: Row, facts: CouncilFacts, year: ToldYearName): readonly Span[] => {
  const outcome = year === 'thisYear' ? facts.thisYear : facts.comparison?.before;
  const amount = outcome && (row === 'total' ? totalYenOf(outcome) : outcome.yen[row]);
  const points = row === 'outcomeOriented' ? undefined : outcome?.points[row];
  const look = row === 'total' ? 'total-paper' : 'paper-cell';
  const changes = row === 'total' && year === 'thisYear' ? changesOf(facts) : [];
  const first = row === 'total' ? facts.settings?.[year].prefectureTop : undefined;
  const top = first === undefined ? [] : [`※${facts.prefecture.inside}1位は${first}`];
  return [
    amount === undefined
      ? span(unknown, 1, look)
      : span(
          [`${inThousandYen(amount.value)}${isEstimate(facts, row, year) ? '（試算）' : ''}`, ...changes].join('\n'),
          1,
          look,
          undefined,
          changes.length === 0 ? sourceOf(amount) : changeSource(facts),
        ),
    points === undefined
      ? span(unknown, 1, look)
      : span(
          [pointsText(points), ...ranksText(points, facts), ...top].join('\n'),
          1,
          look,
          undefined,
          standingSource(
            facts,
            points,
            first === undefined ? undefined : fromSettings(facts.settings, `${year}.prefectureTop`),
          ),
        ),
  ];
};

/** A total with an estimate in it is one too; last year was told. */
const isEstimate = (facts: CouncilFacts, row: Row, year: ToldYearName): boolean =>
  year === 'thisYear' &&
  (row === 'total'
    ? grants.some((part) => estimateOf(facts, part) !== undefined)
    : estimateOf(facts, row) !== undefined);

/** 得点, then 満点, the ranks and the first of the prefecture, which stand in the same cell. */
const standingSource = (
  { prefecture: { inside } }: CouncilFacts,
  { points, most, nationalRank, prefectureRank }: PointsOutcome,
  top: FigureSource | undefined,
): FigureSource | undefined =>
  together(
    ['得点', points],
    ['満点', most],
    ['全国順位', nationalRank],
    [`${inside}順位`, prefectureRank],
    [`${inside}1位`, top],
  );

const pointsText = ({ points, most }: PointsOutcome): string => `${points.value}点/${most.value}点`;

const ranksText = ({ nationalRank, prefectureRank }: PointsOutcome, facts: CouncilFacts): readonly string[] => {
  const ranks = [
    ...(nationalRank === undefined ? [] : [`全国${officeWidth(nationalRank.value)}位`]),
    ...(prefectureRank === undefined ? [] : [`${facts.prefecture.inside}${officeWidth(prefectureRank.value)}位`]),
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

/** The sum of this year's amounts, and its changes from last year's. */
const changeSource = ({ thisYear }: CouncilFacts): FigureSource =>
  computed(
    `合計は${summandWords(totalYenOf(thisYear)?.origin.of ?? [])}、前年比は今年度の合計－前年度の合計${
      thisYear.yen.outcomeOriented === undefined ? '' : '、※は成果指向型配分枠を除いた合計どうしの差'
    }`,
  );
