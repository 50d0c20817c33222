import { Button, Field, makeStyles, Select, tokens } from '@fluentui/react-components';
import { lazy, Suspense, useState } from 'react';
import type { Results } from '../../evaluation';
import { useArrival, usePane } from '../hooks';
import { goalBars } from '../charts';
import { rateText, scoreSheetName } from '../state';
import { FigureSource } from './FigureSource';
import { GoalBarRow } from './GoalBarRow';
import { icons } from './icons';
import { ScoreCard } from './ScoreCard';
import { useCommonStyles } from './useCommonStyles';

const useStyles = makeStyles({
  code: {
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase400,
    fontWeight: tokens.fontWeightSemibold,
    letterSpacing: '0.08em',
  },
});

/** Pictures come after the figures; nobody waits for them. */
const Charts = lazy(() => import('./Charts').then((loaded) => ({ default: loaded.Charts })));

/** The score, its range, the rank and what it rests on, the goals against the national mean, the check code. */
export const ResultScreen = ({ results }: { readonly results: Results }) => {
  const { state, actions, texts } = usePane();
  const { result: words } = texts;
  const common = useCommonStyles();
  const styles = useStyles();
  const heading = useArrival();
  const [chosen, choose] = useState(0);
  if (results.subject === 'facts') return null;
  const municipality = results.municipalities[chosen] ?? results.municipalities[0];
  if (municipality === undefined) return null;
  const busy = state.busy !== undefined;
  const { goals, grants } = goalBars(results, municipality);
  const first = scoreSheetName(state);
  return (
    <div className={common.screen}>
      <h2 className={common.heading} ref={heading} tabIndex={-1}>
        {words.heading}
      </h2>
      {results.municipalities.length > 1 && (
        <Field label={words.municipality}>
          <Select
            value={String(chosen)}
            onChange={(_, { value }) => {
              choose(Number(value));
            }}
          >
            {results.municipalities.map(({ identity }, place) => (
              <option key={`${identity.code ?? ''}${identity.name}`} value={String(place)}>
                {identity.name}
              </option>
            ))}
          </Select>
        </Field>
      )}
      <ScoreCard municipality={municipality} max={results.scheme.maxPoints} rate={rateText(municipality, results)} />
      <section className={common.screen} aria-label={words.goals}>
        <h3 className={common.subheading}>{words.goals}</h3>
        <p className={common.quiet}>{words.legend}</p>
        <ul className={common.list}>
          {goals.map((bar) => (
            <GoalBarRow key={bar.key} bar={bar} label={`${words.grants[bar.grant]} ${bar.numeral ?? ''}`} />
          ))}
          {grants.map((bar) => (
            <GoalBarRow key={bar.key} bar={bar} label={words.grantTotals[bar.grant]} />
          ))}
        </ul>
      </section>
      <Suspense>
        <Charts results={results} />
      </Suspense>
      <p className={common.text}>
        {words.checkCode} <span className={styles.code}>{results.checkCode}</span>
      </p>
      <p className={common.quiet}>{words.checkCodeHint}</p>
      {state.report === undefined ? (
        <p className={common.text}>{words.notWritten}</p>
      ) : (
        <p className={common.text}>{words.sheetsWritten(state.report.sheets.map(({ name }) => name).join('・'))}</p>
      )}
      <div className={common.actions}>
        {first === undefined ? (
          <Button appearance="primary" disabled={busy} onClick={() => void actions.preview()}>
            {texts.preview.make}
          </Button>
        ) : (
          <Button
            appearance="primary"
            icon={icons.sheet}
            disabled={busy}
            onClick={() => void actions.jumpTo({ sheet: first })}
          >
            {words.openSheet}
          </Button>
        )}
        <Button icon={icons.again} disabled={busy} onClick={() => void actions.refresh()}>
          {words.refresh}
        </Button>
        {state.canRestore && (
          <Button icon={icons.undo} disabled={busy} onClick={() => void actions.restore()}>
            {words.restore}
          </Button>
        )}
      </div>
      <h3 className={common.subheading}>{texts.source.heading}</h3>
      <FigureSource />
      <p className={common.quiet}>{words.noOutcome}</p>
    </div>
  );
};
