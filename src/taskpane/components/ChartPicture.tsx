import { makeStyles, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import type { ChartModel } from '../../workbook';
import { chartGeometry, type ChartTable, type ChartText } from '../charts';
import { ChartPatterns } from './ChartPatterns';
import { useCommonStyles } from './useCommonStyles';

const useStyles = makeStyles({
  picture: { display: 'block', width: '100%', maxWidth: '420px', height: 'auto' },
  text: {
    fill: tokens.colorNeutralForeground1,
    fontSize: '11px',
    '@media (forced-colors: active)': { fill: 'CanvasText' },
  },
  line: {
    stroke: tokens.colorNeutralStroke2,
    strokeWidth: '1px',
    '@media (forced-colors: active)': { stroke: 'GrayText' },
  },
  zero: {
    stroke: tokens.colorNeutralStrokeAccessible,
    strokeWidth: '1px',
    '@media (forced-colors: active)': { stroke: 'CanvasText' },
  },
  // Grey on white says too little by itself; the frame tells where a bar ends, in every theme.
  bar: {
    stroke: tokens.colorNeutralStrokeAccessible,
    strokeWidth: '1px',
    '@media (forced-colors: active)': { stroke: 'CanvasText' },
  },
  legend: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM, margin: 0, padding: 0 },
  entry: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS, listStyleType: 'none' },
});

/** A chart of a sheet as a picture, with its series named above it. */
export const ChartPicture = ({ chart, table }: { readonly chart: ChartModel; readonly table: ChartTable }) => {
  const common = useCommonStyles();
  const styles = useStyles();
  // React's ids hold colons, which a reference in url() does not take everywhere.
  const prefix = useId().replaceAll(':', '');
  const idOf = (role: ChartModel['series'][number]['role']): string => `${prefix}${role}`;
  const fillOf = (series: number): string => `url(#${idOf(table.series[series]?.role ?? 'own')})`;
  const { width, height, bars, categories, ticks, zero } = chartGeometry(chart, table);
  return (
    <>
      <ul className={styles.legend}>
        {table.series.map(({ name }, place) => (
          <li key={name} className={styles.entry}>
            <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
              <rect x="0.5" y="0.5" width="11" height="11" fill={fillOf(place)} className={styles.bar} />
            </svg>
            <span className={common.quiet}>{name}</span>
          </li>
        ))}
      </ul>
      <svg
        className={styles.picture}
        viewBox={`0 0 ${String(width)} ${String(height)}`}
        role="img"
        aria-label={chart.altText}
      >
        <ChartPatterns idOf={idOf} />
        {ticks.map(({ line, label }) => (
          <g key={label.text}>
            <line {...line} className={styles.line} />
            <Text of={label} />
          </g>
        ))}
        {categories.map((label) => (
          <Text key={`${String(label.x)} ${String(label.y)}`} of={label} />
        ))}
        {bars.map(({ series, value, ...bar }) => (
          <g key={`${String(series)} ${String(bar.x)} ${String(bar.y)}`}>
            <rect {...bar} fill={fillOf(series)} className={styles.bar} />
            {value !== undefined && <Text of={value} />}
          </g>
        ))}
        <line {...zero} className={styles.zero} />
      </svg>
    </>
  );
};

const Text = ({ of: { text, x, y, anchor } }: { readonly of: ChartText }) => {
  const styles = useStyles();
  return (
    <text x={x} y={y} textAnchor={anchor} className={styles.text}>
      {text}
    </text>
  );
};
