import { fiscalYearLabel, halfUp } from '../../../kernel';
import type { FigureSource } from '../../../workbook';
import { line, span, type Line } from '../../layout/layOut';
import { rankText } from '../../members';
import { rangeText } from '../../outlookWords';
import { together } from '../../origins';
import { rateText } from '../../standingWords';
import type { YearStanding } from '../../yearStandings';
import { hiddenLine } from '../edition';
import type { CouncilFacts } from '../facts';

interface Column {
  readonly heading: string;
  readonly text: (standing: YearStanding) => string | undefined;
  readonly source: (standing: YearStanding) => FigureSource | undefined;
}

/** So many years are shown, the last of them this year. */
const mostYears = 3;
const gridColumns = 8;

/** Points and ranks of up to three years; a column that no year tells vanishes; `money` below. The first line is the heading. */
export const trendLines = (facts: CouncilFacts, standings: readonly YearStanding[], money: Line): readonly Line[] => {
  const shown = standings.filter(({ points }) => points.total !== undefined).slice(-mostYears);
  const columns = columnsOf(facts).filter(({ text }) => shown.some((one) => text(one) !== undefined));
  if (shown.length === 0) return [];
  const first = gridColumns - columns.length;
  return [
    line(span(shown.length === 1 ? '得点と順位' : '得点と順位の推移', gridColumns, 'heading')),
    line(span('年度', first, 'header'), ...columns.map(({ heading }) => span(heading, 1, 'header'))),
    ...shown.map((one) =>
      line(
        span(fiscalYearLabel(one.year), first, 'side'),
        ...columns.map(({ text, source }) => span(text(one) ?? '－', 1, 'paper-cell', { source: source(one) })),
      ),
    ),
    line(
      span(
        `※ ${shown.some(({ nationMean }) => nationMean !== undefined) ? '全国平均は国の公表値です。' : ''}指標と配点は年度により変わることがあります。`,
        gridColumns,
        'note',
      ),
    ),
    money,
    // As many lines whatever the years: the picture below keeps its place.
    ...Array.from({ length: mostYears - shown.length }, () => hiddenLine(gridColumns)),
  ];
};

const columnsOf = ({ prefecture: { short, inside } }: CouncilFacts): readonly Column[] => [
  {
    heading: '総得点',
    text: ({ points: { total } }) =>
      total && `${rangeText(total).replace('～', '～\n')}\n/${total.maxPoints.toLocaleString('en-US')}点`,
    source: ({ points }) => points.total?.source,
  },
  {
    heading: '得点率',
    text: ({ points: { total } }) => total && rateText(total),
    source: ({ points }) => points.total?.source,
  },
  {
    heading: '全国平均',
    text: ({ nationMean }) => nationMean && `${halfUp(nationMean.mean, 1)}点`,
    source: ({ nationMean }) => nationMean?.source,
  },
  {
    heading: `${short}平均`,
    text: ({ prefectureMean }) => prefectureMean && `${halfUp(prefectureMean.mean, 1)}点`,
    source: ({ prefectureMean }) => prefectureMean?.source,
  },
  {
    heading: '全国順位',
    text: ({ national }) => national && rankText(national.band),
    source: ({ national }) => together(['全国順位', national?.source]),
  },
  {
    heading: `${inside}順位`,
    text: ({ prefecture }) => prefecture && rankText(prefecture.band),
    source: ({ prefecture }) => together([`${inside}順位`, prefecture?.source]),
  },
];
