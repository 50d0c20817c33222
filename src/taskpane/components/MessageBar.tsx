import { Button, makeStyles, mergeClasses, ProgressBar, tokens } from '@fluentui/react-components';
import { onlyMunicipality } from '../../evaluation';
import type { Problem } from '../../problems';
import { focusPrimary, usePane } from '../hooks';
import { paneParts } from '../texts/cures';
import { standingOf } from '../state/clocks';
import type { WriteOutcome } from '../../workbook';
import type { Busy, PaneState } from '../state/paneState';
import { firstOf, lostOf, percentDone } from '../state/selectors';
import type { PaneTexts } from '../texts';
import { FaultParts } from './FaultParts';
import { PageLink } from './PageLink';
import { icons, useCommonStyles } from './style';
import { Said } from './Said';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexDirection: 'column',
    gap: '4px',
    flexShrink: 0,
    maxHeight: '168px',
    overflowY: 'auto',
    padding: `6px ${tokens.spacingHorizontalM}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorBrandBackground2,
    '@media (max-height: 300px)': { maxHeight: '100px' },
  },
  fault: { backgroundColor: tokens.colorStatusDangerBackground1, borderTopColor: tokens.colorStatusDangerBorder1 },
  warning: { backgroundColor: tokens.colorStatusWarningBackground1, borderTopColor: tokens.colorStatusWarningBorder1 },
  line: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS, justifyContent: 'space-between' },
  text: { margin: 0, minWidth: 0, overflowWrap: 'anywhere' },
  what: { margin: 0, minWidth: 0, overflowWrap: 'anywhere', fontWeight: tokens.fontWeightSemibold },
  icon: { color: tokens.colorStatusDangerForeground1, flexShrink: 0, display: 'flex' },
  button: { flexShrink: 0 },
});

/** The one place for what is going on, what went wrong, what just happened, and answers that changed: above the footer, always in sight. */
export const MessageBar = () => {
  const { state } = usePane();
  if (state.busy !== undefined) return <Progress busy={state.busy} />;
  return (
    <>
      <div role="alert">{state.faults.length > 0 && <Faults faults={state.faults} />}</div>
      <div role="status" aria-live="polite">
        {state.faults.length === 0 && <Notices />}
      </div>
    </>
  );
};

const Progress = ({ busy }: { readonly busy: Busy }) => {
  const { actions, texts } = usePane();
  const { busy: words } = texts;
  const common = useCommonStyles();
  const styles = useStyles();
  return (
    <section className={styles.bar} aria-label={words.tasks[busy.task]}>
      <div className={styles.line}>
        <span className={styles.text}>
          {words.tasks[busy.task]}（{words.stages[busy.stage]}）
        </span>
        <span className={common.quiet}>{words.progress(percentDone(busy))}</span>
      </div>
      <ProgressBar value={busy.share} thickness="large" aria-label={words.tasks[busy.task]} />
      <div className={styles.line}>
        <span className={common.quiet}>{busy.waiting ? words.waiting : ''}</span>
        <Button size="small" className={styles.button} disabledFocusable={busy.cancelling} onClick={actions.cancel}>
          {busy.cancelling ? words.cancelling : words.cancel}
        </Button>
      </div>
    </section>
  );
};

/** Why the last action did not do what was asked: what, effect, cure and code. */
const Faults = ({ faults }: { readonly faults: readonly Problem[] }) => {
  const { texts } = usePane();
  const styles = useStyles();
  const mild = faults.every(isMild);
  return (
    <div className={mergeClasses(styles.bar, !mild && styles.fault)}>
      {faults.map((fault, at) => (
        <div key={`${fault.code}/${fault.sheet ?? ''}/${fault.cell ?? ''}`}>
          <div className={styles.line}>
            <span className={styles.icon}>{fault.name === 'excel-cancelled' ? icons.info : icons[fault.severity]}</span>
            <h2 className={mergeClasses(styles.what, styles.text)} style={{ flexGrow: 1, fontSize: 'inherit' }}>
              {fault.code} <Said>{paneParts(fault, texts.language).what}</Said>
            </h2>
            {at === 0 && <Dismiss />}
          </div>
          <FaultParts fault={fault} />
        </div>
      ))}
      {!mild && <PageLink page="trouble" />}
    </div>
  );
};

/** Nothing failed: it was asked for, or is only to be looked at. */
const isMild = ({ name, severity }: Problem): boolean => name === 'excel-cancelled' || severity !== 'stop';

const Dismiss = () => {
  const { actions, texts } = usePane();
  const styles = useStyles();
  return (
    <Button
      className={styles.button}
      appearance="subtle"
      size="small"
      icon={icons.close}
      aria-label={texts.dismiss}
      onClick={() => {
        actions.dismiss();
        focusPrimary();
      }}
    />
  );
};

/** What just happened, with its way back; or that answers were changed since. */
const Notices = () => {
  const { state, actions, texts } = usePane();
  const styles = useStyles();
  const { notice, asksToOverwrite, preview } = state;
  if (asksToOverwrite) {
    const edited =
      preview
        ?.filter(({ edited: byHand }) => byHand)
        .map(({ name, editedCells }) =>
          editedCells === undefined || editedCells.length === 0 ? name : `${name}!${firstOf(editedCells)}`,
        ) ?? [];
    const lost = preview && lostOf(preview);
    // Not every sheet says whose it is; what was written together is replaced together.
    const replaced = preview?.flatMap(({ name, created, changedCells }) => (created || changedCells === 0 ? [] : name));
    return (
      <div className={mergeClasses(styles.bar, styles.warning)}>
        <div className={styles.line}>
          <span className={styles.icon}>{icons.check}</span>
          <p className={styles.text}>
            {edited.length > 0 && <Said>{texts.papers.overwrite(edited.join('・'))}</Said>}
            {lost !== undefined && <Said>{texts.papers.replaces(lost, ownName(state), replaced ?? [])}</Said>}
            {!state.keepsUndo && texts.papers.noUndo}
          </p>
          <Dismiss />
        </div>
      </div>
    );
  }
  if (notice !== undefined)
    return (
      <div className={styles.bar}>
        <div className={styles.line}>
          <p className={styles.text} style={{ flexGrow: 1 }}>
            <Said>{noticeText(state, texts)}</Said>
          </p>
          {((notice === 'written' && state.canRestore) || notice === 'formula-inserted') && (
            <Button
              className={styles.button}
              size="small"
              icon={icons.undo}
              onClick={() => {
                void (notice === 'written' ? actions.restore() : actions.takeFormulaBack()).then(focusPrimary);
              }}
            >
              {texts.restore}
            </Button>
          )}
          <Dismiss />
        </div>
      </div>
    );
  if (standingOf(state) !== 'changed') return null;
  return (
    <div className={styles.bar}>
      <div className={styles.line}>
        <p className={styles.text}>{texts.changed}</p>
        <Button
          className={styles.button}
          size="small"
          onClick={() => {
            void actions.rescore().then(focusPrimary);
          }}
        >
          {texts.rescore}
        </Button>
      </div>
    </div>
  );
};

const noticeText = ({ notice, lastWrite, inserted, rescored }: PaneState, { notices, language }: PaneTexts): string => {
  if (notice === undefined) return '';
  if (notice === 'rescored') return notices.rescored(rescored?.[language] ?? '');
  if (notice === 'written') return notices.written(namesOf(lastWrite?.sheets ?? []));
  return notice === 'formula-inserted'
    ? notices['formula-inserted'](`${inserted?.sheet ?? ''}!${inserted?.cell ?? ''}`)
    : notices[notice];
};

const ownName = ({ reading }: PaneState): string | undefined =>
  reading?.outcome.ok === true ? onlyMunicipality(reading.outcome.value)?.identity.name : undefined;

const namesOf = (sheets: WriteOutcome['sheets']): string => sheets.map(({ name }) => name).join('・');
