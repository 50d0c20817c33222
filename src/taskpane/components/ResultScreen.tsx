import { Button, Field, makeStyles, Select, tokens } from '@fluentui/react-components';
import { lazy, Suspense, useState } from 'react';
import type { MunicipalityResult, Results } from '../../evaluation';
import { barGeometry, goalBars, type GoalBar } from '../charts/bars';
import { useArrival, usePane } from '../hooks';
import { rateText, scoreSheetName } from '../state/scored';
import { WhereFrom } from './SourceScreen';
import { icons, useCommonStyles } from './style';

const useBarStyles = makeStyles({
  label: { fontWeight: tokens.fontWeightSemibold },
  points: { whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums', fontSize: tokens.fontSizeBase200 },
  bar: { display: 'block', width: '100%', height: '16px' },
  track: {
    fill: tokens.colorNeutralBackground5,
    '@media (forced-colors: active)': { fill: 'Canvas', stroke: 'CanvasText' },
  },
  most: {
    fill: 'none',
    stroke: tokens.colorBrandStroke1,
    strokeWidth: '1px',
    strokeDasharray: '2 1',
    '@media (forced-colors: active)': { stroke: 'CanvasText' },
  },
  filled: { fill: tokens.colorBrandBackground, '@media (forced-colors: active)': { fill: 'Highlight' } },
  mean: {
    stroke: tokens.colorNeutralForeground1,
    strokeWidth: '2px',
    '@media (forced-colors: active)': { stroke: 'CanvasText' },
  },
});

/** One goal: its points as a bar, what open answers could add as a dashed frame, the national mean as a stroke. */
const GoalBarRow = ({ bar, label }: { readonly bar: GoalBar; readonly label: string }) => {
  const { texts } = usePane();
  const common = useCommonStyles();
  const styles = useBarStyles();
  const { width, height, points, most, mean } = barGeometry(bar);
  return (
    <li>
      <div className={common.spread}>
        <span className={styles.label}>{label}</span>
        <span className={styles.points}>{texts.result.bar(bar.points, bar.max, bar.mean)}</span>
      </div>
      {bar.name !== '' && <p className={common.quiet}>{bar.name}</p>}
      <svg
        className={styles.bar}
        viewBox={`0 0 ${String(width)} ${String(height)}`}
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        <rect
          className={styles.track}
          x="0"
          y="3"
          width={width}
          height={height - 6}
          vectorEffect="non-scaling-stroke"
        />
        <rect className={styles.filled} x="0" y="3" width={points} height={height - 6} />
        {most > points && (
          <rect
            className={styles.most}
            x={points}
            y="3.5"
            width={most - points}
            height={height - 7}
            vectorEffect="non-scaling-stroke"
          />
        )}
        {mean !== undefined && (
          <line className={styles.mean} x1={mean} x2={mean} y1="0" y2={height} vectorEffect="non-scaling-stroke" />
        )}
      </svg>
    </li>
  );
};

const useCardStyles = makeStyles({
  who: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  points: {
    margin: 0,
    fontSize: tokens.fontSizeHero700,
    lineHeight: tokens.lineHeightHero700,
    fontWeight: tokens.fontWeightSemibold,
  },
  rank: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
});

/** Total, rate, provisional range, and the rank with what it rests on. */
const ScoreCard = ({
  municipality,
  max,
  rate,
}: {
  readonly municipality: MunicipalityResult;
  readonly max: number;
  readonly rate: string;
}) => {
  const { texts } = usePane();
  const { result: words } = texts;
  const common = useCommonStyles();
  const styles = useCardStyles();
  const { identity, provisional, range, total, rank } = municipality;
  return (
    <section className={common.card} aria-label={words.heading}>
      <p className={styles.who}>
        {identity.prefecture ?? ''}
        {identity.name}
      </p>
      <p className={styles.points}>{words.points(total, max)}</p>
      <p className={common.quiet}>{words.rate(rate)}</p>
      {provisional && (
        <div className={common.iconLine}>
          {icons.check}
          <p className={common.text}>{words.provisional(range.least, range.most)}</p>
        </div>
      )}
      <div>
        <p className={styles.rank}>
          {words.rankLabel} {rank.national === null ? '－' : words.rank(rank.national)}
        </p>
        <p className={common.quiet}>{rank.national === null ? words.noRank : words.basis[rank.national.basis]}</p>
      </div>
    </section>
  );
};

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
      {state.lastWrite === undefined ? (
        <p className={common.text}>{words.notWritten}</p>
      ) : (
        <p className={common.text}>{words.sheetsWritten(state.lastWrite.sheets.map(({ name }) => name).join('・'))}</p>
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
      <WhereFrom />
      <p className={common.quiet}>{words.noOutcome}</p>
    </div>
  );
};
