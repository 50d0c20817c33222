import { Button, makeStyles, mergeClasses, ToggleButton, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { partsOf, type Problem, type Severity } from '../../problems';
import { useArrival, useArrowKeys, usePane } from '../hooks';
import { problemGroups, problemsOf } from '../state/selectors';
import { FaultParts } from './Messages';
import { Pill } from './Pill';
import { icons, useCommonStyles } from './style';

const useItemStyles = makeStyles({
  item: {
    gap: tokens.spacingVerticalXS,
    ':focus-within': {
      borderTopColor: tokens.colorBrandStroke1,
      borderRightColor: tokens.colorBrandStroke1,
      borderBottomColor: tokens.colorBrandStroke1,
    },
  },
  stop: { borderLeft: `4px solid ${tokens.colorStatusDangerBorder1}` },
  check: { borderLeft: `4px solid ${tokens.colorStatusWarningBorder1}` },
  info: { borderLeft: `4px solid ${tokens.colorNeutralStroke1}` },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalXS,
    alignItems: 'center',
  },
  code: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  what: { margin: 0, fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  jump: { alignSelf: 'flex-start' },
});

/** One problem: what, points at stake, where, effect, cure, and the way to its cell. */
const ProblemItem = ({
  problem,
  place,
  keys,
}: {
  readonly problem: Problem;
  /** Among the problems that have a place; -1 without one. */
  readonly place: number;
  readonly keys: ReturnType<typeof useArrowKeys<HTMLDivElement>>;
}) => {
  const { actions, texts } = usePane();
  const { problems: words, language } = texts;
  const common = useCommonStyles();
  const styles = useItemStyles();
  const { what, where } = partsOf(problem, language);
  const stake = problem.pointsAtStake ?? 0;
  return (
    <li className={mergeClasses(common.card, styles.item, styles[problem.severity])}>
      <div className={styles.head}>
        <span className={styles.code}>
          {problem.code}
          {problem.criterion === undefined ? '' : `　${problem.criterion}`}
        </span>
        {stake > 0 && <Pill>{words.stake(stake)}</Pill>}
      </div>
      <p className={styles.what}>{what}</p>
      <FaultParts fault={problem} />
      {place >= 0 && (
        <Button
          className={styles.jump}
          size="small"
          icon={icons.jump}
          data-place={place}
          tabIndex={keys.tabIndexOf(place)}
          aria-label={`${words.jumpTo(where)}（${problem.code} ${what}）`}
          onKeyDown={keys.onKeyDown}
          onFocus={() => {
            keys.onFocus(place);
          }}
          onClick={() => void actions.jumpTo(problem)}
        >
          {words.jump}
        </Button>
      )}
    </li>
  );
};

const useStyles = makeStyles({
  filter: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
  group: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
});

const filters: readonly (Severity | 'all')[] = ['all', 'stop', 'check', 'info'];
/** More at once make the pane slow; the rest comes on request. */
const shownAtOnce = 100;

/** Everything a person should look at, gravest first, with a way to each cell. */
export const ProblemsScreen = () => {
  const { state, actions, texts } = usePane();
  const { problems: words } = texts;
  const common = useCommonStyles();
  const styles = useStyles();
  const heading = useArrival();
  const [limit, setLimit] = useState(shownAtOnce);
  const all = problemsOf(state);
  const groups = problemGroups(state);
  const shown = groups.flatMap(({ problems }) => problems).slice(0, limit);
  const located = shown.filter(({ sheet }) => sheet !== undefined);
  const keys = useArrowKeys<HTMLDivElement>(located.length);
  const countOf = (filter: Severity | 'all'): number =>
    filter === 'all' ? all.length : all.filter(({ severity }) => severity === filter).length;
  const rest = groups.flatMap(({ problems }) => problems).length - shown.length;
  return (
    <div className={common.screen}>
      <h2 className={common.heading} ref={heading} tabIndex={-1}>
        {words.heading}
      </h2>
      {all.length === 0 ? (
        <p className={common.text}>{words.none}</p>
      ) : (
        <>
          <div role="group" aria-label={words.filter} className={styles.filter}>
            {filters.map((filter) => (
              <ToggleButton
                key={filter}
                size="small"
                shape="circular"
                checked={state.filter === filter}
                onClick={() => {
                  actions.filter(filter);
                }}
              >
                {filter === 'all' ? words.all : words.groups[filter]} {countOf(filter)}
              </ToggleButton>
            ))}
          </div>
          <p className={common.quiet}>{words.keys}</p>
        </>
      )}
      {all.length > 0 && shown.length === 0 && <p className={common.text}>{words.noneOfFilter}</p>}
      <div ref={keys.list} className={common.screen}>
        {groups.map(({ severity }) => {
          const ofGroup = shown.filter((problem) => problem.severity === severity);
          if (ofGroup.length === 0) return null;
          return (
            <section key={severity} aria-label={words.groups[severity]} className={common.screen}>
              <h3 className={common.subheading}>
                <span className={styles.group}>
                  {icons[severity]} {words.groups[severity]}（{countOf(severity)}）
                </span>
              </h3>
              <ul className={common.list}>
                {ofGroup.map((problem) => (
                  <ProblemItem
                    key={shown.indexOf(problem)}
                    problem={problem}
                    place={located.indexOf(problem)}
                    keys={keys}
                  />
                ))}
              </ul>
            </section>
          );
        })}
      </div>
      {rest > 0 && (
        <Button
          onClick={() => {
            setLimit(limit + shownAtOnce);
          }}
        >
          {words.more(rest)}
        </Button>
      )}
    </div>
  );
};
