import { makeStyles } from '@fluentui/react-components';
import { useMemo } from 'react';
import type { Results } from '../../evaluation';
import { reportSheets } from '../../report';
import { usePane } from '../hooks';
import { chartTable } from '../charts';
import { ChartFigures } from './ChartFigures';
import { ChartPicture } from './ChartPicture';
import { useCommonStyles } from './useCommonStyles';

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
        (sheet.charts ?? []).map((chart) => ({ chart, table: chartTable(sheet, chart) })),
      ),
    [results],
  );
  if (charts.length === 0) return null;
  return (
    <section className={common.screen} aria-label={words.charts}>
      <h3 className={common.subheading}>{words.charts}</h3>
      {charts.map(({ chart, table }) => (
        <div key={chart.title} className={common.card}>
          <h4 className={styles.title}>{chart.title}</h4>
          {chart.reading !== undefined && (
            <p className={common.text} lang="ja">
              {chart.reading}
            </p>
          )}
          <ChartPicture chart={chart} table={table} />
          <ChartFigures title={chart.title} table={table} />
        </div>
      ))}
    </section>
  );
};
