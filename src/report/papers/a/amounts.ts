import { moneyGrantName } from '../../../allocation';
import { changeInThousandYen, fiscalYearLabel, inThousandYen, rangeInWords } from '../../../kernel';
import { grants } from '../../../schemes';
import type { FigureSource, Look } from '../../../workbook';
import { totalYenOf, yenParts, type PointsOutcome, type ToldYearName, type YenPart } from '../../../years';
import { fromSettings } from '../../figureSources';
import { fullWidth, officeWidth } from '../../layout/cells';
import { line, span, together, type Line, type Span } from '../../layout/layOut';
import { computed, sourceOf, summandWords, together as fromTogether } from '../../origins';
import {
  amountSource,
  amountWordOf,
  bandOf,
  basisOf,
  estimateCaution,
  estimateOf,
  provisionalSentence,
  totalBand,
  type CouncilFacts,
  toldOfThisYear,
} from '../facts';
import { ownLine } from '../edition';
import { isWorking } from '../editionName';
import { outcomeFrameOf } from './use';

type Row = YenPart | 'total';

/** ３ 評価結果に基づく内示額: the headline, the two-year table, its notes. */
export const amountLines = (facts: CouncilFacts, section: number): readonly Line[] => {
  const { thisYear, comparison, amountWord, year } = facts;
  const before = comparison?.before;
  const frame = thisYear.yen.outcomeOriented !== undefined || before?.yen.outcomeOriented !== undefined;
  const rows: readonly Row[] = [...yenParts.filter((part) => frame || part !== 'outcomeOriented'), 'total'];
  const beforeYear = before === undefined ? '前年度' : fullWidth(fiscalYearLabel(before.year));
  // A year of which nothing is known has no columns on the council's paper; 作業用 shows what can be entered.
  const isTold = before !== undefined && (rows.some((row) => row !== 'total' && before.yen[row] !== undefined) || Object.values(before.points).some((points) => points !== undefined)); // prettier-ignore
  const years: readonly ToldYearName[] = isTold || isWorking(facts) ? ['thisYear', 'lastYear'] : ['thisYear'];
  const width = years.length === 2 ? 1 : 2;
  return [
    ...together([
      line(span(`${fullWidth(String(section))} 評価結果に基づく${amountWord}`, 5, 'heading')),
      line(headlineSpan(facts, 5)),
      line(
        { ...span('区分', 1, 'header'), rows: 2 },
        ...years.map((one) => span(one === 'thisYear' ? year : beforeYear, width * 2, 'header')),
      ),
      line(...years.flatMap(() => ['金額', '得点'].map((text) => span(text, width, 'header')))),
      ...rows.map((row) =>
        line(
          span(labelOf(row, frame), 1, row === 'total' ? 'total-side' : 'side'),
          ...years.flatMap((one) => yearSpans(row, facts, one).map((of) => ({ ...of, columns: width }))),
        ),
      ),
      ...notesOf(facts).map(({ text, source }) => line(span(text, 5, 'note', { source }))),
    ]),
    ownLine(facts, null, 5),
  ];
};

const labelOf = (row: Row, frame: boolean): string => {
  if (row === 'total') return '合計';
  if (row === 'outcomeOriented') return '成果指向型配分枠';
  return row === 'promotion'
    ? `保険者機能強化推進\n交付金${frame ? '（通常枠）' : ''}`
    : '介護保険保険者\n努力支援交付金';
};

const unknown = '－';

const yearSpans = (row: Row, facts: CouncilFacts, year: ToldYearName): readonly Span[] => {
  const outcome = year === 'thisYear' ? facts.thisYear : facts.comparison?.before;
  const amount = outcome && (row === 'total' ? totalYenOf(outcome) : outcome.yen[row]);
  const points = row === 'outcomeOriented' ? undefined : outcome?.points[row];
  const look = row === 'total' ? 'total-paper' : 'paper-cell';
  const changes = row === 'total' && year === 'thisYear' ? changesOf(facts) : [];
  const told = year === 'thisYear' ? toldOfThisYear(facts) : facts.settings?.lastYear;
  const first = row === 'total' ? told?.prefectureTop : undefined;
  const top = first === undefined ? [] : [`※${facts.prefecture.inside}1位は${first}`];
  return [
    amount === undefined
      ? bandSpan(row, facts, year, look)
      : span(
          [`${inThousandYen(amount.value)}${isEstimate(facts, row, year) ? '（試算）' : ''}`, ...changes].join('\n'),
          1,
          look,
          { source: changes.length === 0 ? sourceOf(amount) : changeSource(facts) },
        ),
    points === undefined
      ? span(unknown, 1, look)
      : span([pointsText(points), ...ranksText(points, facts), ...top].join('\n'), 1, look, {
          source: standingSource(
            facts,
            points,
            first === undefined ? undefined : fromSettings(facts.settings, `${year}.prefectureTop`),
          ),
        }),
  ];
};

