import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { lazy, Suspense, useEffect, useState } from 'react';
import { a1, type WorkbookContent } from '../../workbook';
import type { OpenFile } from '../../workbook/file';
import { useWorkbench } from '../hooks';
import type { Book } from '../state/workbenchState';
import { CellLine } from './CellLine';
import { useGridTheme } from './gridTheme';

const useStyles = makeStyles({
  area: { display: 'flex', flexDirection: 'column', minWidth: 0, minHeight: 0, flexGrow: 1 },
  grid: { flexGrow: 1, minHeight: 0, position: 'relative', backgroundColor: tokens.colorNeutralBackground1 },
  tabs: {
    display: 'flex',
    flexShrink: 0,
    overflowX: 'auto',
    margin: 0,
    padding: '2px 4px',
    gap: '2px',
    listStyleType: 'none',
    borderTop: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  tab: {
    padding: '3px 10px',
    border: '1px solid transparent',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground2,
    font: 'inherit',
    fontSize: tokens.fontSizeBase200,
    whiteSpace: 'nowrap',
    cursor: 'pointer',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  chosen: {
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    borderTopColor: tokens.colorNeutralStroke1,
    borderRightColor: tokens.colorNeutralStroke1,
    borderBottomColor: tokens.colorNeutralStroke1,
    borderLeftColor: tokens.colorNeutralStroke1,
    '@media (forced-colors: active)': { outline: '2px solid Highlight' },
  },
  hidden: { fontStyle: 'italic' },
  waiting: { margin: 0, padding: tokens.spacingHorizontalL },
});

/** Loaded after the pane: the grid is what takes longest to come. */
const SheetGrid = lazy(() => import('./SheetGrid'));

/** The sheets of a book, one of them in the grid. */
export const SheetArea = ({ book }: { readonly book: Book }) => {
  const { bench, state, texts } = useWorkbench();
  const styles = useStyles();
  const theme = useGridTheme();
  const { content, looks } = useContent(book, state.edition);
  const place = state.places.get(book.id);
  const sheets = content?.sheets ?? [];
  const sheet =
    sheets.find(({ name }) => name === place?.sheet) ?? sheets.find(({ visibility }) => visibility === 'visible');
  return (
    <section className={styles.area} aria-label={texts.grid}>
      {sheet !== undefined && <CellLine sheet={sheet} place={place} />}
      <div className={styles.grid}>
        <Suspense fallback={<p className={styles.waiting}>{texts.loadingSheet}</p>}>
          {sheet === undefined ? (
            <p className={styles.waiting} role="status">
              {texts.loadingSheet}
            </p>
          ) : (
            <SheetGrid
              key={`${book.id} ${sheet.name}`}
              sheet={sheet}
              look={looks.find((look) => look.sheet === sheet.name)}
              place={place}
              theme={theme}
              label={sheet.name}
              onSelect={(row, column) => {
                bench.select(book, sheet.name, row, column);
              }}
              onTakeBack={() => {
                void bench.takeBack(book);
              }}
              onType={(row, column, value) => {
                void bench.type(book, [{ sheet: sheet.name, cell: a1(row, column), value }]);
              }}
            />
          )}
        </Suspense>
      </div>
      <nav aria-label={texts.sheets}>
        <ul className={styles.tabs}>
          {sheets.map(({ name, visibility }) => (
            <li key={name}>
              <button
                type="button"
                className={mergeClasses(
                  styles.tab,
                  name === sheet?.name && styles.chosen,
                  visibility !== 'visible' && styles.hidden,
                )}
                aria-current={name === sheet?.name ? 'true' : undefined}
                lang="ja"
                onClick={() => {
                  bench.goTo(book, name, 0, 0);
                }}
              >
                {visibility === 'visible' ? name : `${name}（${texts.hidden}）`}
              </button>
            </li>
          ))}
        </ul>
      </nav>
    </section>
  );
};

interface Shown {
  readonly content: WorkbookContent | undefined;
  readonly looks: Awaited<ReturnType<OpenFile['looks']>>;
}

/** All cells of the book as it is now, and their looks once they are known; what was shown before stays until then. */
const useContent = ({ file }: Book, edition: number): Shown => {
  const [shown, setShown] = useState<Shown>({ content: undefined, looks: [] });
  useEffect(() => {
    let isMeant = true;
    const show = (shown: Partial<Shown>): void => {
      if (isMeant) setShown((before) => ({ ...before, ...shown }));
    };
    void file.content().then(async (read) => {
      if (!read.ok) return;
      show({ content: read.value });
      show({ looks: await file.looks() });
    });
    return () => {
      isMeant = false;
    };
  }, [file, edition]);
  return shown;
};
