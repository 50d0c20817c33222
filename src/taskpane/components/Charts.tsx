import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useId, useMemo } from 'react';
import type { Results } from '../../evaluation';
import { reportSheets } from '../../report';
import { chartColors, type ChartModel } from '../../workbook';
import { chartGeometry } from '../charts/geometry';
import { chartTable, type ChartTable } from '../charts/table';
import { usePane } from '../hooks';
import { Bars } from './Bars';
import { useCommonStyles } from './style';
import { Unfolding } from './Unfolding';

const useFiguresStyles = makeStyles({
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  head: { fontWeight: tokens.fontWeightSemibold, padding: tokens.spacingVerticalXXS },
  first: { textAlign: 'left' },
  value: { textAlign: 'right' },
  cell: {
    textAlign: 'right',
    fontVariantNumeric: 'tabular-nums',
    padding: tokens.spacingVerticalXXS,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  category: {
    textAlign: 'left',
    fontWeight: tokens.fontWeightRegular,
    padding: tokens.spacingVerticalXXS,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
  },
});

/** The figures of a chart as a table, for those who cannot see the picture or want the numbers. */
const ChartFigures = ({ title, table }: { readonly title: string; readonly table: ChartTable }) => {
  const { texts } = usePane();
  const { result: words } = texts;
  const styles = useFiguresStyles();
  return (
    <Unfolding line={words.chartTable}>
      <table className={styles.table} aria-label={title}>
        <thead>
          <tr>
            <th scope="col" lang={texts.language} className={mergeClasses(styles.head, styles.first)}>
              {words.chartCategory}
            </th>
            {table.series.map(({ name }) => (
              <th key={name} scope="col" className={mergeClasses(styles.head, styles.value)}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.categories.map((category, at) => (
            <tr key={category}>
              <th scope="row" className={styles.category}>
                {category}
              </th>
              {table.series.map(({ name, printed }) => (
                <td key={name} className={styles.cell}>
                  {printed[at]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Unfolding>
  );
};

type Role = ChartModel['series'][number]['role'];

const usePatternStyles = makeStyles({
  forced: { '@media (forced-colors: active)': { fill: 'Canvas' } },
  forcedOwn: { '@media (forced-colors: active)': { fill: 'Highlight' } },
  forcedMarked: { '@media (forced-colors: active)': { fill: 'CanvasText' } },
  lines: {
    fill: 'none',
    stroke: tokens.colorNeutralForegroundStaticInverted,
    strokeWidth: '1.5px',
    '@media (forced-colors: active)': { stroke: 'CanvasText' },
  },
});

/** What tells the series apart besides their colours: plain, pale, hatched, striped. */
const marks: Readonly<Record<Role, string>> = {
  own: '',
  compared: '',
  prefecture: 'M-1 1 1 -1M0 6 6 0M5 7 7 5',
  marked: 'M0 3H6',
  base: '',
};

const roles: readonly Role[] = ['own', 'compared', 'prefecture', 'marked', 'base'];

/** The fills of the charts, by the role of a series; colours are those of the written sheets. */
const ChartPatterns = ({ idOf }: { readonly idOf: (role: Role) => string }) => {
  const styles = usePatternStyles();
  return (
    <defs>
      {roles.map((role) => (
        <pattern key={role} id={idOf(role)} width="6" height="6" patternUnits="userSpaceOnUse">
          <rect
            width="6"
            height="6"
            fill={`#${chartColors[role]}`}
            className={mergeClasses(
              styles.forced,
              role === 'own' && styles.forcedOwn,
              role === 'marked' && styles.forcedMarked,
            )}
          />
          {marks[role] !== '' && <path d={marks[role]} className={styles.lines} />}
        </pattern>
      ))}
    </defs>
  );
};

const usePictureStyles = makeStyles({
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
const ChartPicture = ({ chart, table }: { readonly chart: ChartModel; readonly table: ChartTable }) => {
  const common = useCommonStyles();
  const styles = usePictureStyles();
  // React's ids hold colons, which a reference in url() does not take everywhere.
  const prefix = useId().replaceAll(':', '');
  const idOf = (role: ChartModel['series'][number]['role']): string => `${prefix}${role}`;
  const fillOf = (series: number): string => `url(#${idOf(table.series[series]?.role ?? 'own')})`;
  const geometry = chartGeometry(chart, table);
  const { width, height } = geometry;
  const look = {
    line: { className: styles.line },
    bar: { className: styles.bar },
    zero: { className: styles.zero },
    text: { className: styles.text },
  };
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
        <Bars geometry={geometry} fillOf={fillOf} look={look} />
      </svg>
    </>
  );
};

const useStyles = makeStyles({ title: { margin: 0, fontSize: 'inherit' } });

/** The charts of the sheet グラフ, from the same models; nothing where several municipalities were scored. */
export const Charts = ({ results }: { readonly results: Results }) => {
  const { texts } = usePane();
  const { result: words } = texts;
  const common = useCommonStyles();
  const styles = useStyles();
  const charts = useMemo(
    () =>
      reportSheets(results, 'charts').flatMap((sheet) =>
        // A radar shows once more what bars say better in a narrow pane.
        (sheet.charts ?? [])
          .filter(({ kind }) => kind !== 'radar')
          .map((chart) => ({ chart, table: chartTable(sheet, chart) })),
      ),
    [results],
  );
  if (charts.length === 0) return null;
  return (
    <section className={common.screen} aria-label={words.charts}>
      <h3 className={common.subheading}>{words.charts}</h3>
      {charts.map(({ chart, table }) => (
        <div key={chart.title} className={common.card} lang="ja">
          <h4 className={styles.title}>{chart.title}</h4>
          {chart.reading !== undefined && <p className={common.text}>{chart.reading}</p>}
          <ChartPicture chart={chart} table={table} />
          <ChartFigures title={chart.title} table={table} />
        </div>
      ))}
    </section>
  );
};
