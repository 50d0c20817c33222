import { Button, makeStyles, ProgressBar, tokens } from '@fluentui/react-components';
import { usePane } from '../hooks';
import { percentDone } from '../state';
import { useCommonStyles } from './useCommonStyles';

const useStyles = makeStyles({
  strip: {
    position: 'sticky',
    bottom: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    borderTop: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow16,
  },
  cancel: { alignSelf: 'flex-end' },
});

/** What is going on, how far it is, and the way to stop it. */
export const BusyStrip = () => {
  const { state, actions, texts } = usePane();
  const { busy: words } = texts;
  const common = useCommonStyles();
  const styles = useStyles();
  const { busy } = state;
  if (busy === undefined) return null;
  return (
    <section className={styles.strip} aria-label={words.tasks[busy.task]}>
      <div className={common.spread}>
        <span>
          {words.tasks[busy.task]}：{words.stages[busy.stage]}
        </span>
        <span className={common.quiet}>{words.progress(percentDone(busy))}</span>
      </div>
      <ProgressBar value={busy.share} thickness="large" aria-label={words.tasks[busy.task]} />
      {busy.waiting && <p className={common.text}>{words.waiting}</p>}
      <Button size="small" className={styles.cancel} disabled={busy.cancelling} onClick={actions.cancel}>
        {busy.cancelling ? words.cancelling : words.cancel}
      </Button>
    </section>
  );
};
