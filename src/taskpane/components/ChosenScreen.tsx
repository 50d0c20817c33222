import { usePane } from '../hooks';
import { LayoutScreen } from './LayoutScreen';
import { NothingRead } from './NothingRead';
import { PreviewScreen } from './PreviewScreen';
import { ProblemsScreen } from './ProblemsScreen';
import { ResultScreen } from './ResultScreen';
import { SourceScreen } from './SourceScreen';
import { Welcome } from './Welcome';

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
