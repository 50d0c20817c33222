import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { usePane } from '../hooks';
import type { Tab } from '../state/paneState';
import { openProblems } from '../state/selectors';

const useStyles = makeStyles({
  tabs: {
    display: 'flex',
    flexShrink: 0,
    margin: 0,
    padding: `0 ${tokens.spacingHorizontalXS}`,
    listStyleType: 'none',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  item: { minWidth: 0 },
  tab: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXXS,
    height: '32px',
    maxWidth: '100%',
    padding: `0 ${tokens.spacingHorizontalS}`,
    border: 'none',
    borderBottom: '3px solid transparent',
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground2,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase300,
    whiteSpace: 'nowrap',
    cursor: 'pointer',
    '@media (max-width: 260px)': { padding: '0 3px', fontSize: tokens.fontSizeBase200 },
    '@media (forced-colors: active)': { borderBottomColor: 'Canvas' },
    ':hover': { color: tokens.colorNeutralForeground1 },
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

const tabs: readonly Tab[] = ['result', 'check', 'papers', 'plan'];

/** The four questions; the number beside 確認 is what a person has still to decide. */
export const PaneTabs = () => {
  const { state, actions, texts } = usePane();
  const styles = useStyles();
  const open = openProblems(state);
  return (
    <nav aria-label={texts.tabList}>
      <ul className={styles.tabs}>
        {tabs.map((tab) => (
          <li key={tab} className={styles.item}>
            <button
              type="button"
              data-step={tab}
              className={mergeClasses(styles.tab, tab === state.screen && styles.chosen)}
              aria-current={tab === state.screen ? 'page' : undefined}
              onClick={() => {
                actions.show(tab);
              }}
            >
              {texts.tabs[tab]}
              {tab === 'check' && open > 0 && (
                <span className={styles.badge} title={texts.openCount(open)}>
                  {open}
                </span>
              )}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
};
