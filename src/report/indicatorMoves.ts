import type { MunicipalityResult, ScoredResults, YearBridge } from '../evaluation';
import { halfUp, rangeInWords } from '../kernel';
import type { Bridge, ChangeKind, PointsRange } from '../outlook';
import { blockKey, timesCounted, type Indicator } from '../schemes';
import type { FigureSource } from '../workbook';
import { indicatorMeansOfNation } from './indicatorMeans';
import { indicatorRanges } from './indicatorRanges';
import { computed } from './origins';

/** An indicator whose points went up or down, or lie above or below the mean. */
export interface IndicatorMove {
  readonly indicator: Indicator;
  /** In the total, a common indicator in both grants; a range where answers are open. */
  readonly points: PointsRange;
  /** How it came about, in a few words: the criteria that changed, or own points and mean. */
  readonly note: string;
  readonly source: FigureSource;
}

/** So many indicators as certainly went up (or down), the largest first; equal ones in the order of the scheme. */
export const foremost = (
  moves: readonly IndicatorMove[],
  count: number,
): Readonly<Record<'up' | 'down', readonly IndicatorMove[]>> => ({
  up: moves
    .filter(({ points }) => points.least > 0)
    .toSorted((one, other) => other.points.least - one.points.least)
    .slice(0, count),
  down: moves
    .filter(({ points }) => points.most < 0)
    .toSorted((one, other) => one.points.most - other.points.most)
    .slice(0, count),
});

/** What each indicator brought more or less than in the year before; one known by its name, as numbers move. */
export const movesSinceLastYear = ({ bridge, ends }: YearBridge): readonly IndicatorMove[] => {
  const [worst, best] = [byIndicator(ends?.worst ?? bridge), byIndicator(ends?.best ?? bridge)];
  const named = new Map([...byIndicator(bridge), ...worst, ...best]);
  return [...named].map(([key, { indicator, labels, kinds }]) => {
    const pointsIn = (end: ReturnType<typeof byIndicator>): number => end.get(key)?.points ?? 0;
    const least = pointsIn(worst);
    const most = pointsIn(best);
    return {
      indicator,
      points: { least: Math.min(least, most), most: Math.max(least, most) },
      note: [...kinds].every((kind) => rulesDoing.has(kind)) ? '指標・配点の変更' : labelsText([...labels]),
      source: sinceLastYear,
    };
  });
};

const sinceLastYear: FigureSource = {
  kind: 'answers',
  text: '前年度と今年度の回答を、それぞれの年度の評価指標で採点し、指標ごとに差をとったものです。',
};

const labelsText = (labels: readonly string[]): string =>
  labels.length > mostLabels ? `枝番${labels.length}件` : `枝番 ${labels.join('・')}`;

const mostLabels = 4;

/** What the rules did, not the municipality. */
const rulesDoing: ReadonlySet<ChangeKind> = new Set<ChangeKind>(['re-pointed', 'added', 'dropped']);

interface Moved {
  readonly indicator: Indicator;
  readonly points: number;
  readonly labels: ReadonlySet<string>;
  readonly kinds: ReadonlySet<ChangeKind>;
}

const byIndicator = ({ changes }: Bridge): ReadonlyMap<string, Moved> => {
  const moved = new Map<string, Moved>();
  for (const { before, now, points, kind } of changes) {
    const entry = now ?? before;
    if (entry === undefined) continue;
    const { indicator, criterion } = entry;
    const key = `${blockKey(indicator)} ${indicator.name}`;
    const known = moved.get(key);
    moved.set(key, {
      indicator: known?.indicator ?? indicator,
      points: (known?.points ?? 0) + points,
      labels: new Set([...(known?.labels ?? []), criterion.label]),
      kinds: new Set([...(known?.kinds ?? []), kind]),
    });
  }
  return moved;
};

/** How far the points of each indicator lie from the nation's mean; those whose mean nobody knows are left out. */
export const movesFromNation = (results: ScoredResults, own: MunicipalityResult): readonly IndicatorMove[] => {
  const { means } = indicatorMeansOfNation(results);
  const ranges = indicatorRanges(results, own);
  return results.scheme.indicators.flatMap((indicator, at): readonly IndicatorMove[] => {
    const mean = means[at];
    if (mean === undefined) return [];
    const times = timesCounted(indicator);
    const { least: low, most: high } = ranges.get(indicator.id) ?? { least: 0, most: 0 };
    return [
      {
        indicator,
        points: { least: (low - mean.value) * times, most: (high - mean.value) * times },
        note: `${rangeInWords(String(low), String(high), '点')}・全国${halfUp(mean.value, 1)}点`,
        source: computed('（得点－全国平均）、共通の指標は両交付金の分'),
      },
    ];
  });
};
