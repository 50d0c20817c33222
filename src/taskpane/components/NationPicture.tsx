import { makeStyles, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import type { ScoredResults } from '../../evaluation';
import { stepsBetweenPairs, type PointsStep } from '../../rank';
import { nationalTotals } from '../../report';
import { figuresOf, wholeOf } from '../../schemes';
import { evenSteps, nationGeometry, stepOfNation } from '../charts/nation';
import { usePane } from '../hooks';
import { langOf } from './Said';
import type { TownView } from '../result/townView';

const useStyles = makeStyles({
  picture: { display: 'block', width: '100%', height: '62px' },
  bar: { fill: tokens.colorNeutralStroke1, '@media (forced-colors: active)': { fill: 'GrayText' } },
  axis: { stroke: tokens.colorNeutralStrokeAccessible, '@media (forced-colors: active)': { stroke: 'CanvasText' } },
  own: { fill: tokens.colorBrandBackground, '@media (forced-colors: active)': { fill: 'Highlight' } },
  mean: {
    stroke: tokens.colorNeutralForeground1,
    strokeDasharray: '3 2',
    '@media (forced-colors: active)': { stroke: 'CanvasText' },
  },
  before: {
    fill: tokens.colorNeutralBackground1,
    stroke: tokens.colorBrandStroke1,
    strokeWidth: '2px',
    '@media (forced-colors: active)': { fill: 'Canvas', stroke: 'CanvasText' },
  },
  text: {
    fill: tokens.colorNeutralForeground1,
    fontSize: '10px',
    '@media (forced-colors: active)': { fill: 'CanvasText' },
  },
});

/** Where another label stands so near to the end, the maximum goes without its own. */
const roomOfMaximum = 85;
/** Of a name beside its mark. */
const widthOf = (name: string): number => 10 * name.length + 8;

/** What the picture is drawn from. */
interface NationSteps {
  readonly steps: readonly PointsStep[];
  readonly mean: number;
}

/** Every municipality where all are known, else as far as published pairs of points and rank tell it. */
const stepsOf = (results: ScoredResults): NationSteps | undefined => {
  const { national, scheme } = results;
  const totals = nationalTotals(results);
  if (totals !== undefined && totals.length > 0)
    return {
      steps: evenSteps(totals, scheme.maxPoints),
      mean: totals.reduce((sum, one) => sum + one, 0) / totals.length,
    };
  const steps = national && stepsBetweenPairs(national, scheme.maxPoints, stepOfNation);
  const mean = national && figuresOf(national, wholeOf(null))?.mean;
  return steps === undefined || mean === undefined ? undefined : { steps, mean };
};

/** The nation's distribution with the own range, the mean and last year; nothing where the nation is not known. */
export const NationPicture = ({ results, view }: { readonly results: ScoredResults; readonly view: TownView }) => {
  const { texts } = usePane();
  const { result: words } = texts;
  const styles = useStyles();
  const nation = useMemo(() => stepsOf(results), [results]);
  if (nation === undefined) return null;
  const { steps, mean } = nation;
  const { points, maxPoints, change, name } = view;
  // A range of last year has no one place.
  const told = change?.points && change.before;
  const before = told?.least === told?.most ? told?.least : undefined;
  const { width, height, bars, own, ...places } = nationGeometry(steps, maxPoints, points, mean, before);
  const printed = mean.toFixed(1);
  const alone = words.points(points.least, points.most);
  const label = `${words.distribution}${words.colon}${words.distributionWords(name, alone, printed, before === undefined ? undefined : words.points(before, before))}`;
  return (
    <svg
      className={styles.picture}
      viewBox={`0 -4 ${String(width)} ${String(height + 18)}`}
      role="img"
      aria-label={label}
      lang={langOf(label, texts.language)}
    >
      {bars.map((bar) => (
        <rect key={bar.x} {...bar} className={styles.bar} />
      ))}
      <line x1="0" x2={width} y1={height} y2={height} className={styles.axis} />
      <rect x={own.from - 1.5} y="-4" width={own.to - own.from + 3} height={height + 4} className={styles.own} />
      <line x1={places.mean} x2={places.mean} y1="-4" y2={height} className={styles.mean} />
      <OwnName
        of={name}
        from={own.from}
        to={own.to}
        isLeft={own.to > width - widthOf(name) || (own.to < places.mean && own.from > widthOf(name))}
      />
      {places.before !== undefined && <circle cx={places.before} cy={height - 5} r="4" className={styles.before} />}
      <text x="0" y={height + 12} className={styles.text}>
        0
      </text>
      <Label x={places.mean} of={words.mean(printed)} away={places.before} />
      {before !== undefined && places.before !== undefined && (
        <Label x={places.before} of={words.lastYear(before)} away={places.mean} />
      )}
      {[places.mean, places.before ?? 0].every((x) => x < width - roomOfMaximum) && (
        <text x={width} y={height + 12} textAnchor="end" className={styles.text}>
          {words.points(maxPoints, maxPoints)}
        </text>
      )}
    </svg>
  );
};

/** At the top beside the own points, on the side away from the mean where there is room. */
const OwnName = ({
  of,
  from,
  to,
  isLeft,
}: {
  readonly of: string;
  readonly from: number;
  readonly to: number;
  readonly isLeft: boolean;
}) => {
  const styles = useStyles();
  return (
    <text x={isLeft ? from - 5 : to + 5} y="6" textAnchor={isLeft ? 'end' : 'start'} className={styles.text}>
      {of}
    </text>
  );
};

/** Under its mark; where another label is near, on the side away from it. */
const Label = ({ x, of, away }: { readonly x: number; readonly of: string; readonly away: number | undefined }) => {
  const styles = useStyles();
  const near = away !== undefined && Math.abs(away - x) < 80;
  return (
    <text
      x={near ? (x < away ? Math.min(x, away - 4) : x) : x}
      y={56}
      className={styles.text}
      textAnchor={!near ? 'middle' : x < away ? 'end' : 'start'}
    >
      {of}
    </text>
  );
};
