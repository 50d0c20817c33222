import { Button, makeStyles, mergeClasses, ProgressBar, tokens } from '@fluentui/react-components';
import type { Problem } from '../../problems';
import { namedParts, paneParts } from '../../taskpane';
import { useWorkbench } from '../hooks';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexDirection: 'column',
    gap: '4px',
    flexShrink: 0,
    maxHeight: '40vh',
    overflowY: 'auto',
    padding: `6px ${tokens.spacingHorizontalM}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorBrandBackground2,
  },
  fault: { backgroundColor: tokens.colorStatusDangerBackground1 },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  text: { margin: 0, flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
});

/** What is going on, what went wrong, and what must be asked. */
export const Messages = () => {
  const { bench, state, texts } = useWorkbench();
  const styles = useStyles();
  const { opening, faults, notice, closing } = state;
  const leaving = state.books.find(({ id }) => id === closing);
  return (
    <>
      {opening !== undefined && (
        <section className={styles.bar} aria-label={texts.reading(opening.name)}>
          <div className={styles.line}>
            <p className={styles.text}>{texts.reading(opening.name)}</p>
            <Button size="small" onClick={bench.cancelOpening}>
              {texts.cancel}
            </Button>
          </div>
          <ProgressBar value={opening.share} thickness="large" aria-label={texts.reading(opening.name)} />
        </section>
      )}
      <div role="alert">
        {leaving !== undefined && (
          <div className={mergeClasses(styles.bar, styles.fault)}>
            <div className={styles.line}>
              <p className={styles.text}>{texts.closing(leaving.name)}</p>
              <Button size="small" onClick={() => void bench.save(leaving, false).then(bench.stay)}>
                {texts.save}
              </Button>
              <Button
                size="small"
                onClick={() => {
                  bench.close(leaving.id, true);
                }}
              >
                {texts.closeAnyway}
              </Button>
              <Button size="small" onClick={bench.stay}>
                {texts.back}
              </Button>
            </div>
          </div>
        )}
        {faults.length > 0 && (
          <div className={mergeClasses(styles.bar, styles.fault)}>
            {faults.map((fault, at) => (
              <div key={`${at} ${fault.code}`} className={styles.line}>
                <Fault fault={fault} />
                {at === 0 && (
                  <Button size="small" onClick={bench.dismiss}>
                    {texts.dismiss}
                  </Button>
                )}
              </div>
            ))}
          </div>
        )}
      </div>
      <div role="status" aria-live="polite">
        {notice !== undefined && (
          <div className={styles.bar}>
            <div className={styles.line}>
              <p className={styles.text}>{notice}</p>
              <Button size="small" onClick={bench.dismiss}>
                {texts.dismiss}
              </Button>
            </div>
          </div>
        )}
      </div>
    </>
  );
};

/** What, where, effect, cure and code, in a sentence. */
const Fault = ({ fault }: { readonly fault: Problem }) => {
  const { paneTexts } = useWorkbench();
  const styles = useStyles();
  const parts = paneParts(fault, paneTexts.language);
  return (
    <p className={styles.text}>
      <strong>
        {fault.code} {parts.what}
      </strong>
      {namedParts(parts, paneTexts.fault).map(([name, text]) => (
        <span key={name}>
          {' '}
          {name}：{text}
        </span>
      ))}
    </p>
  );
};