/** The band, where this year's estimate has no one figure; else nothing is known. */
const bandSpan = (row: Row, facts: CouncilFacts, year: ToldYearName, look: Look): Span => {
  if (year === 'lastYear') return span(unknown, 1, look);
  const band = bandOf(facts, row);
  const source = row === 'total' ? partsSource(facts) : amountSource(facts, row);
  return band === undefined ? span(unknown, 1, look) : span(`${band}（試算）`, 1, look, { source });
};

const partsSource = (facts: CouncilFacts): FigureSource | undefined =>
  fromTogether(...knownRows(facts).map((part) => [moneyGrantName(part), amountSource(facts, part)] as const));

/** A total with an estimate in it is one too; last year was told. */
const isEstimate = (facts: CouncilFacts, row: Row, year: ToldYearName): boolean =>
  year === 'thisYear' &&
  (row === 'total'
    ? grants.some((part) => estimateOf(facts, part) !== undefined)
    : estimateOf(facts, row) !== undefined);

/** 得点, then 満点, the ranks and the first of the prefecture, which stand in the same cell. */
const standingSource = (
  { prefecture: { inside } }: CouncilFacts,
  { points, maxPoints, nationalRank, prefectureRank }: PointsOutcome,
  top: FigureSource | undefined,
): FigureSource | undefined =>
  fromTogether(
    ['得点', points],
    ['満点', maxPoints],
    ['全国順位', nationalRank],
    [`${inside}順位`, prefectureRank],
    [`${inside}1位`, top],
  );

const pointsText = ({ points, most, maxPoints }: PointsOutcome): string =>
  `${rangeInWords(String(points.value), String(most ?? points.value), '点')}/${maxPoints.value}点`;

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
      : [`※成果指向型配分枠を\n除くと${changeInThousandYen(without)}`]),
  ];
};

/** The sum of this year's amounts, and its changes from last year's. */
const changeSource = ({ thisYear }: CouncilFacts): FigureSource =>
  computed(
    `合計は${summandWords(totalYenOf(thisYear)?.origin.of ?? [])}、前年比は今年度の合計－前年度の合計${
      thisYear.yen.outcomeOriented === undefined ? '' : '、※は成果指向型配分枠を除いた合計どうしの差'
    }`,
  );

/** The sentences that say the amount, its places and what is still open, with where they come from. */
const headlineSpan = (facts: CouncilFacts, width: number): Span =>
  span(`${amountSentence(facts)}${provisionalSentence(facts)}`, width, 'paragraph', { source: headlineSource(facts) });

const knownRows = (facts: CouncilFacts) =>
  yenParts.filter((row) => facts.thisYear.yen[row] !== undefined || estimateOf(facts, row) !== undefined);

const amountSentence = (facts: CouncilFacts): string => {
  const { thisYear, settings, basis } = facts;
  const total = totalYenOf(thisYear);
  const amount = total === undefined ? totalBand(facts) : inThousandYen(total.value);
  if (amount === undefined) return partsSentence(facts);
  const { national, withoutDesignated } = settings?.amountRank ?? {};
  const places = [
    ...(national === undefined ? [] : [`全国の市町村で${fullWidth(String(national))}位`]),
    ...(withoutDesignated === undefined ? [] : [`政令市を除けば${fullWidth(String(withoutDesignated))}位`]),
  ];
  const end =
    basis === 'notice'
      ? isDecided(facts.noticeWord)
        ? 'の交付が決定しました。'
        : 'の交付が見込まれます。'
      : `と見込んでいます（${estimateWords(facts, total !== undefined) ?? '国の通知による額ではありません'}）。`;
  return `${places.length === 0 ? '' : `${places.join('、')}となる `}${amount}${end}`;
};

