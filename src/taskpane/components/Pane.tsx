import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { lazy, Suspense } from 'react';
import { usePane } from '../hooks';
import type { Screen } from '../state/paneState';
import { openProblems } from '../state/selectors';
import { BusyStrip, Faults, Notices } from './Messages';
import { Welcome } from './Welcome';
import { icons, useCommonStyles } from './style';

const useAnnouncerStyles = makeStyles({
  // Read out, not seen; a size of zero would silence some screen readers.
  spoken: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
});

/** Tells screen readers what is going on without taking the focus. */
const Announcer = () => {
  const { state, texts } = usePane();
  const styles = useAnnouncerStyles();
  const { busy } = state;
  return (
    <div role="status" aria-live="polite" className={styles.spoken}>
      {busy === undefined
        ? ''
        : busy.waiting
          ? texts.busy.waiting
          : `${texts.busy.tasks[busy.task]}：${texts.busy.stages[busy.stage]}`}
    </div>
  );
};

const useTabStyles = makeStyles({
  steps: {
    display: 'flex',
    margin: 0,
    padding: `0 ${tokens.spacingHorizontalXS}`,
    listStyleType: 'none',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  step: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXXS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`,
    border: 'none',
    borderBottom: '3px solid transparent',
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground2,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase300,
    whiteSpace: 'nowrap',
    cursor: 'pointer',
    '@media (forced-colors: active)': { borderBottomColor: 'Canvas' },
    ':hover': { color: tokens.colorNeutralForeground1, borderBottomColor: tokens.colorNeutralStroke1 },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  chosen: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    borderBottomColor: tokens.colorCompoundBrandStroke,
    '@media (forced-colors: active)': { borderBottomColor: 'Highlight' },
  },
  badge: {
    minWidth: '18px',
    boxSizing: 'border-box',
    padding: '0 5px',
    borderRadius: tokens.borderRadiusCircular,
    fontSize: tokens.fontSizeBase200,
    lineHeight: '18px',
    textAlign: 'center',
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForegroundOnBrand,
    backgroundColor: tokens.colorStatusDangerBackground3,
    '@media (forced-colors: active)': { outline: '1px solid CanvasText' },
  },
});

const steps: readonly Exclude<Screen, 'welcome'>[] = ['layout', 'problems', 'preview', 'result', 'source'];

/** The steps of scoring; the number beside 確認 is what a person has to look at. */
const StepTabs = () => {
  const { state, actions, texts } = usePane();
  const styles = useTabStyles();
  const open = openProblems(state);
  return (
    <nav aria-label={texts.tabList}>
      <ol className={styles.steps}>
        {steps.map((step) => (
          <li key={step}>
            <button
              type="button"
              data-step={step}
              className={mergeClasses(styles.step, step === state.screen && styles.chosen)}
              aria-current={step === state.screen ? 'step' : undefined}
              onClick={() => {
                actions.show(step);
              }}
            >
              {texts.tabs[step]}
              {step === 'problems' && open > 0 && (
                <span className={styles.badge} title={texts.preview.open(open)}>
                  {open}
                </span>
              )}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
};

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
