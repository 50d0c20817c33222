import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { usePane } from '../hooks';
import { openProblems, type Screen } from '../state';

const useStyles = makeStyles({
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
export const StepTabs = () => {
  const { state, actions, texts } = usePane();
  const styles = useStyles();
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
