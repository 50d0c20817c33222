import { Button, Checkbox, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect, useId } from 'react';
import { onlyMunicipality, type Results } from '../../evaluation';
import { useArrival, usePane } from '../hooks';
import type { PreviewRow } from '../state/paneState';
import {
  reportChoices,
  resultSheetRows,
  stateOfSheets,
  type ReportChoice,
  type SheetState,
} from '../state/reportChoices';
import { totalChange } from '../state/scored';
import type { PaneTexts } from '../texts';
import { firstOf } from '../state/selectors';
import { Pill } from './Pill';
import { useCommonStyles } from './style';
import { Said } from './Said';
import { Unfolding } from './Unfolding';

const useStyles = makeStyles({
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalS,
  },
  row: {
    paddingBlock: tokens.spacingVerticalXS,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    listStyleType: 'none',
  },
  name: { fontWeight: tokens.fontWeightSemibold },
  about: { paddingLeft: '28px' },
  box: { marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})` },
  // At the right edge, under what it mends.
  enter: { marginLeft: 'auto' },
  change: { overflowWrap: 'anywhere' },
});

const kinds = { missing: 'plain', fresh: 'good', old: 'check', edited: 'stop' } as const;

const StateOf = ({ state }: { readonly state: SheetState | undefined }) => {
  const { texts } = usePane();
  return state === undefined ? null : <Pill kind={kinds[state]}>{texts.papers.states[state]}</Pill>;
};

/** Each sheet and paper with its state and what it lacks; what a write would change, folded away. */
export const PapersScreen = ({ results }: { readonly results: Results }) => {
  const { state, actions, texts } = usePane();
  const { papers: words } = texts;
  const common = useCommonStyles();
  const styles = useStyles();
  const heading = useArrival();
  const { preview, busy } = state;
  const wanting = preview === undefined && busy === undefined && state.faults.length === 0 && !state.stale;
  useEffect(() => {
    // The states are those of the sheets as they are now.
    if (wanting) void actions.preview();
  }, [wanting, actions]);
  return (
    <div className={common.section}>
      <h2 className={common.spoken} ref={heading} tabIndex={-1}>
        {words.heading}
      </h2>
      <div className={styles.head}>
        <span className={styles.name}>{words.results}</span>
        <StateOf state={preview && stateOfSheets(resultSheetRows(preview))} />
      </div>
      <p className={common.quiet}>{words.resultsHint}</p>
      <ul className={common.section} style={{ margin: 0, padding: 0 }} aria-label={words.choose}>
        {reportChoices(state).map((choice) => (
          <Paper key={choice.report} choice={choice} results={results} />
        ))}
      </ul>
      {preview !== undefined && <Changes rows={preview} />}
      <p className={common.quiet}>{words.onlyOurs}</p>
    </div>
  );
};

const Paper = ({ choice, results }: { readonly choice: ReportChoice; readonly results: Results }) => {
  const { state, actions, texts } = usePane();
  const { papers: words } = texts;
  const common = useCommonStyles();
  const styles = useStyles();
  const about = useId();
  const { report, chosen, always, offered, sheet } = choice;
  const lack = report === 'a' ? lackOfPaperA(results) : undefined;
  return (
    <li className={styles.row}>
      <div className={styles.head}>
        <Checkbox
          className={mergeClasses(styles.box, offered && !always && common.asked)}
          label={words.names[report]}
          checked={chosen}
          disabled={!offered || always}
          aria-describedby={about}
          onChange={(_, { checked }) => void actions.chooseReport(report, checked === true)}
        />
        {lack !== undefined && offered ? (
          <Pill kind="check">{words[lack]}</Pill>
        ) : (
          <StateOf state={state.preview === undefined || !offered ? undefined : sheet} />
        )}
      </div>
      <div className={mergeClasses(styles.head, styles.about)}>
        <p id={about} className={common.quiet}>
          {offered ? words.about[report] : words.needs[report]}
        </p>
        {lack !== undefined && offered && (
          <Button
            size="small"
            className={styles.enter}
            onClick={() => {
              actions.show('money');
            }}
          >
            {words.enterMoney}
          </Button>
        )}
      </div>
    </li>
  );
};

/** What a council would ask for first and nobody has told yet. */
const lackOfPaperA = (results: Results): 'lacksNotice' | 'lacksUse' | undefined => {
  const { own } = results.money;
  if (own === undefined || onlyMunicipality(results) === undefined) return undefined;
  if (own.grants === null || own.grants.promotion.basis === 'estimate') return 'lacksNotice';
  return own.use === undefined ? 'lacksUse' : undefined;
};

/** 推進Ⅰ of 「P1」. */
const goalLabel = (goal: string, { result: { grants } }: PaneTexts): string => {
  const grant = { P: grants.promotion, S: grants.support, C: grants.common }[goal.charAt(0)] ?? '';
  return `${grant}${['Ⅰ', 'Ⅱ', 'Ⅲ', 'Ⅳ'][Number(goal.slice(1)) - 1] ?? goal.slice(1)}`;
};

/** 変更の内訳: sheets, ranges, cells, total old → new. */
const Changes = ({ rows }: { readonly rows: readonly PreviewRow[] }) => {
  const { state, texts } = usePane();
  const { papers: words } = texts;
  const common = useCommonStyles();
  const styles = useStyles();
  const changed = rows.filter(({ created, changedCells }) => created || changedCells > 0);
  const cells = changed.reduce((sum, { changedCells }) => sum + changedCells, 0);
  const change = totalChange(state);
  return (
    <Unfolding
      line={changed.length === 0 ? words.noChanges : words.changes(changed.length, cells)}
      open={state.asksToOverwrite}
    >
      {change !== undefined && (
        <p className={common.text}>
          {change.before === undefined ? words.first(change.now) : words.total(change.before, change.now)}
        </p>
      )}
      {change !== undefined && change.goals.length > 0 && (
        <p className={common.quiet}>
          {change.goals.map(({ goal, before, now }) => `${goalLabel(goal, texts)} ${before} → ${now}`).join('・')}
        </p>
      )}
      <ul className={common.list}>
        {changed.map(({ marker, name, created, range, changedCells, edited, editedCells, replaced }) => (
          <li key={marker} className={styles.change}>
            <span className={styles.name} lang="ja">
              {name}
            </span>{' '}
            {created ? words.created : ''}
            <p className={common.quiet}>{words.cells(range, changedCells)}</p>
            {edited && <p className={common.quiet}>{words.edited(firstOf(editedCells))}</p>}
            {replaced !== undefined && (
              <p className={common.quiet}>
                <Said>{words.replaced(replaced)}</Said>
              </p>
            )}
          </li>
        ))}
      </ul>
    </Unfolding>
  );
};
