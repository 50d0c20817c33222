import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { lazy, Suspense, useMemo, useState } from 'react';
import type { MunicipalityResult, Results, ScoredResults } from '../../evaluation';
import { useArrival, usePane } from '../hooks';
import { townView } from '../result/townView';
import { chosenTown } from '../state/scored';
import { CriteriaMap } from './CriteriaMap';
import { GoalRows } from './GoalRows';
import { MoneyPart } from './MoneyPart';
import { NationPicture } from './NationPicture';
import { FourCells, ScoreLine } from './ScoreHead';
import { TownTable } from './TownTable';
import { useCommonStyles } from './style';

/** The charts of the sheet グラフ; nobody waits for them. */
const Charts = lazy(() => import('./Charts').then((loaded) => ({ default: loaded.Charts })));

/** One municipality with all that is asked first, or the table of several. */
export const ResultScreen = ({ results }: { readonly results: Results }) => {
  const { state } = usePane();
  if (results.subject === 'facts') return <FactsOnly />;
  const town = chosenTown(state, results);
  return town === undefined ? <TownTable results={results} /> : <TownResult results={results} town={town} />;
};

/** Only 設定 was filled in: papers can be made of it, points are not there. */
const FactsOnly = () => {
  const { actions, texts } = usePane();
  const { result: words } = texts;
  const common = useCommonStyles();
  const heading = useArrival();
  return (
    <div className={common.screen}>
      <h2 className={common.heading} ref={heading} tabIndex={-1}>
        {words.factsOnly}
      </h2>
      <p className={common.text}>{words.factsHint}</p>
      <div className={common.actions}>
        <Button
          onClick={() => {
            actions.show('papers');
          }}
        >
          {texts.tabs.papers}
        </Button>
        <Button
          onClick={() => {
            actions.show('money');
          }}
        >
          {texts.more.money}
        </Button>
      </div>
    </div>
  );
};

const useStyles = makeStyles({
  code: { fontFamily: tokens.fontFamilyMonospace, fontWeight: tokens.fontWeightSemibold, letterSpacing: '0.08em' },
  button: { alignSelf: 'flex-start' },
});

const TownResult = ({ results, town }: { readonly results: ScoredResults; readonly town: MunicipalityResult }) => {
  const { state, actions, texts } = usePane();
  const { result: words } = texts;
  const common = useCommonStyles();
  const styles = useStyles();
  const heading = useArrival();
  const [withCharts, showCharts] = useState(false);
  const view = useMemo(() => townView(results, town), [results, town]);
  const { rank, money } = view;
  return (
    <div className={common.screen}>
      <h2 className={common.spoken} ref={heading} tabIndex={-1}>
        {words.heading} <span lang="ja">{town.identity.name}</span>
      </h2>
      {state.municipality !== undefined && (
        <Button
          className={styles.button}
          size="small"
          onClick={() => {
            actions.chooseMunicipality(undefined);
          }}
        >
          {words.table.back}
        </Button>
      )}
      <div className={common.section}>
        <ScoreLine view={view} />
        <NationPicture results={results} view={view} />
        <FourCells view={view} />
      </div>
      <p className={common.quiet}>
        {rank.national !== null
          ? words.basis[rank.national.basis]
          : view.outside === undefined
            ? words.noRank
            : words.outside[view.outside]}
      </p>
      {rank.promotion !== null && rank.support !== null && (
        <p className={common.text}>{words.ranksEach(words.place(rank.promotion), words.place(rank.support))}</p>
      )}
      <GoalRows results={results} town={town} />
      {results.subject !== 'nation' && <CriteriaMap town={town} />}
      {money !== undefined && <MoneyPart money={money} />}
      {withCharts ? (
        <Suspense>
          <Charts results={results} />
        </Suspense>
      ) : (
        <Button
          className={styles.button}
          size="small"
          onClick={() => {
            showCharts(true);
          }}
        >
          {words.showCharts}
        </Button>
      )}
      <p className={common.text}>
        {words.checkCode} <span className={styles.code}>{results.checkCode}</span>
      </p>
      <p className={common.quiet}>{words.checkCodeHint}</p>
      <p className={common.quiet}>{words.noOutcome}</p>
    </div>
  );
};
