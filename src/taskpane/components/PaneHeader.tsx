import { makeStyles, tokens } from '@fluentui/react-components';
import { municipalitiesOf, onlyMunicipality } from '../../evaluation';
import { usePane } from '../hooks';
import { isProvisional, standingOf } from '../state/clocks';
import type { Reading } from '../state/paneState';
import { Pill } from './Pill';
import { Said } from './Said';

const useStyles = makeStyles({
  // The corner right above belongs to Office's own menu: 34 × 32 px (rules/excel.md#pane).
  header: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    flexWrap: 'nowrap',
    minHeight: '32px',
    '@media (max-width: 260px)': { flexWrap: 'wrap' },
    paddingLeft: tokens.spacingHorizontalM,
    paddingRight: '38px',
    flexShrink: 0,
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: '20px',
    fontWeight: tokens.fontWeightSemibold,
    minWidth: 0,
  },
  who: {
    display: 'flex',
    alignItems: 'baseline',
    // Where a line has no room for both, the year goes under the name: nothing is cut that a person looks for.
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalXS,
    textAlign: 'left',
    maxWidth: '100%',
    minHeight: '24px',
    padding: 0,
    border: 'none',
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    font: 'inherit',
    cursor: 'pointer',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  name: {
    lineHeight: '16px',
    whiteSpace: 'nowrap',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    flexShrink: 0,
    maxWidth: '100%',
  },
  year: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: '15px',
    fontWeight: tokens.fontWeightRegular,
    whiteSpace: 'nowrap',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    minWidth: 0,
    '@media (max-width: 260px)': { display: 'none' },
  },
});

const kinds = { fresh: 'good', changed: 'check', unwritten: 'plain' } as const;

/** Whose answers, which year, where they stand, and how the three clocks stand; a press opens the reading. */
export const PaneHeader = () => {
  const { state, actions, texts } = usePane();
  const styles = useStyles();
  const { reading } = state;
  const standing = standingOf(state);
  return (
    <header className={styles.header}>
      <h1 className={styles.title}>
        {reading?.outcome.ok === true ? (
          <button
            type="button"
            className={styles.who}
            title={texts.headerHint}
            onClick={() => {
              actions.show('reading');
            }}
          >
            <Who reading={reading} municipality={state.municipality} />
          </button>
        ) : (
          texts.title
        )}
      </h1>
      {isProvisional(state) && <Pill kind="check">{texts.provisional}</Pill>}
      {standing !== 'none' && <Pill kind={kinds[standing]}>{texts.standing[standing]}</Pill>}
    </header>
  );
};

const Who = ({
  reading: { outcome },
  municipality,
}: {
  readonly reading: Reading;
  readonly municipality: number | undefined;
}) => {
  const { texts } = usePane();
  const styles = useStyles();
  if (!outcome.ok) return null;
  const { value: results } = outcome;
  const all = municipalitiesOf(results);
  const one = municipality === undefined ? onlyMunicipality(results) : all[municipality];
  return (
    <>
      <span className={styles.name}>
        <Said>{one?.identity.name ?? (all.length === 0 ? texts.title : texts.several(all.length))}</Said>
      </span>
      <span className={styles.year}>
        <Said>{texts.header(texts.year(results.scheme.fiscalYear), placeOf(one?.cellOf(0)))}</Said>
      </span>
    </>
  );
};

/** 回答!H */
const placeOf = (cell: { readonly sheet: string; readonly cell: string } | undefined): string =>
  cell === undefined ? '' : `${cell.sheet}!${cell.cell.replace(/\d+$/, '')}`;
