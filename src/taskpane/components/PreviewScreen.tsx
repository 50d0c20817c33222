import { Button, Checkbox, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import { useArrival, usePane } from '../hooks';
import type { PreviewRow } from '../state/paneState';
import { reportChoices, type ReportChoice } from '../state/reportChoices';
import { totalChange } from '../state/scored';
import { openProblems } from '../state/selectors';
import { Pill } from './Pill';
import { icons, useCommonStyles } from './style';

const useChoicesStyles = makeStyles({
  choices: { margin: 0, minWidth: 0 },
  // A legend of its own would sit in the frame's border.
  legend: { float: 'left', width: '100%', padding: 0 },
  list: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS, clear: 'both' },
  // Under the label of its box.
  about: { paddingLeft: '28px', marginTop: `calc(-1 * ${tokens.spacingVerticalSNudge})` },
  box: { marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})` },
});

/** Which reports are written besides the result sheets; those that say nothing about these results tell what they need. */
const ReportChoices = () => {
  const { state, texts } = usePane();
  const { reports: words } = texts;
  const common = useCommonStyles();
  const styles = useChoicesStyles();
  const choices = reportChoices(state);
  if (choices.length === 0) return null;
  return (
    <fieldset className={mergeClasses(common.card, styles.choices)}>
      <legend className={mergeClasses(common.subheading, styles.legend)}>{words.heading}</legend>
      <p className={common.quiet}>{words.hint}</p>
      <div className={styles.list}>
        {choices.map((choice) => (
          <Choice key={choice.report} choice={choice} />
        ))}
      </div>
      <p role="status" className={common.quiet}>
        {state.preview === undefined ? '' : words.sheets(state.preview.length)}
      </p>
    </fieldset>
  );
};

const Choice = ({ choice }: { readonly choice: ReportChoice }) => {
  const { actions, texts } = usePane();
  const { reports: words } = texts;
  const common = useCommonStyles();
  const styles = useChoicesStyles();
  const about = useId();
  const { report, chosen, standing, offered } = choice;
  return (
    <div>
      <Checkbox
        className={styles.box}
        label={words.names[report]}
        checked={chosen}
        disabled={!offered}
        aria-describedby={about}
        onChange={(_, { checked }) => void actions.chooseReport(report, checked === true)}
      />
      <div id={about} className={styles.about}>
        <p className={common.quiet}>{offered ? words.about[report] : words.needs[report]}</p>
        {standing && offered && <p className={common.quiet}>{words.standing}</p>}
      </div>
    </div>
  );
};

const useStyles = makeStyles({
  total: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
  },
  name: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  row: { paddingBlock: tokens.spacingVerticalS, borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  warning: {
    borderLeft: `4px solid ${tokens.colorStatusWarningBorder1}`,
    backgroundColor: tokens.colorStatusWarningBackground1,
  },
});

/** What will be written before anything is: sheets, ranges, cells, and old → new. */
export const PreviewScreen = () => {
  const { state, actions, texts } = usePane();
  const { preview: words } = texts;
  const common = useCommonStyles();
  const styles = useStyles();
  const heading = useArrival();
  const rows = state.preview ?? [];
  const change = totalChange(state);
  const busy = state.busy !== undefined;
  const open = openProblems(state);
  return (
    <div className={common.screen}>
      <h2 className={common.heading} ref={heading} tabIndex={-1}>
        {words.heading}
      </h2>
      {rows.length > 0 && change !== undefined && (
        <p className={styles.total}>
          {change.before === undefined ? words.first(change.now) : words.change(change.before, change.now)}
        </p>
      )}
      <ReportChoices />
      {rows.length === 0 ? (
        <>
          <p className={common.text}>{words.missing}</p>
          <div className={common.actions}>
            <Button
              appearance="primary"
              disabled={busy || state.reading?.outcome.ok !== true}
              onClick={() => void actions.preview()}
            >
              {words.make}
            </Button>
          </div>
        </>
      ) : (
        <>
          {rows.some(({ edited }) => edited) && (
            <div role="note" className={mergeClasses(common.card, styles.warning)}>
              <div className={common.iconLine}>
                {icons.check}
                <p className={common.text}>{words.editedWarning}</p>
              </div>
            </div>
          )}
          <ul className={common.list}>
            {rows.map((row) => (
              <PreviewSheet key={row.marker} row={row} />
            ))}
          </ul>
          {open > 0 && <p className={common.text}>{words.open(open)}</p>}
          <div className={common.actions}>
            <Button appearance="primary" icon={icons.done} disabled={busy} onClick={() => void actions.write()}>
              {words.write}
            </Button>
            <Button
              disabled={busy}
              onClick={() => {
                actions.show('layout');
              }}
            >
              {words.back}
            </Button>
          </div>
        </>
      )}
      <p className={common.quiet}>{words.onlyOurs}</p>
    </div>
  );
};

const PreviewSheet = ({ row }: { readonly row: PreviewRow }) => {
  const { texts } = usePane();
  const { preview: words } = texts;
  const common = useCommonStyles();
  const styles = useStyles();
  const kind = row.created ? words.created : row.changedCells === 0 ? words.unchanged : words.refreshed;
  return (
    <li className={styles.row}>
      <div className={common.spread}>
        <span className={styles.name}>{row.name}</span>
        <Pill kind={row.created ? 'brand' : 'plain'}>{kind}</Pill>
      </div>
      <p className={common.quiet}>
        {words.range(row.range)}・{words.cells(row.changedCells)}
      </p>
      {row.edited && <p className={common.quiet}>{words.edited}</p>}
    </li>
  );
};
