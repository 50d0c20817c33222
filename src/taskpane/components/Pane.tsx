import { makeStyles, tokens } from '@fluentui/react-components';
import { lazy, Suspense } from 'react';
import { usePane } from '../hooks';
import { Footer } from './Footer';
import { MessageBar } from './MessageBar';
import { OpeningScreen } from './OpeningScreen';
import { PaneHeader } from './PaneHeader';
import { PaneTabs } from './PaneTabs';
import { useCommonStyles } from './style';

/** Tells screen readers what is going on without taking the focus. */
const Announcer = () => {
  const { state, texts } = usePane();
  const common = useCommonStyles();
  const { busy } = state;
  return (
    <div role="status" aria-live="polite" className={common.spoken}>
      {busy === undefined
        ? ''
        : busy.waiting
          ? texts.busy.waiting
          : `${texts.busy.tasks[busy.task]}：${texts.busy.stages[busy.stage]}`}
    </div>
  );
};

const useStyles = makeStyles({
  pane: {
    position: 'relative',
    display: 'flex',
    flexDirection: 'column',
    // Of the window in Excel; a page that has more beside the pane says how high it is.
    height: 'var(--pane-height, 100vh)',
    overflow: 'hidden',
    backgroundColor: tokens.colorNeutralBackground2,
    // Enlarged to 200 % there is no room to hold header and tabs in sight.
    '@media (max-height: 240px)': { height: 'auto', minHeight: '100vh', overflow: 'visible' },
  },
  main: {
    flexGrow: 1,
    minHeight: 0,
    minWidth: 0,
    overflowY: 'auto',
    padding: `6px ${tokens.spacingHorizontalM}`,
    '@media (max-height: 240px)': { overflowY: 'visible' },
  },
});

/** Loaded after the first screen; main.tsx asks for it early, so that nobody waits. */
const ChosenScreen = lazy(() => import('./ChosenScreen').then((loaded) => ({ default: loaded.ChosenScreen })));

/** The whole pane: header, tabs, one screen that scrolls, and a foot with messages and actions that never does. */
export const Pane = () => {
  const { state } = usePane();
  const styles = useStyles();
  const { screen } = state;
  return (
    <div className={styles.pane}>
      <PaneHeader />
      {screen !== 'opening' && <PaneTabs />}
      <main className={styles.main} aria-busy={state.busy !== undefined}>
        {screen === 'opening' ? (
          <OpeningScreen />
        ) : (
          <Suspense>
            <ChosenScreen />
          </Suspense>
        )}
      </main>
      <MessageBar />
      <Footer />
      <Announcer />
    </div>
  );
};
