import { changeInThousandYen, inThousandYen, type PointsOutcome, type YearOutcome } from '../../allocation';
import { fiscalYearLabel, yen, type Yen } from '../../kernel';
import { grantNames } from '../../schemes';
import type { CouncilFacts } from '../councilFacts';
import type { Line, Span } from '../layOut';
import { line, span, userSpan } from '../spans';
import { fullWidth, officeWidth } from '../widths';
import { outcomeFrameOf } from './frameLines';

type Row = 'promotion' | 'outcomeOriented' | 'support' | 'total';

/** ３ 評価結果に基づく内示額: the headline, the two-year table, its notes. */
export const amountLines = (facts: CouncilFacts, section: number): readonly Line[] => {
  const { thisYear, comparison, amountWord, settings, year } = facts;
  const before = comparison?.before;
  const frame = thisYear.yen.outcomeOriented !== undefined || before?.yen.outcomeOriented !== undefined;
  const rows: readonly Row[] = frame
    ? ['promotion', 'outcomeOriented', 'support', 'total']
    : ['promotion', 'support', 'total'];
  const beforeYear = before === undefined ? '前年度' : fullWidth(fiscalYearLabel(before.year));
  return [
    line(span(`${fullWidth(String(section))} 評価結果に基づく${amountWord}`, 5, 'heading')),
    line(span(headline(facts), 5, 'paragraph')),
    line({ ...span('区分', 1, 'header'), rows: 2 }, span(year, 2, 'header'), span(beforeYear, 2, 'header')),
    line(...['金額', '得点', '金額', '得点'].map((text) => span(text, 1, 'header'))),
    ...rows.map((row) => ({
      ...line(
        span(labelOf(row, frame), 1, row === 'total' ? 'total-side' : 'side'),
        ...yearSpans(row, thisYear, facts, settings?.thisYear.prefectureTop, true),
        ...yearSpans(row, before, facts, settings?.lastYear.prefectureTop, false),
      ),
    })),
    ...notesOf(facts).map((note) => line(span(note, 5, 'note'))),
    line(userSpan(null, 5)),
    line(),
  ];
};

const labelOf = (row: Row, frame: boolean): string => {
  if (row === 'total') return '合計';
  if (row === 'outcomeOriented') return '成果指向型配分枠';
  return `${grantNames[row].full}${row === 'promotion' && frame ? '（通常枠）' : ''}`;
};

/** 合計 of a year: both grants and the frame; undefined until both are known. */
export const totalYenOf = ({ yen: { promotion, support, outcomeOriented } }: YearOutcome): Yen | undefined =>
  promotion === undefined || support === undefined ? undefined : yen(promotion + support + (outcomeOriented ?? 0n));

const unknown = '－';

const yearSpans = (
  row: Row,
  outcome: YearOutcome | undefined,
  facts: CouncilFacts,
  prefectureTop: string | undefined,
  now: boolean,
): readonly Span[] => {
  const amount = outcome === undefined ? undefined : row === 'total' ? totalYenOf(outcome) : outcome.yen[row];
  const points = row === 'outcomeOriented' ? undefined : outcome?.points[row];
  const look = row === 'total' ? 'total-paper' : 'paper-cell';
  const changes = row === 'total' && now ? changesOf(facts) : [];
  const top =
    row === 'total' && prefectureTop !== undefined ? [`※${facts.prefecture.inside}1位は${prefectureTop}`] : [];
  return [
    span(amount === undefined ? unknown : [inThousandYen(amount), ...changes].join('\n'), 1, look),
    span(
      points === undefined ? unknown : [pointsText(points), ...ranksText(points, facts), ...top].join('\n'),
      1,
      look,
    ),
  ];
};

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

const headline = (facts: CouncilFacts): string => {
  const { thisYear, settings, basis, name } = facts;
  const total = totalYenOf(thisYear);
  if (total === undefined) return `${name}の交付額は、まだ入力されていません。`;
  const { national, withoutDesignated } = settings?.amountRank ?? {};
  const places = [
    ...(national === undefined ? [] : [`全国の市町村で${fullWidth(String(national))}位`]),
    ...(withoutDesignated === undefined ? [] : [`政令市を除けば${fullWidth(String(withoutDesignated))}位`]),
  ];
  const end = basis === 'notice' ? 'の交付が見込まれます。' : 'と見込んでいます（国の通知による額ではありません）。';
  return `${places.length === 0 ? '' : `${places.join('、')}となる `}${inThousandYen(total)}${end}`;
};

/** Always as many notes for one layout, so that the user's texts below keep their place. */
const notesOf = ({ thisYear, results, basis }: CouncilFacts): readonly string[] => [
  `※ ${thisYear.yen.outcomeOriented === undefined ? '' : '通常枠の'}金額は、評価の得点と第1号被保険者の規模で決まります。${flatNote(thisYear, results)}`,
  `※ ${basis === 'notice' ? '' : '金額は国の通知による額ではなく、見込みです。'}端数処理の関係で、合計が一致しない場合があります。`,
];

/** What the packaged plan says of the frame's flat amount, where it is this very amount. */
const flatNote = ({ yen: { outcomeOriented } }: YearOutcome, { scheme }: CouncilFacts['results']): string => {
  const frame = outcomeFrameOf(scheme.fiscalYear);
  if (frame?.kind !== 'flat' || outcomeOriented === undefined) return '';
  const flat = frame.perClass.some((one) => one.yen !== 'unspecified' && BigInt(one.yen) === outcomeOriented);
  return flat ? `成果指向型配分枠は、同じ規模の市町村に一律 ${inThousandYen(outcomeOriented)}です。` : '';
};
