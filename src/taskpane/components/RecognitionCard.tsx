import { makeStyles, tokens } from '@fluentui/react-components';
import { municipalitiesOf, type Results } from '../../evaluation';
import { usePane } from '../hooks';
import type { Recognition, SampleRow } from '../mapping/recognition';
import { Pill } from './Pill';
import { ReadingDetails } from './ReadingDetails';
import { useCommonStyles } from './style';
import { Said } from './Said';

const useStyles = makeStyles({
  who: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  head: {
    textAlign: 'left',
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalXS} ${tokens.spacingVerticalXXS} 0`,
  },
  cell: {
    verticalAlign: 'top',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXS} ${tokens.spacingVerticalXS} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
  },
  name: { color: tokens.colorNeutralForeground2 },
});

const levelKinds = { high: 'good', medium: 'check', low: 'stop' } as const;

/** Whose answers they are, how sure we are, and three rows to judge by. */
export const RecognitionCard = ({
  results,
  recognition,
}: {
  readonly results: Results;
  /** Absent for a national table: its reader checks every printed figure. */
  readonly recognition: Recognition | undefined;
}) => {
  const { texts } = usePane();
  const { layout: words } = texts;
  const common = useCommonStyles();
  const styles = useStyles();
  const municipalities = municipalitiesOf(results);
  const [first, ...others] = municipalities.map(({ identity }) => `${identity.prefecture ?? ''}${identity.name}`);
  return (
    <section className={common.card} aria-label={words.recognised}>
      <div>
        <p className={styles.who}>
          <Said>
            {others.length === 0 ? (first ?? '') : words.severalMunicipalities(first ?? '', municipalities.length)}
          </Said>
        </p>
        <p className={common.quiet}>{texts.year(results.scheme.fiscalYear)}</p>
      </div>
      {recognition === undefined ? (
        <p className={common.text}>{words.nation(municipalities.length)}</p>
      ) : (
        <Understanding recognition={recognition} />
      )}
      {results.reading.map((reading) => (
        <ReadingDetails key={reading.file ?? ''} reading={reading} />
      ))}
    </section>
  );
};

/** How sure we are, what it rests on, and three rows. */
const Understanding = ({ recognition }: { readonly recognition: Recognition }) => {
  const { texts } = usePane();
  const { layout: words } = texts;
  const common = useCommonStyles();
  const styles = useStyles();
  return (
    <>
      <p className={common.text}>
        {words.confidence} <Pill kind={levelKinds[recognition.level]}>{words.levels[recognition.level]}</Pill>
      </p>
      <p className={common.quiet}>{words.counts(recognition.found, recognition.asked, recognition.unread)}</p>
      <table className={styles.table}>
        <caption className={styles.head}>{words.samples}</caption>
        <thead>
          <tr>
            {words.sampleColumns.map((column) => (
              <th key={column} scope="col" className={styles.head}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {recognition.samples.map((row) => (
            <Sample key={`${row.sheet}!${row.cell}`} row={row} />
          ))}
        </tbody>
      </table>
    </>
  );
};

const Sample = ({ row }: { readonly row: SampleRow }) => {
  const { texts } = usePane();
  const styles = useStyles();
  const { layout: words } = texts;
  return (
    <tr>
      <td className={styles.cell}>
        <Said>{row.label}</Said>
        <div className={styles.name}>
          <Said>{row.name}</Said>
        </div>
      </td>
      <td className={styles.cell}>
        {row.cell}
        <div>
          <Said>{row.written === '' ? words.blank : row.written}</Said>
        </div>
      </td>
      <td className={styles.cell}>{words.readAs[row.readAs]}</td>
    </tr>
  );
};
