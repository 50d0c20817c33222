import { answerState } from '../../src/answers';
import {
  bridgeBetween,
  bridgeRanges,
  type AnsweredYear,
  type Bridge,
  type BridgeRanges,
  type PointsRange,
} from '../../src/outlook';
import { criterionIndexOf } from '../../src/schemes';
import { schemeFor } from '../builders/answerSheets';
import { seededRandom } from '../fixtures/seededRandom';
import { inventedStates } from './standpoints';

/** Every figure of a bridge by its name, counted from its list of changes. */
const figuresOf = ({ changes, kept, never, sums, now }: Bridge): ReadonlyMap<string, number> =>
  new Map<string, number>([
    ...(['gained', 'lost', 're-pointed', 'added', 'dropped'] as const).flatMap((kind) => [
      [`${kind} count`, changes.filter((one) => one.kind === kind).length] as const,
      [`${kind} points`, sums[kind]] as const,
    ]),
    ['kept count', kept],
    ['kept points', now - sums.gained - sums.added],
    ['never', never],
  ]);

const rangesOf = ({ changes, kept, never }: BridgeRanges) =>
  new Map<string, PointsRange>([
    ...Object.entries(changes).flatMap(([kind, { count, points }]) => [
      [`${kind} count`, count] as const,
      [`${kind} points`, points] as const,
    ]),
    ['kept count', kept.count] as const,
    ['kept points', kept.points] as const,
    ['never', never] as const,
  ]);

/** All ways the open answers of a year can go. */
const ways = ({ scheme, states }: AnsweredYear): readonly AnsweredYear[] => {
  const open = [...states.keys()].filter((at) => states[at] === answerState.unanswered);
  return Array.from({ length: 2 ** open.length }, (_, mask) => {
    const filled = states.slice();
    open.forEach((at, bit) => (filled[at] = (mask >> bit) & 1 ? answerState.met : answerState.unmet));
    return { scheme, states: filled };
  });
};

/** A year with so many answers open, those of alternatives first where asked. */
const withOpen = (year: string, random: () => number, count: number, alternatives: boolean): AnsweredYear => {
  const scheme = schemeFor(year);
  const states = inventedStates(scheme, random);
  const { all } = criterionIndexOf(scheme);
  const eligible = all
    .filter(({ indicator }) => (indicator.combine !== 'sum') === alternatives)
    .map(({ index }) => index);
  for (let left = count; left > 0; left -= 1)
    states[eligible[Math.floor(random() * eligible.length)]!] = answerState.unanswered;
  return { scheme, states };
};

describe.each([
  ['R6', 'R7'],
  ['R7', 'R8'],
])('%s → %s', (first, last) => {
  test.each([
    ['plain sums', false],
    ['alternatives', true],
  ])('%s: whatever the open answers become, every figure lies in its range', (_, alternatives) => {
    let reached = 0;
    for (let seed = 1; seed <= 12; seed += 1) {
      const random = seededRandom(seed);
      const [before, now] = [withOpen(first, random, 3, alternatives), withOpen(last, random, 3, alternatives)];
      const ranges = rangesOf(bridgeRanges(before, now));
      const all = ways(before).flatMap((was) => ways(now).map((is) => figuresOf(bridgeBetween(was, is))));
      const outside = all.flatMap((figures) =>
        [...figures].filter(([name, figure]) => {
          const { least, most } = ranges.get(name)!;
          return figure < least || figure > most;
        }),
      );
      expect(outside).toEqual([]);
      for (const [name, { least, most }] of ranges) {
        const values = all.map((figures) => figures.get(name)!);
        if (Math.min(...values) === least && Math.max(...values) === most) reached += 1;
      }
    }
    // Of plain sums both ends are reached; of alternatives, and of the place on the own total, they may lie farther.
    expect(reached / (12 * 13)).toBeGreaterThan(alternatives ? 0.3 : 0.95);
  });
});

test('without open answers the range is the figure', () => {
  const random = seededRandom(3);
  const [before, now] = [withOpen('R7', random, 0, false), withOpen('R8', random, 0, false)];
  const figures = figuresOf(bridgeBetween(before, now));
  for (const [name, { least, most }] of rangesOf(bridgeRanges(before, now)))
    expect([name, least, most]).toEqual([name, figures.get(name), figures.get(name)]);
});