/** 交付決定額, 確定額: what was decided is not expected. */
const isDecided = (noticeWord: string): boolean => /決定|確定/.test(noticeWord);

/** The band of the total, unless it is said already, and which grants are estimates where not all are. */
const estimateWords = (facts: CouncilFacts, hasFigure: boolean): string | undefined => {
  const band = totalBand(facts);
  if (band === undefined) return undefined;
  const known = knownRows(facts);
  const estimated = known.filter((row) => estimateOf(facts, row) !== undefined);
  const which = estimated.length === known.length ? '' : `${estimated.map(moneyGrantName).join('、')}の額は試算で、`;
  if (!hasFigure) return `${which}1つの額を示せない幅の広いものです。試算は${estimateCaution(facts)}`;
  return `${which}${band}の${which === '' ? '試算です。' : '幅があります。試算は'}${estimateCaution(facts)}`;
};

/** What is there, and which amount a total still needs. */
const partsSentence = (facts: CouncilFacts): string => {
  const { thisYear, name } = facts;
  const known = knownRows(facts).flatMap((row) => {
    const amount = thisYear.yen[row];
    return amount === undefined
      ? []
      : [`${moneyGrantName(row)}の${amountWordOf(facts, row)}は${inThousandYen(amount.value)}です。`];
  });
  if (known.length === 0) return `${name}の交付額は、まだ入力されていません。`;
  const missing = grants.filter((row) => thisYear.yen[row] === undefined);
  return `${known.join('')}${missing.map(moneyGrantName).join('と')}の額がまだ入力されていないため、合計は出していません。`;
};

const headlineSource = (facts: CouncilFacts): FigureSource | undefined => {
  const { thisYear, settings, own } = facts;
  const { national, withoutDesignated } = settings?.amountRank ?? {};
  const points = own?.provisional === true ? thisYear.points.total?.points : undefined;
  const total = totalYenOf(thisYear);
  if (total === undefined)
    return fromTogether(...knownRows(facts).map((part) => [moneyGrantName(part), amountSource(facts, part)] as const), [
      '得点の範囲',
      points,
    ]);
  return fromTogether(
    ['合計の金額', total],
    ['金額の全国順位', national === undefined ? undefined : fromSettings(settings, 'amountRank.national')],
    [
      '政令市を除いた順位',
      withoutDesignated === undefined ? undefined : fromSettings(settings, 'amountRank.withoutDesignated'),
    ],
    ['得点の範囲', points],
  );
};

interface Note {
  readonly text: string;
  /** Of the figure in it. */
  readonly source: FigureSource | undefined;
}

/** The notes under the amounts; always as many for one layout, so that the user's texts below keep their place. */
const notesOf = (facts: CouncilFacts): readonly Note[] => {
  const { thisYear } = facts;
  const flat = flatNote(facts);
  return [
    {
      text: `※ ${thisYear.yen.outcomeOriented === undefined ? '' : '通常枠の'}金額は、評価の得点と第１号被保険者の規模で決まります。${flat?.text ?? ''}`,
      source: flat?.source,
    },
    {
      text: `※ ${expectedText(facts)}端数処理の関係で、合計が一致しない場合があります。`,
      source: undefined,
    },
  ];
};

/** Which amounts no notice tells. */
const expectedText = (facts: CouncilFacts): string => {
  if (facts.basis === 'notice') return '';
  const told = grants.some((row) => basisOf(facts.grants, row) === 'notice');
  return told ? '国の通知のない金額は、見込みです。' : '金額は国の通知による額ではなく、見込みです。';
};

/** What the plan of the run says of the frame's flat amount, where it is this very amount. */
const flatNote = (facts: CouncilFacts): Note | undefined => {
  const { outcomeOriented } = facts.thisYear.yen;
  const known = outcomeFrameOf(facts.results.money.plan);
  if (known?.frame.kind !== 'flat' || outcomeOriented === undefined) return undefined;
  const isFlat = known.frame.perClass.some(
    (one) => one.yen !== 'unspecified' && BigInt(one.yen) === outcomeOriented.value,
  );
  return isFlat
    ? {
        text: `成果指向型配分枠は、同じ規模の市町村に一律 ${inThousandYen(outcomeOriented.value)}です。`,
        source: fromTogether(['一律の額', known.source], ['交付額', outcomeOriented]),
      }
    : undefined;
};
