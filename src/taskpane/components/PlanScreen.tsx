import { Button, Checkbox, Input, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import type { MunicipalityResult, Results, ScoredResults } from '../../evaluation';
import type { Problem } from '../../problems';
import { useArrival, usePane } from '../hooks';
import { paneParts } from '../texts/cures';
import { nextPlaces, planFor, seekPlan, trialDesk, type TrialDesk, type TrialRow } from '../result/trial';
import { chosenTown } from '../state/scored';
import { keptPlan } from '../state/keptPlan';
import { icons, useCommonStyles } from './style';

const useStyles = makeStyles({
  card: {
    position: 'sticky',
    top: '-6px',
    zIndex: 1,
    padding: `6px ${tokens.spacingHorizontalS}`,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorBrandStroke2}`,
    backgroundColor: tokens.colorBrandBackground2,
    // Enlarged to 200 % it would fill the pane and lie on the footer: an item of a flex box has its layer without a position, too.
    '@media (max-height: 240px)': { position: 'static', zIndex: 'auto' },
  },
  figures: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    columnGap: '10px',
    fontWeight: tokens.fontWeightSemibold,
  },
  // Each whole in its line where there is room.
  next: { display: 'flex', flexWrap: 'wrap', columnGap: '16px' },
  row: { borderTop: `1px solid ${tokens.colorNeutralStroke2}`, listStyleType: 'none' },
  gain: { fontWeight: tokens.fontWeightSemibold, whiteSpace: 'nowrap' },
  about: { paddingLeft: '28px' },
  box: { marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})`, minWidth: 0 },
  goal: { display: 'flex', gap: tokens.spacingHorizontalS, flexWrap: 'wrap' },
  // Beside its button as long as the pane is not enlarged.
  input: { flex: '1 1 150px', minWidth: '100px', '& input': { minWidth: 0, width: '100%' } },
});

/** もしも: unmet criteria on trial. Nothing is written; points, ranks and yen move at once. */
export const PlanScreen = ({ results }: { readonly results: Results }) => {
  const { state, texts } = usePane();
  const common = useCommonStyles();
  const heading = useArrival();
  const town = results.subject === 'answers' ? chosenTown(state, results) : undefined;
  return (
    <div className={common.section}>
      <h2 className={common.spoken} ref={heading} tabIndex={-1}>
        {texts.plan.heading}
      </h2>
      {town === undefined || results.subject === 'facts' ? (
        <p className={common.text}>{texts.plan.one}</p>
      ) : (
        <Trial results={results} town={town} />
      )}
    </div>
  );
};

/** Rows drawn at once; the rest comes on request. */
const shownAtOnce = 60;

const Trial = ({ results, town }: { readonly results: ScoredResults; readonly town: MunicipalityResult }) => {
  const { state, texts } = usePane();
  const { plan: words } = texts;
  const common = useCommonStyles();
  const [limit, setLimit] = useState(shownAtOnce);
  const desk = useMemo(() => trialDesk(results, town), [results, town]);
  if (desk.rows.length === 0) return <p className={common.text}>{words.none}</p>;
  return (
    <>
      <Comparison desk={desk} trial={state.trial} />
      <GoalLine desk={desk} />
      <StoredPlans desk={desk} />
      <p className={common.quiet}>{words.list}</p>
      <ul className={common.section} style={{ margin: 0, padding: 0 }}>
        {desk.rows.slice(0, limit).map((row) => (
          <Row key={row.index} row={row} />
        ))}
      </ul>
      {desk.rows.length > limit && (
        <Button
          onClick={() => {
            setLimit(limit + shownAtOnce);
          }}
        >
          {words.more(desk.rows.length - limit)}
        </Button>
      )}
    </>
  );
};

/** 632→648点, 11→4位, ＋286万円, and what the next places would take. */
const Comparison = ({ desk, trial }: { readonly desk: TrialDesk; readonly trial: ReadonlySet<number> }) => {
  const { texts } = usePane();
  const { plan: words, result } = texts;
  const common = useCommonStyles();
  const styles = useStyles();
  const { after, gain } = planFor(desk, trial);
  const { before } = desk;
  const points = result.points(before.points.total.least, before.points.total.most);
  const now = result.points(after.points.total.least, after.points.total.most);
  const [rank, then] = [before.rank.national, after.rank.national];
  const next = nextPlaces(desk, after);
  return (
    <div className={styles.card} role="status">
      <div className={styles.figures}>
        <span>{trial.size === 0 ? points : words.result(points, now)}</span>
        {rank !== null && then !== null && (
          <span>{trial.size === 0 ? result.place(rank) : words.result(result.place(rank), result.place(then))}</span>
        )}
        {gain.yen !== null && trial.size > 0 && <span>{words.gained(gain.yen.low, gain.yen.high)}</span>}
      </div>
      <p className={common.quiet}>{words.chosen(trial.size)}</p>
      {next.length > 0 && (
        <p className={mergeClasses(common.quiet, styles.next)}>
          {next.map(({ points: more, rank }) => (
            <span key={rank}>{words.next(more, rank)}</span>
          ))}
        </p>
      )}
    </div>
  );
};

