import { makeStyles, tokens } from '@fluentui/react-components';
import { columnPlace, type Reading, type SheetReading } from '../../answers';
import { usePane } from '../hooks';
import { useCommonStyles } from './style';
import { Unfolding } from './Unfolding';
import { Said } from './Said';

const useStyles = makeStyles({
  sheet: { margin: `${tokens.spacingVerticalS} 0 0`, overflowWrap: 'anywhere' },
  name: { fontWeight: tokens.fontWeightSemibold },
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  cell: {
    textAlign: 'left',
    verticalAlign: 'top',
    fontWeight: tokens.fontWeightRegular,
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalXS} ${tokens.spacingVerticalXXS} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
  },
});

/** What every sheet, row and column was taken for, folded away until somebody asks; the sheet 読み取り says the same. */
export const ReadingDetails = ({ reading }: { readonly reading: Reading }) => {
  const { texts } = usePane();
  const { layout: words } = texts;
  const common = useCommonStyles();
  return (
    <Unfolding line={words.details}>
      <p className={common.quiet}>{words.because[reading.because]}</p>
      {reading.leftOut.length > 0 && (
        <p className={common.quiet}>
          <Said>{words.leftOut(reading.leftOut.join('・'))}</Said>
        </p>
      )}
      {reading.sheets.map((sheet) => (
        <SheetDetails key={sheet.sheet} sheet={sheet} />
      ))}
    </Unfolding>
  );
};

/** A table of a prefecture has 179 municipalities; the sheet 読み取り lists more. */
const mostColumns = 60;

const SheetDetails = ({ sheet: { sheet, use, rows, columns } }: { readonly sheet: SheetReading }) => {
  const { texts } = usePane();
  const { layout: words } = texts;
  const common = useCommonStyles();
  const styles = useStyles();
  return (
    <>
      <p className={styles.sheet}>
        <span className={styles.name}>
          <Said>{sheet}</Said>
        </span>{' '}
        {words.sheetUses[use]}
      </p>
      {rows !== undefined && <p className={common.quiet}>{words.rows(rows.used, rows.unused.length)}</p>}
      {columns.length > 0 && (
        <table className={styles.table}>
          <caption className={common.spoken} lang="ja">
            {sheet}
          </caption>
          <thead>
            <tr>
              {words.detailColumns.map((column) => (
                <th key={column} scope="col" className={styles.cell}>
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {columns.slice(0, mostColumns).map(({ column, header, role, differences }) => (
              <tr key={`${String(column)} ${role}`}>
                <td className={styles.cell}>
                  <Said>{columnPlace(rows, column)}</Said>
                </td>
                <td className={styles.cell}>
                  <Said>{header}</Said>
                </td>
                <td className={styles.cell}>
                  {words.columnRole(role)}
                  {differences === undefined ? '' : words.differing(differences)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
};
