import { makeStyles } from '@fluentui/react-components';
import { usePane } from '../hooks';

const useStyles = makeStyles({
  // Read out, not seen; a size of zero would silence some screen readers.
  spoken: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
});

/** Tells screen readers what is going on without taking the focus. */
export const Announcer = () => {
  const { state, texts } = usePane();
  const styles = useStyles();
  const { busy } = state;
  return (
    <div role="status" aria-live="polite" className={styles.spoken}>
      {busy === undefined
        ? ''
        : busy.waiting
          ? texts.busy.waiting
          : `${texts.busy.tasks[busy.task]}：${texts.busy.stages[busy.stage]}`}
    </div>
  );
};
