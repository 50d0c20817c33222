import { usePane } from '../hooks';
import { CheckScreen } from './CheckScreen';
import { FunctionsScreen } from './FunctionsScreen';
import { MoneyScreen } from './MoneyScreen';
import { MoreScreen } from './MoreScreen';
import { OpeningScreen } from './OpeningScreen';
import { PapersScreen } from './PapersScreen';
import { PlanScreen } from './PlanScreen';
import { ReadingScreen } from './ReadingScreen';
import { ResultScreen } from './ResultScreen';
import { SourceScreen } from './SourceScreen';

/** The screen the person is at. Before anything could be scored, every tab says what is missing. */
export const ChosenScreen = () => {
  const { state } = usePane();
  const { screen, reading } = state;
  if (screen === 'more') return <MoreScreen />;
  if (screen === 'reading' && reading !== undefined) return <ReadingScreen reading={reading} />;
  if (reading?.outcome.ok !== true) return <OpeningScreen />;
  const { value: results } = reading.outcome;
  switch (screen) {
    case 'opening':
    case 'reading':
      return <OpeningScreen />;
    case 'result':
      return <ResultScreen results={results} />;
    case 'check':
      return <CheckScreen results={results} content={reading.content} />;
    case 'papers':
      return <PapersScreen results={results} />;
    case 'plan':
      return <PlanScreen results={results} />;
    case 'money':
      return <MoneyScreen results={results} content={reading.content} />;
    case 'functions':
      return <FunctionsScreen results={results} reading={reading} />;
    case 'source':
      return <SourceScreen />;
  }
};
