import { CounterBadge, Tab, TabList } from '@fluentui/react-components';
import { usePane } from '../hooks';
import { openProblems, type Screen } from '../state';

const steps: readonly Exclude<Screen, 'welcome'>[] = ['layout', 'problems', 'preview', 'result'];

/** Ids that tie a tab and the panel it opens. */
export const tabId = (screen: Screen): string => `tab-${screen}`;

/** The steps of scoring; the number beside 確認 is what a person has to look at. */
export const StepTabs = () => {
  const { state, actions, texts } = usePane();
  const open = openProblems(state);
  return (
    <TabList
      size="small"
      aria-label={texts.tabList}
      selectedValue={state.screen}
      onTabSelect={(_, { value }) => {
        const screen = steps.find((step) => step === value);
        if (screen !== undefined) actions.show(screen);
      }}
    >
      {steps.map((step) => (
        <Tab key={step} id={tabId(step)} value={step}>
          {texts.tabs[step]}{' '}
          {step === 'problems' && open > 0 && <CounterBadge size="small" color="danger" count={open} />}
        </Tab>
      ))}
    </TabList>
  );
};
