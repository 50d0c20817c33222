import { Checkbox, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import { usePane } from '../hooks';
import { reportChoices, type ReportChoice } from '../state/reportChoices';
import { useCommonStyles } from './useCommonStyles';

const useStyles = makeStyles({
  choices: { margin: 0, minWidth: 0 },
  // A legend of its own would sit in the frame's border.
  legend: { float: 'left', width: '100%', padding: 0 },
  list: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS, clear: 'both' },
  // Under the label of its box.
  about: { paddingLeft: '28px', marginTop: `calc(-1 * ${tokens.spacingVerticalSNudge})` },
  box: { marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})` },
});

/** Which reports are written besides the result sheets; those that say nothing about these results tell what they need. */
export const ReportChoices = () => {
  const { state, texts } = usePane();
  const { reports: words } = texts;
  const common = useCommonStyles();
  const styles = useStyles();
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
  const styles = useStyles();
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
