import type { YearOfMunicipality } from '../../../evaluation';
import { at, fiscalYearLabel } from '../../../kernel';
import { samePlace, type Block, type BlockPlace } from '../../../schemes';
import { inPaperOrder, isGoal } from '../../blockOrder';
import { fromRules } from '../../figureSources';
import { line, span, type Line, type Span } from '../../layout/layOut';
import { blockFromAnswers, blockWords, computed } from '../../origins';
import { besideEachOther, pointsSpan, rateSpan, yearColumns } from './grid';

/** By goal and group: points, full marks and rate of each year; a year that had no such block leaves its cells empty. */
export const blockTables = (years: readonly YearOfMunicipality[]): readonly Line[] => {
  const { blocks } = at(years, years.length - 1).own;
  const places = inPaperOrder(blocks).map(({ block }) => block);
  return besideEachOther(years).flatMap((shown) => [
    line(
      { ...span('区分', 1, 'header'), rows: 2 },
      ...shown.map(({ results: { scheme } }) => span(fiscalYearLabel(scheme.fiscalYear), yearColumns, 'header')),
    ),
    line(...shown.flatMap(() => [span('得点', 2, 'header'), span('配点', 2, 'header'), span('得点率', 3, 'header')])),
    ...places.map((place) =>
      line(
        span(labelOf(place), 1, isSum(place) ? 'total-side' : 'side'),
        ...shown.flatMap((year) => cellsOf(year, place)),
      ),
    ),
  ]);
};

const isSum = ({ goal }: BlockPlace): boolean => goal === null;

/** A group stands below its goal, so that it need not say whose it is. */
const labelOf = (block: Block): string =>
  isGoal(block) || isSum(block) ? blockWords(block) : `　${blockWords(block).split('・').slice(1).join('・')}`;

const cellsOf = ({ results: { scheme }, own }: YearOfMunicipality, place: BlockPlace): readonly Span[] => {
  const found = own.blocks.find(({ block }) => samePlace(block, place));
  const look = isSum(place) ? 'total' : 'body';
  if (found === undefined) return [span(null, 2, look), span(null, 2, look), span(null, 3, look)];
  const points = { least: found.points, most: found.most, maxPoints: found.block.maxPoints };
  return [
    pointsSpan(points, 2, blockFromAnswers(place), look),
    span(points.maxPoints, 2, look, { number: 'integer', source: fromRules(scheme, '配点') }),
    rateSpan(points, 3, computed('得点÷配点'), look),
  ];
};
