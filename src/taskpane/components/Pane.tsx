import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { usePane } from '../hooks';
import { lazy, Suspense } from 'react';
import { Announcer } from './Announcer';
import { BusyStrip } from './BusyStrip';
import { Faults } from './Faults';
import { icons } from './icons';
import { Notices } from './Notices';
import { StepTabs } from './StepTabs';
import { useCommonStyles } from './useCommonStyles';
import { Welcome } from './Welcome';

const useStyles = makeStyles({
  pane: {
    display: 'flex',
    flexDirection: 'column',
    minHeight: '100vh',
    backgroundColor: tokens.colorNeutralBackground2,
  },
  // The corner right above belongs to Office's own menu: 34 × 32 px (rules/excel.md#pane).
  header: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    padding: `${tokens.spacingVerticalS} 38px 0 ${tokens.spacingHorizontalM}`,
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  main: { flexGrow: 1, padding: tokens.spacingHorizontalM, minWidth: 0 },
});

/** Loaded after the first screen; main.tsx asks for it early, so that nobody waits. */
const ChosenScreen = lazy(() => import('./ChosenScreen').then((loaded) => ({ default: loaded.ChosenScreen })));

/** The whole pane: header, steps, one screen, and what is going on. */
export const Pane = () => {
  const { state, actions, texts } = usePane();
  const styles = useStyles();
  const common = useCommonStyles();
  const { screen } = state;
  return (
    <div className={styles.pane}>
      <header className={styles.header}>
        <h1 className={styles.title}>{texts.title}</h1>
        {screen !== 'welcome' && (
          <Button
            appearance="subtle"
            size="small"
            icon={icons.help}
            aria-label={texts.help}
            onClick={() => {
              actions.show('welcome');
            }}
          />
        )}
      </header>
      {screen !== 'welcome' && <StepTabs />}
      <main className={styles.main} aria-busy={state.busy !== undefined}>
        <div className={common.screen}>
          <Faults />
          <Notices />
          {screen === 'welcome' ? (
            <Welcome />
          ) : (
            <Suspense>
              <ChosenScreen />
            </Suspense>
          )}
        </div>
      </main>
      <BusyStrip />
      <Announcer />
    </div>
  );
};
