import { Button, makeStyles, mergeClasses, ProgressBar, tokens } from '@fluentui/react-components';
import { partsOf, type Problem } from '../../problems';
import { usePane } from '../hooks';
import { percentDone } from '../state/selectors';
import { PageLink } from './PageLink';
import { icons, useCommonStyles } from './style';

const useFaultsStyles = makeStyles({
  fault: {
    borderLeft: `4px solid ${tokens.colorStatusDangerBorder1}`,
    backgroundColor: tokens.colorStatusDangerBackground1,
  },
  mild: { borderLeft: `4px solid ${tokens.colorBrandStroke1}`, backgroundColor: tokens.colorBrandBackground2 },
  head: { display: 'flex', justifyContent: 'space-between', alignItems: 'flex-start', gap: tokens.spacingHorizontalXS },
  icon: { color: tokens.colorStatusDangerForeground1 },
  what: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  parts: {
    margin: 0,
    display: 'grid',
    gridTemplateColumns: 'max-content 1fr',
    marginTop: tokens.spacingVerticalXS,
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
  },
  row: { display: 'contents' },
  part: { margin: 0, overflowWrap: 'anywhere' },
  name: { color: tokens.colorNeutralForeground2 },
});

/** Why the last action did not do what was asked: what, where, effect, cure, and the code. */
export const Faults = () => {
  const { state, actions, texts } = usePane();
  const common = useCommonStyles();
  const styles = useFaultsStyles();
  if (state.faults.length === 0) return null;
  return (
    <div role="alert" className={mergeClasses(common.card, state.faults.every(isMild) ? styles.mild : styles.fault)}>
      {state.faults.map((fault, place) => (
        <div key={`${fault.code}/${fault.sheet ?? ''}/${fault.cell ?? ''}`}>
          <div className={styles.head}>
            <FaultHead fault={fault} />
            {place === 0 && (
              <Button
                appearance="subtle"
                size="small"
                icon={icons.close}
                aria-label={texts.dismiss}
                onClick={actions.dismiss}
              />
            )}
          </div>
          <FaultParts fault={fault} />
        </div>
      ))}
      {!state.faults.every(isMild) && <PageLink page="trouble" />}
    </div>
  );
};

/** Nothing failed: it was asked for, or is only to be looked at. */
const isMild = ({ name, severity }: Problem): boolean => name === 'excel-cancelled' || severity !== 'stop';

const FaultHead = ({ fault }: { readonly fault: Problem }) => {
  const { texts } = usePane();
  const styles = useFaultsStyles();
  const common = useCommonStyles();
  return (
    <div className={common.iconLine}>
      <span className={styles.icon}>{fault.name === 'excel-cancelled' ? icons.info : icons[fault.severity]}</span>
      <h2 className={styles.what}>
        {fault.code} {partsOf(fault, texts.language).what}
      </h2>
    </div>
  );
};

/** Where, effect and cure; a part that says nothing is left out. */
export const FaultParts = ({ fault }: { readonly fault: Problem }) => {
  const { texts } = usePane();
  const styles = useFaultsStyles();
  const { where, effect, cure } = partsOf(fault, texts.language);
  const parts = [
    [texts.fault.where, where],
    [texts.fault.effect, effect],
    [texts.fault.cure, cure],
  ].filter(([, text]) => text !== '');
  if (parts.length === 0) return null;
  return (
    <dl className={styles.parts}>
      {parts.map(([name, text]) => (
        <div key={name} className={styles.row}>
          <dt className={styles.name}>{name}</dt>
          <dd className={styles.part}>{text}</dd>
        </div>
      ))}
    </dl>
  );
};

const useNoticesStyles = makeStyles({
  notice: { borderLeft: `4px solid ${tokens.colorBrandStroke1}`, backgroundColor: tokens.colorBrandBackground2 },
});

/** What just happened and is nowhere else to be seen; and that the reading is older than the cells. */
export const Notices = () => {
  const { state, actions, texts } = usePane();
  const common = useCommonStyles();
  const styles = useNoticesStyles();
  const { notice, stale, screen, busy } = state;
  const showStale = stale && screen !== 'welcome';
  return (
    <div role="status" aria-live="polite">
      {notice !== undefined && (
        <div className={mergeClasses(common.card, styles.notice)}>
          <div className={common.spread}>
            <p className={common.text}>{texts.notices[notice]}</p>
            <Button
              appearance="subtle"
              size="small"
              icon={icons.close}
              aria-label={texts.dismiss}
              onClick={actions.dismiss}
            />
          </div>
        </div>
      )}
      {showStale && (
        <div className={mergeClasses(common.card, styles.notice)}>
          <div className={common.spread}>
            <p className={common.text}>{texts.problems.stale}</p>
            <Button size="small" disabled={busy !== undefined} onClick={() => void actions.recheck()}>
              {texts.problems.recheck}
            </Button>
          </div>
        </div>
      )}
    </div>
  );
};

const useStripStyles = makeStyles({
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
  const styles = useStripStyles();
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
