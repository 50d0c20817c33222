import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { usePane } from '../hooks';
import type { ChartTable } from '../charts';

const useStyles = makeStyles({
  summary: { cursor: 'pointer', fontSize: tokens.fontSizeBase200, padding: `${tokens.spacingVerticalXS} 0` },
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
export const ChartFigures = ({ title, table }: { readonly title: string; readonly table: ChartTable }) => {
  const { texts } = usePane();
  const { result: words } = texts;
  const styles = useStyles();
  return (
    <details>
      <summary className={styles.summary}>{words.chartTable}</summary>
      <table className={styles.table} aria-label={title}>
        <thead>
          <tr>
            <th scope="col" className={mergeClasses(styles.head, styles.first)}>
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
    </details>
  );
};
