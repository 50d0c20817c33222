import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { usePane } from '../hooks';
import { Announcer } from './Announcer';
import { BusyStrip } from './BusyStrip';
import { Faults } from './Faults';
import { icons } from './icons';
import { LayoutScreen } from './LayoutScreen';
import { Notices } from './Notices';
import { PreviewScreen } from './PreviewScreen';
import { NothingRead } from './NothingRead';
import { ProblemsScreen } from './ProblemsScreen';
import { ResultScreen } from './ResultScreen';
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
  // The corner right above belongs to Office's own menu: 34 × 32 px (ux-reliability §2.2).
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
          {screen === 'welcome' ? <Welcome /> : <ChosenScreen />}
        </div>
      </main>
      <BusyStrip />
      <Announcer />
    </div>
  );
};

const ChosenScreen = () => {
  const { state, texts } = usePane();
  const { screen, reading } = state;
  if (reading === undefined) return <NothingRead />;
  switch (screen) {
    case 'welcome':
      return <Welcome />;
    case 'layout':
      return <LayoutScreen reading={reading} />;
    case 'problems':
      return <ProblemsScreen />;
    case 'preview':
      return <PreviewScreen />;
    case 'result':
      return reading.outcome.ok ? <ResultScreen results={reading.outcome.value} /> : <p>{texts.layout.refused}</p>;
  }
};
