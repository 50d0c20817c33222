import { makeStyles, tokens } from '@fluentui/react-components';
import type { MunicipalityResult, ScoredResults } from '../../evaluation';
import { barGeometry, goalBars, type GoalBar } from '../charts/bars';
import { usePane } from '../hooks';
import { useCommonStyles } from './style';
import { Said } from './Said';

const useStyles = makeStyles({
  label: { fontWeight: tokens.fontWeightSemibold, whiteSpace: 'nowrap' },
  points: { fontVariantNumeric: 'tabular-nums', fontSize: tokens.fontSizeBase200, textAlign: 'right' },
  bar: { display: 'block', width: '100%', height: '14px' },
  track: {
    stroke: tokens.colorNeutralStrokeAccessible,
    strokeWidth: '1px',
    '@media (forced-colors: active)': { stroke: 'GrayText' },
  },
  open: {
    stroke: tokens.colorBrandStroke1,
    strokeWidth: '5px',
    '@media (forced-colors: active)': { stroke: 'Highlight' },
  },
  own: { fill: tokens.colorBrandBackground, '@media (forced-colors: active)': { fill: 'Highlight' } },
  lastYear: {
    fill: tokens.colorNeutralBackground1,
    stroke: tokens.colorNeutralForeground1,
    strokeWidth: '1.5px',
    '@media (forced-colors: active)': { fill: 'Canvas', stroke: 'CanvasText' },
  },
  mean: {
    stroke: tokens.colorNeutralForeground1,
    strokeWidth: '2px',
    '@media (forced-colors: active)': { stroke: 'CanvasText' },
  },
});

/** One row per goal, and one per grant: own points (a band while answers are open) and the national mean on the way to the maximum. */
export const GoalRows = ({ results, town }: { readonly results: ScoredResults; readonly town: MunicipalityResult }) => {
  const { texts } = usePane();
  const { result: words } = texts;
  const common = useCommonStyles();
  const { goals, grants } = goalBars(results, town);
  return (
    <section className={common.section} aria-label={words.goals}>
      <h3 className={common.subheading}>{words.goals}</h3>
      <p className={common.quiet}>
        {words.goalLegend}
        {[...goals, ...grants].some(({ lastYear }) => lastYear !== undefined) && words.goalLegendLastYear}
      </p>
      <ul className={common.list}>
        {goals.map((bar) => (
          <GoalRow key={bar.key} bar={bar} label={`${words.grants[bar.grant]}${bar.numeral ?? ''}`} />
        ))}
        {grants.map((bar) => (
          <GoalRow key={bar.key} bar={bar} label={words.grantTotals[bar.grant]} />
        ))}
      </ul>
    </section>
  );
};

const GoalRow = ({ bar, label }: { readonly bar: GoalBar; readonly label: string }) => {
  const { texts } = usePane();
  const { result: words } = texts;
  const common = useCommonStyles();
  const styles = useStyles();
  const { width, height, points, most, mean, lastYear } = barGeometry(bar);
  const middle = height / 2;
  return (
    <li>
      <div className={common.spread}>
        <span className={styles.label}>
          <Said>{label}</Said>
        </span>
        <span className={styles.points}>
          {words.goal(words.points(bar.points, bar.most), bar.max, bar.mean, bar.lastYear)}
        </span>
      </div>
      {bar.name !== '' && (
        <p className={common.quiet} lang="ja">
          {bar.name}
        </p>
      )}
      <svg className={styles.bar} viewBox={`-6 0 ${String(width + 12)} ${String(height)}`} aria-hidden="true">
        <line x1="0" x2={width} y1={middle} y2={middle} className={styles.track} />
        {most > points && <line x1={points} x2={most} y1={middle} y2={middle} className={styles.open} />}
        {mean !== undefined && <line x1={mean} x2={mean} y1="1" y2={height - 1} className={styles.mean} />}
        {lastYear.map((place) => (
          <circle key={place} cx={place} cy={middle} r="4" className={styles.lastYear} />
        ))}
        <circle cx={points} cy={middle} r="5" className={styles.own} />
        {most > points && <circle cx={most} cy={middle} r="5" className={styles.own} />}
      </svg>
    </li>
  );
};
