import { Checkbox, makeStyles, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import { usePane } from '../hooks';
import { reportChoices, type ReportChoice } from '../state';
import { useCommonStyles } from './useCommonStyles';

const useStyles = makeStyles({
  choices: { display: 'flex', flexDirection: 'column', margin: 0, padding: 0, border: 'none', minWidth: 0 },
  // Under the label of its box.
  about: { paddingLeft: '32px', marginTop: `-${tokens.spacingVerticalXS}` },
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
    <fieldset className={styles.choices}>
      <legend className={common.subheading}>{words.heading}</legend>
      <p className={common.quiet}>{words.hint}</p>
      {choices.map((choice) => (
        <Choice key={choice.report} choice={choice} />
      ))}
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
