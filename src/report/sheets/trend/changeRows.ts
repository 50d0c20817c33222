import type { YearBridge, YearsBehind } from '../../../evaluation';
import { fiscalYearLabel, rangeInWords } from '../../../kernel';
import type { ChangeKind, PointsRange } from '../../../outlook';
import { rangeOfEnds, stepRange } from '../../bridgeRange';
import { line, span, type Line, type Span } from '../../layout/layOut';
import { criteriaCounted } from '../../origins';
import { signedPoints } from '../../standingWords';
import { besideEachOther, pointsSpan, rangeSpan, yearColumns } from './grid';

/** A row of the table. */
interface Row {
  readonly label: string;
  readonly look: 'body' | 'total';
  readonly figuresOf: (way: YearBridge) => Figures;
}

/** Each a range where answers are open; undefined where the row has none. */
interface Figures {
  readonly count: PointsRange | undefined;
  readonly difference: PointsRange;
  /** What it brings in the later year; these add up to its total. */
  readonly points: PointsRange;
}

const exactly = (figure: number): PointsRange => ({ least: figure, most: figure });
const none = exactly(0);

const changeRow = (label: string, kind: ChangeKind, isOfLaterYear: boolean): Row => ({
  label,
  look: 'body',
  figuresOf: ({ bridge: { changes, sums }, ranges }) => {
    const points = ranges?.changes[kind].points ?? exactly(sums[kind]);
    return {
      count: ranges?.changes[kind].count ?? exactly(changes.filter((change) => change.kind === kind).length),
      difference: points,
      points: isOfLaterYear ? points : none,
    };
  },
});

const keptRow: Row = {
  label: '引き続き満たした',
  look: 'body',
  figuresOf: ({ bridge: { kept, now, sums }, ranges }) => ({
    count: ranges?.kept.count ?? exactly(kept),
    difference: ranges?.changes['re-pointed'].points ?? exactly(sums['re-pointed']),
    points: ranges?.kept.points ?? exactly(now - sums.gained - sums.added),
  }),
};

const neverRow: Row = {
  label: 'どちらも満たさない',
  look: 'body',
  figuresOf: ({ bridge: { never }, ranges }) => ({
    count: ranges?.never ?? exactly(never),
    difference: none,
    points: none,
  }),
};

/** The total lies between the ends that all open answers leave it together. */
const totalRow: Row = {
  label: '総得点',
  look: 'total',
  figuresOf: (way) => ({
    count: undefined,
    difference: rangeOfEnds(way, ({ before, now }) => now - before),
    points: stepRange(way, 'now'),
  }),
};

const rows: readonly Row[] = [
  changeRow('新たに満たした', 'gained', true),
  keptRow,
  changeRow('満たさなくなった', 'lost', false),
  neverRow,
  changeRow('新しい枝番', 'added', true),
  changeRow('なくなった枝番', 'dropped', false),
  totalRow,
];

/** From each year to the next: how many criteria were gained, kept, lost and never met, and what that did to the total. */
export const changeTables = ({ years, bridges }: YearsBehind): readonly Line[] => {
  const pairs = bridges.map((way, place) => ({
    way,
    words: [years[place], years[place + 1]]
      .map((year) => (year === undefined ? '' : fiscalYearLabel(year.results.scheme.fiscalYear)))
      .join('→'),
  }));
  return besideEachOther(pairs).flatMap((shown) => [
    line({ ...span('枝番', 1, 'header'), rows: 2 }, ...shown.map(({ words }) => span(words, yearColumns, 'header'))),
    line(
      ...shown.flatMap(() => [
        span('枝番数', 2, 'header'),
        span('総得点の\n増減', 3, 'header'),
        span('後の年度\nの得点', 2, 'header'),
      ]),
    ),
    ...rows.map((row) =>
      line(
        span(row.label, 1, row.look === 'total' ? 'total-side' : 'side'),
        ...shown.flatMap(({ way }) => cellsOf(row, way)),
      ),
    ),
  ]);
};

/** Below the tables. */
export const changeNotes = ({ bridges }: YearsBehind): readonly string[] => [
  '※ 枝番数は、点の付いた枝番（新しい枝番は後の年度、なくなった枝番は前の年度）を数えています。同じ枝番と分からないものは、なくなった枝番と新しい枝番に数えます。目標Ⅳの点は両交付金に数えるため2倍です。「引き続き満たした」の増減は、配点の変更によるものです。',
  ...(bridges.some(({ ends }) => ends !== undefined)
    ? [
        '※ 未回答・要確認の枝番がある年度は、それぞれの欄が取りうる範囲です。欄ごとの範囲なので、足しても総得点の範囲とは一致しません。',
      ]
    : []),
];

const cellsOf = ({ figuresOf, look }: Row, way: YearBridge): readonly Span[] => {
  const { count, difference, points } = figuresOf(way);
  const source = criteriaCounted;
  return [
    count === undefined
      ? span(null, 2, look === 'total' ? 'total-paper' : 'paper-cell')
      : rangeSpan(count, 2, { number: 'integer', source, look }, ({ least, most }) =>
          rangeInWords(String(least), String(most)),
        ),
    rangeSpan(difference, 3, { number: 'signed-integer', source, look }, signedPoints),
    pointsSpan(points, 2, source, look),
  ];
};
