import { Button } from '@fluentui/react-components';
import { useArrival, usePane } from '../hooks';
import { LayoutScreen } from './LayoutScreen';
import { PreviewScreen } from './PreviewScreen';
import { ProblemsScreen } from './ProblemsScreen';
import { ResultScreen } from './ResultScreen';
import { SourceScreen } from './SourceScreen';
import { Welcome } from './Welcome';
import { icons, useCommonStyles } from './style';

/** The screen of the step the person is at. */
export const ChosenScreen = () => {
  const { state, texts } = usePane();
  const { screen, reading } = state;
  if (screen === 'source') return <SourceScreen />;
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

/** A step that has nothing to show before the workbook was read. */
const NothingRead = () => {
  const { state, actions, texts } = usePane();
  const common = useCommonStyles();
  const heading = useArrival();
  return (
    <div className={common.screen}>
      <h2 className={common.heading} ref={heading} tabIndex={-1}>
        {texts.welcome.nothingRead}
      </h2>
      <p className={common.text}>{texts.welcome.nothingReadHint}</p>
      <div className={common.actions}>
        <Button
          appearance="primary"
          icon={icons.table}
          disabled={state.busy !== undefined}
          onClick={() => void actions.score()}
        >
          {texts.welcome.score}
        </Button>
      </div>
    </div>
  );
};
