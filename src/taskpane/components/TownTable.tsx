import { Input, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { ScoredResults } from '../../evaluation';
import { useArrival, usePane } from '../hooks';
import { sortedTowns, townRows, type TownRow } from '../result/townRows';
import type { TownColumn } from '../state/paneState';
import { useCommonStyles } from './style';

/** Height of a row; the list draws only the rows in sight. */
const rowHeight = 34;
/** Rows drawn beyond the sight, so that a quick scroll shows no gap. */
const beyond = 8;
const listHeight = 204;
/** Milliseconds. */
const restsAfter = 150;

const useStyles = makeStyles({
  find: { width: '100%', minWidth: 0 },
  list: {
    height: `${String(listHeight)}px`,
    overflowY: 'auto',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  line: {
    display: 'grid',
    // 1,550～1,576位 is the widest rank.
    gridTemplateColumns: '92px minmax(60px, 1fr) auto',
    '@media (max-width: 260px)': { gridTemplateColumns: '40px minmax(0, 1fr) 62px' },
    alignItems: 'center',
    columnGap: '4px',
    boxSizing: 'border-box',
    padding: '0 4px',
    width: '100%',
  },
  head: {
    border: 'none',
    padding: 0,
    backgroundColor: 'transparent',
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    textAlign: 'left',
    cursor: 'pointer',
    minHeight: '24px',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  chosen: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground1 },
  row: {
    height: `${String(rowHeight)}px`,
    border: 'none',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: 'transparent',
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase200,
    lineHeight: '15px',
    color: tokens.colorNeutralForeground1,
    textAlign: 'left',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  heads: { display: 'flex', flexWrap: 'wrap', columnGap: '10px', padding: '0 4px' },
  figures: { minWidth: 0, overflow: 'hidden', textAlign: 'right' },
  number: { fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
  under: { fontWeight: tokens.fontWeightRegular },
  town: { fontWeight: tokens.fontWeightSemibold, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
});

const columns: readonly TownColumn[] = ['rank', 'prefecture', 'name', 'checks', 'points', 'yen'];

/** Several municipalities: a table that sorts and finds; a press opens one of them. 1,741 rows cost no more than those in sight. */
export const TownTable = ({ results }: { readonly results: ScoredResults }) => {
  const { state, actions, texts } = usePane();
  const { table: words } = texts.result;
  const common = useCommonStyles();
  const styles = useStyles();
  const heading = useArrival();
  const { sought, column } = state.towns;
  const [scrolled, scroll] = useState(state.towns.scrolled);
  const rows = useMemo(() => townRows(results), [results]);
  const shown = useMemo(() => sortedTowns(rows, column, sought), [rows, column, sought]);
  const list = useRef<HTMLDivElement>(null);
  const isAtPlace = useRef(false);
  useEffect(() => {
    if (list.current !== null && !isAtPlace.current) list.current.scrollTop = scrolled;
    isAtPlace.current = true;
    // Where the list stands is kept once it rests: each event of a scroll would draw the whole pane.
    const resting = setTimeout(() => {
      actions.viewTowns({ scrolled });
    }, restsAfter);
    return () => {
      clearTimeout(resting);
    };
  }, [scrolled, actions]);
  const visible = Math.ceil(listHeight / rowHeight);
  const first = Math.max(0, Math.min(Math.floor(scrolled / rowHeight), shown.length - visible) - beyond);
  /** Another order, or other rows, begin at the top. */
  const toTop = (): void => {
    scroll(0);
    if (list.current !== null) list.current.scrollTop = 0;
  };
  const inSight = shown.slice(first, first + visible + 2 * beyond);
  return (
    <div className={common.section}>
      <h2 className={common.heading} ref={heading} tabIndex={-1}>
        {words.heading(rows.length)}
      </h2>
      <Input
        className={styles.find}
        size="small"
        type="search"
        aria-label={words.find}
        placeholder={words.find}
        value={sought}
        onChange={(_, { value }) => {
          actions.viewTowns({ sought: value });
          toTop();
        }}
      />
      <div className={styles.heads}>
        {columns.map((one) => (
          <button
            key={one}
            type="button"
            className={mergeClasses(styles.head, one === column && styles.chosen)}
            aria-pressed={one === column}
            aria-label={words.sorted(words.columns[one])}
            onClick={() => {
              actions.viewTowns({ column: one });
              toTop();
            }}
          >
            {words.columns[one]}
            {one === column ? '▾' : ''}
          </button>
        ))}
      </div>
      <div
        ref={list}
        className={styles.list}
        data-towns={shown.length}
        onScroll={({ currentTarget }) => {
          scroll(currentTarget.scrollTop);
        }}
      >
        <div
          style={{
            height: `${String(shown.length * rowHeight)}px`,
            paddingTop: `${String(first * rowHeight)}px`,
            boxSizing: 'border-box',
          }}
        >
          {inSight.map((row) => (
            <button
              key={row.at}
              type="button"
              className={mergeClasses(styles.line, styles.row)}
              onClick={() => {
                actions.chooseMunicipality(row.at);
              }}
            >
              <TownCells row={row} />
            </button>
          ))}
        </div>
      </div>
      <p className={common.quiet} role="status">
        {shown.length === 0 ? words.none : words.rows(shown.length)}
      </p>
    </div>
  );
};

/** Two lines: rank, municipality, points; and under them rank in the prefecture, prefecture with its doubts, yen. */
const TownCells = ({ row }: { readonly row: TownRow }) => {
  const { texts } = usePane();
  const { table: words, place, points, yenBand } = texts.result;
  const styles = useStyles();
  const yen = row.yen();
  return (
    <>
      <span className={styles.number}>
        {row.national === null ? '－' : place(row.national)}
        <br />
        {words.inPrefecture(row.inPrefecture === null ? '－' : place(row.inPrefecture))}
      </span>
      <span lang="ja" className={styles.town} title={`${row.prefecture}${row.name}`}>
        {row.name}
        <br />
        <span className={styles.under}>
          {row.prefecture}
          {row.checks > 0 && `　${words.checks(row.checks)}`}
        </span>
      </span>
      <span className={mergeClasses(styles.number, styles.figures)}>
        {points(row.least, row.most)}
        <br />
        {yen === null ? words.noYen : yenBand(yen.low, yen.high)}
      </span>
    </>
  );
};
