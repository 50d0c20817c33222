import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useWorkbench } from '../hooks';
import { OpenButton } from './OpenButton';

const useStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    maxWidth: '640px',
    margin: '0 auto',
    padding: tokens.spacingHorizontalXXL,
    overflowY: 'auto',
  },
  heading: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
  lines: { margin: 0, paddingLeft: '1.2em', lineHeight: tokens.lineHeightBase400 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

/** The page before a workbook is open. */
export const Welcome = () => {
  const { bench, state, texts } = useWorkbench();
  const styles = useStyles();
  const isBusy = state.opening !== undefined;
  return (
    <main className={styles.page}>
      <h2 className={styles.heading}>{texts.heading}</h2>
      <ul className={styles.lines}>
        {texts.lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <div className={styles.actions}>
        <OpenButton primary />
        <Button disabledFocusable={isBusy} onClick={() => void bench.openSample()}>
          {texts.sample}
        </Button>
        <Button disabledFocusable={isBusy} onClick={() => void bench.openForm()}>
          {texts.form}
        </Button>
      </div>
      <p className={styles.quiet}>
        <a href="workbench.html" target="_blank" rel="noreferrer">
          {texts.lesson}
        </a>
      </p>
      <p className={styles.quiet}>{texts.privacy}</p>
    </main>
  );
};
