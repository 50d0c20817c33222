import { makeStyles, tokens } from '@fluentui/react-components';
import { municipalitiesOf, onlyMunicipality } from '../../evaluation';
import { usePane } from '../hooks';
import { isProvisional, standingOf } from '../state/clocks';
import type { PaneState } from '../state/paneState';
import type { PaneTexts } from '../texts';
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
  const who = whoOf(state, texts);
  const standing = standingOf(state);
  return (
    <header className={styles.header}>
      <h1 className={styles.title}>
        {who !== undefined ? (
          <button
            type="button"
            className={styles.who}
            // A long name of a sheet is cut in the line.
            title={`${who.name}　${who.year}\n${texts.headerHint}`}
            onClick={() => {
              actions.show('reading');
            }}
          >
            <span className={styles.name}>
              <Said>{who.name}</Said>
            </span>
            <span className={styles.year}>
              <Said>{who.year}</Said>
            </span>
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

/** Name, and year with the place of the answers; undefined for a workbook that is refused. */
const whoOf = ({ reading, municipality }: PaneState, texts: PaneTexts): Who | undefined => {
  if (reading?.outcome.ok !== true) return undefined;
  const results = reading.outcome.value;
  const all = municipalitiesOf(results);
  const one = municipality === undefined ? onlyMunicipality(results) : all[municipality];
  return {
    name: one?.identity.name ?? (all.length === 0 ? texts.title : texts.several(all.length)),
    year: texts.header(texts.year(results.scheme.fiscalYear), placeOf(one?.cellOf(0))),
  };
};

interface Who {
  readonly name: string;
  readonly year: string;
}

/** 回答!H */
const placeOf = (cell: { readonly sheet: string; readonly cell: string } | undefined): string =>
  cell === undefined ? '' : `${cell.sheet}!${cell.cell.replace(/\d+$/, '')}`;