const Row = ({ row }: { readonly row: TrialRow }) => {
  const { state, actions, texts } = usePane();
  const { plan: words, language } = texts;
  const common = useCommonStyles();
  const styles = useStyles();
  const { index, name, branch, title, points, share, yen, needs } = row;
  return (
    <li className={styles.row}>
      <div className={common.spread}>
        <Checkbox
          className={mergeClasses(styles.box, common.asked)}
          label={<span lang="ja">{`${name} ${branch}　${title}`}</span>}
          checked={state.trial.has(index)}
          onChange={(_, { checked }) => {
            const trial = new Set(state.trial);
            if (checked === true) for (const one of [...needs, index]) trial.add(one);
            else trial.delete(index);
            actions.tryOut(trial);
          }}
        />
        <span className={styles.gain}>{words.points(points)}</span>
      </div>
      <p className={`${common.quiet} ${styles.about}`} lang={language}>
        {[
          ...(share === null ? [] : [words.share((share * 100).toFixed(1))]),
          ...(yen === null ? [] : [words.yen(yen.low, yen.high)]),
        ].join('・')}
      </p>
    </li>
  );
};

/** 県内3位, 500点 …: the least work that reaches it is put on trial. */
const GoalLine = ({ desk }: { readonly desk: TrialDesk }) => {
  const { state, actions, texts } = usePane();
  const { plan: words, language } = texts;
  const common = useCommonStyles();
  const styles = useStyles();
  const { goal } = state;
  const [said, say] = useState<readonly Problem[]>([]);
  const seek = (): void => {
    const found = seekPlan(desk, goal);
    say(found.problems);
    if (found.criteria !== undefined) actions.tryOut(new Set(found.criteria));
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        seek();
      }}
    >
      <div className={styles.goal}>
        <Input
          className={styles.input}
          size="small"
          aria-label={words.goal}
          placeholder={words.goalHint}
          value={goal}
          onChange={(_, { value }) => {
            actions.typeGoal(value);
          }}
        />
        <Button type="submit" size="small" disabledFocusable={goal.trim() === ''}>
          {words.seek}
        </Button>
      </div>
      <div role="status">
        {said.map((one) => {
          const { what, cure } = paneParts(one, language);
          return (
            <div key={one.code} className={common.iconLine}>
              {icons[one.severity]}
              <p className={common.text}>
                {what}
                {cure === '' ? '' : `。${cure}`}（{one.code}）
              </p>
            </div>
          );
        })}
      </div>
    </form>
  );
};

/** Two plans side by side, and the one that stands on the sheet: what is on trial is remembered as A or B, and taken up again by a press. */
const StoredPlans = ({ desk }: { readonly desk: TrialDesk }) => {
  const { state, actions, texts } = usePane();
  const { plan: words, result } = texts;
  const common = useCommonStyles();
  const plans = { ...state.plans, sheet: keptPlan(state) };
  const free = plans.a === undefined ? 'a' : 'b';
  return (
    <div className={common.actions}>
      {(['a', 'b', 'sheet'] as const).map((slot) => {
        const kept = plans[slot];
        if (kept === undefined || (slot === 'sheet' && kept.size === 0)) return null;
        const { after } = planFor(desk, kept);
        const { least, most } = after.points.total;
        const place = after.rank.national === null ? undefined : result.place(after.rank.national);
        return (
          <Button
            key={slot}
            size="small"
            onClick={() => {
              actions.tryOut(kept);
            }}
          >
            {words.stored(words.slots[slot], result.points(least, most), place, kept.size)}
          </Button>
        );
      })}
      {state.trial.size > 0 && (
        <Button
          size="small"
          appearance="subtle"
          onClick={() => {
            actions.rememberPlan(free);
          }}
        >
          {words.store(words.slots[free])}
        </Button>
      )}
    </div>
  );
};
