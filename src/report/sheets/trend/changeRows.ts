import type { YearBridge, YearsBehind } from '../../../evaluation';
import { fiscalYearLabel } from '../../../kernel';
import type { Bridge, ChangeKind, PointsRange } from '../../../outlook';
import { line, span, type Line, type Span } from '../../layout/layOut';
import { criteriaCounted } from '../../origins';
import { signedPoints } from '../../standingWords';
import { besideEachOther, pointsSpan, yearColumns } from './grid';

/** A row of the table; each figure of one bridge, undefined where the row has none. */
interface Row {
  readonly label: string;
  readonly look: 'body' | 'total';
  readonly count: ((bridge: Bridge) => number) | undefined;
  readonly difference: ((bridge: Bridge) => number) | undefined;
  /** What it brings in the later year; these add up to its total. */
  readonly points: ((bridge: Bridge) => number) | undefined;
}

const countOf =
  (kind: ChangeKind) =>
  ({ changes }: Bridge): number =>
    changes.filter((change) => change.kind === kind).length;
const sumOf =
  (kind: ChangeKind) =>
  ({ sums }: Bridge): number =>
    sums[kind];
const none = (): number => 0;

const changeRow = (label: string, kind: ChangeKind, isOfLaterYear: boolean): Row => ({
  label,
  look: 'body',
  count: countOf(kind),
  difference: sumOf(kind),
  points: isOfLaterYear ? sumOf(kind) : none,
});

const rows: readonly Row[] = [
  changeRow('新たに満たした', 'gained', true),
  {
    label: '引き続き満たした',
    look: 'body',
    count: ({ kept }) => kept,
    difference: sumOf('re-pointed'),
    points: ({ now, sums }) => now - sums.gained - sums.added,
  },
  changeRow('満たさなくなった', 'lost', false),
  {
    label: 'どちらも満たさない',
    look: 'body',
    count: ({ never }) => never,
    difference: none,
    points: none,
  },
  changeRow('新しい枝番', 'added', true),
  changeRow('なくなった枝番', 'dropped', false),
  {
    label: '総得点',
    look: 'total',
    count: undefined,
    difference: ({ before, now }) => now - before,
    points: ({ now }) => now,
  },
];

/** From each year to the next: how many criteria were gained, kept, lost and never met, and what that did to the total. */
export const changeTables = ({ years, bridges }: YearsBehind): readonly Line[] => {
  const pairs = bridges.map((bridge, place) => ({
    bridge,
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
        ...shown.flatMap(({ bridge }) => cellsOf(row, bridge)),
      ),
    ),
  ]);
};

/** Below the tables. */
export const changeNotes = ({ bridges }: YearsBehind): readonly string[] => [
  '※ 枝番数は、点の付いた枝番（新しい枝番は後の年度、なくなった枝番は前の年度）を数えています。同じ枝番と分からないものは、なくなった枝番と新しい枝番に数えます。目標Ⅳの点は両交付金に数えるため2倍です。「引き続き満たした」の増減は、配点の変更によるものです。',
  ...(bridges.some(({ ends }) => ends !== undefined)
    ? ['※ 「－」は、未回答・要確認の枝番がある間は定まらないものです。回答がそろうと示します。']
    : []),
];

/**
 * Open answers leave the total between its ends, but nothing else: where the better of two alternatives counts, or points are
 * capped, an answer moves points from one criterion to another, so that more may be lost than at either end.
 */
const cellsOf = ({ count, difference, points, look }: Row, { bridge, ends }: YearBridge): readonly Span[] => {
  const known = ends === undefined ? [bridge] : look === 'total' ? [ends.worst, ends.best] : [];
  const rangeOf = (figure: ((one: Bridge) => number) | undefined): PointsRange | undefined => {
    const values = figure === undefined ? [] : known.map(figure);
    return values.length === 0 ? undefined : { least: Math.min(...values), most: Math.max(...values) };
  };
  const missing = (figure: unknown): string | null => (figure === undefined ? null : '－');
  const text = look === 'total' ? 'total-paper' : 'paper-cell';
  const [counted, changed, brought] = [count, difference, points].map(rangeOf);
  return [
    counted === undefined
      ? span(missing(count), 2, text)
      : span(counted.least, 2, look, { number: 'integer', source: criteriaCounted }),
    changed === undefined
      ? span(missing(difference), 3, text)
      : changed.least === changed.most
        ? span(changed.least, 3, look, { number: 'signed-integer', source: criteriaCounted })
        : span(signedPoints(changed), 3, text, { source: criteriaCounted }),
    brought === undefined ? span(missing(points), 2, text) : pointsSpan(brought, 2, criteriaCounted, look),
  ];
};
