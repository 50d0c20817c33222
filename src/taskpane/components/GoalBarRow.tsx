import { makeStyles, tokens } from '@fluentui/react-components';
import { usePane } from '../hooks';
import { barGeometry, type GoalBar } from '../charts';
import { useCommonStyles } from './useCommonStyles';

const useStyles = makeStyles({
  label: { fontWeight: tokens.fontWeightSemibold },
  points: { whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums', fontSize: tokens.fontSizeBase200 },
  bar: { display: 'block', width: '100%', height: '16px' },
  track: {
    fill: tokens.colorNeutralBackground5,
    '@media (forced-colors: active)': { fill: 'Canvas', stroke: 'CanvasText' },
  },
  most: {
    fill: 'none',
    stroke: tokens.colorBrandStroke1,
    strokeWidth: '1px',
    strokeDasharray: '2 1',
    '@media (forced-colors: active)': { stroke: 'CanvasText' },
  },
  filled: { fill: tokens.colorBrandBackground, '@media (forced-colors: active)': { fill: 'Highlight' } },
  mean: {
    stroke: tokens.colorNeutralForeground1,
    strokeWidth: '2px',
    '@media (forced-colors: active)': { stroke: 'CanvasText' },
  },
});

/** One goal: its points as a bar, what open answers could add as a dashed frame, the national mean as a stroke. */
export const GoalBarRow = ({ bar, label }: { readonly bar: GoalBar; readonly label: string }) => {
  const { texts } = usePane();
  const common = useCommonStyles();
  const styles = useStyles();
  const { width, height, points, most, mean } = barGeometry(bar);
  return (
    <li>
      <div className={common.spread}>
        <span className={styles.label}>{label}</span>
        <span className={styles.points}>{texts.result.bar(bar.points, bar.max, bar.mean)}</span>
      </div>
      {bar.name !== '' && <p className={common.quiet}>{bar.name}</p>}
      <svg
        className={styles.bar}
        viewBox={`0 0 ${String(width)} ${String(height)}`}
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        <rect
          className={styles.track}
          x="0"
          y="3"
          width={width}
          height={height - 6}
          vectorEffect="non-scaling-stroke"
        />
        <rect className={styles.filled} x="0" y="3" width={points} height={height - 6} />
        {most > points && (
          <rect
            className={styles.most}
            x={points}
            y="3.5"
            width={most - points}
            height={height - 7}
            vectorEffect="non-scaling-stroke"
          />
        )}
        {mean !== undefined && (
          <line className={styles.mean} x1={mean} x2={mean} y1="0" y2={height} vectorEffect="non-scaling-stroke" />
        )}
      </svg>
    </li>
  );
};
