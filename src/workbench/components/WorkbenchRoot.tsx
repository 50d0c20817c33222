import {
  FluentProvider,
  makeStyles,
  mergeClasses,
  tokens,
  webDarkTheme,
  webLightTheme,
} from '@fluentui/react-components';
import { lazy, Suspense, useEffect, useState, useSyncExternalStore } from 'react';
import { PaneRoot, useDarkTheme, type PaneTexts } from '../../taskpane';
import { WorkbenchContext } from '../hooks';
import type { Workbench } from '../state/workbench';
import { chosenBook, isUnsaved } from '../state/workbenchState';
import type { WorkbenchTexts } from '../texts';
import { BookBar } from './BookBar';
import { Messages } from './Messages';
import { SheetArea } from './SheetArea';
import { Welcome } from './Welcome';
import { droppedFiles } from './chooseFiles';

const useStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    height: '100vh',
    overflow: 'hidden',
    '&[hidden]': { display: 'none' },
  },
  grid: { display: 'flex', flexGrow: 1, minWidth: 0 },
  work: { display: 'flex', flexGrow: 1, minHeight: 0 },
  pane: {
    width: '380px',
    flexShrink: 0,
    borderLeft: `1px solid ${tokens.colorNeutralStroke1}`,
    '--pane-height': '100%',
    // The provider of the pane takes the height on to it.
    '& > .fui-FluentProvider': { height: '100%' },
    '@media (max-width: 760px)': { width: '100%', borderLeftStyle: 'none' },
  },
  views: {
    display: 'none',
    '@media (max-width: 760px)': { display: 'flex', flexShrink: 0, padding: '4px 8px', gap: '8px' },
  },
  away: { '@media (max-width: 760px)': { display: 'none' } },
  view: {
    padding: '2px 14px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    font: 'inherit',
    cursor: 'pointer',
    '&[aria-pressed=true]': {
      borderTopColor: tokens.colorCompoundBrandStroke,
      fontWeight: tokens.fontWeightSemibold,
      outline: `1px solid ${tokens.colorCompoundBrandStroke}`,
    },
  },
  dropping: { outline: `3px dashed ${tokens.colorCompoundBrandStroke}`, outlineOffset: '-6px' },
});

/** Loaded when somebody wants to print. */
const PrintView = lazy(() => import('./PrintView'));

interface WorkbenchRootProps {
  readonly bench: Workbench;
  readonly texts: WorkbenchTexts;
  readonly paneTexts: PaneTexts;
}

/** The whole page: the books, the sheets of one of them, and its pane. */
export const WorkbenchRoot = ({ bench, texts, paneTexts }: WorkbenchRootProps) => {
  const state = useSyncExternalStore(bench.subscribe, bench.state);
  const isDark = useDarkTheme(undefined);
  const styles = useStyles();
  const [view, show] = useState<'grid' | 'pane'>('pane');
  const dropping = useDrop(bench);
  const book = chosenBook(state);
  const jumps = book && state.places.get(book.id)?.jumps;
  // Where only one of the two is in sight, a jump leads to the grid.
  useEffect(() => {
    if (jumps !== undefined) show('grid');
  }, [jumps]);
  useAsksBeforeLeaving(bench);
  return (
    <FluentProvider theme={isDark ? webDarkTheme : webLightTheme}>
      <WorkbenchContext.Provider value={{ bench, state, texts, paneTexts }}>
        {book !== undefined && state.showsPapers && (
          <Suspense fallback={<p role="status">{texts.loadingSheet}</p>}>
            <PrintView key={book.id} book={book} />
          </Suspense>
        )}
        <div
          className={mergeClasses(styles.page, dropping && styles.dropping)}
          hidden={book !== undefined && state.showsPapers}
        >
          <BookBar />
          <Messages />
          {book === undefined ? (
            <Welcome />
          ) : (
            <>
              <nav className={styles.views} aria-label={`${texts.pane}・${texts.grid}`}>
                {(['pane', 'grid'] as const).map((one) => (
                  <button
                    key={one}
                    type="button"
                    className={styles.view}
                    aria-pressed={view === one}
                    onClick={() => {
                      show(one);
                    }}
                  >
                    {texts[one]}
                  </button>
                ))}
              </nav>
              <div className={styles.work}>
                <div className={mergeClasses(styles.grid, view !== 'grid' && styles.away)}>
                  <SheetArea book={book} />
                </div>
                <div className={mergeClasses(styles.pane, view !== 'pane' && styles.away)}>
                  <PaneRoot key={book.id} store={book.store} actions={book.actions} texts={paneTexts} />
                </div>
              </div>
            </>
          )}
        </div>
      </WorkbenchContext.Provider>
    </FluentProvider>
  );
};

/** The browser asks in its own words before a page is left that holds something unsaved. */
const useAsksBeforeLeaving = (bench: Workbench): void => {
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent): void => {
      const state = bench.state();
      if (state.books.some((book) => isUnsaved(state, book))) event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => {
      window.removeEventListener('beforeunload', ask);
    };
  }, [bench]);
};

/** Files may be dropped anywhere on the page; true while some are held over it. */
const useDrop = (bench: Workbench): boolean => {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const over = (event: DragEvent): void => {
      event.preventDefault();
      setOver(true);
    };
    const away = (): void => {
      setOver(false);
    };
    const drop = (event: DragEvent): void => {
      event.preventDefault();
      setOver(false);
      if (event.dataTransfer !== null) void droppedFiles(event.dataTransfer).then(bench.open);
    };
    window.addEventListener('dragover', over);
    window.addEventListener('dragleave', away);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('dragleave', away);
      window.removeEventListener('drop', drop);
    };
  }, [bench]);
  return isOver;
};
