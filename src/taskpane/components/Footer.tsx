import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { onlyMunicipality } from '../../evaluation';
import { functionsFormId, moneyFormId, primaryId, submitForm, usePane } from '../hooks';
import { standingOf } from '../state/clocks';
import { isDear } from '../state/paneState';
import { icons } from './style';

const useStyles = makeStyles({
  footer: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    flexShrink: 0,
    minHeight: '44px',
    boxSizing: 'border-box',
    padding: `5px ${tokens.spacingHorizontalM}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
    '@media (max-width: 260px)': { gap: '4px', padding: '5px 8px' },
    '@media (max-height: 240px)': { position: 'sticky', bottom: 0 },
  },
  primary: {
    flexGrow: 1,
    minWidth: 0,
    // Two lines of words, where there must be two, and not one sign in the second.
    textWrap: 'balance',
    wordBreak: 'auto-phrase',
    '@media (max-width: 260px)': { padding: '0 4px' },
  },
  other: { flexShrink: 0, minWidth: '32px' },
});

/** What a screen does next: one action, and one beside it. */
interface FooterActions {
  readonly primary: { readonly text: string; readonly act: () => void; readonly possible?: boolean };
  readonly other?: { readonly text: string; readonly act: () => void };
}

/** Never scrolls away: one primary action, at most one other, and ⋯. */
export const Footer = () => {
  const { state, actions, texts } = usePane();
  const styles = useStyles();
  const { primary, other } = useFooterActions();
  const busy = state.busy !== undefined;
  return (
    <footer className={styles.footer}>
      <Button
        id={primaryId}
        className={styles.primary}
        appearance="primary"
        disabledFocusable={busy || primary.possible === false}
        onClick={primary.act}
      >
        {primary.text}
      </Button>
      {other !== undefined && (
        <Button className={styles.other} disabledFocusable={busy} onClick={other.act}>
          {other.text}
        </Button>
      )}
      {state.screen === 'more' ? (
        <Button
          className={styles.other}
          onClick={() => {
            actions.show(state.reading?.outcome.ok === true ? 'result' : 'opening');
          }}
        >
          {texts.back}
        </Button>
      ) : (
        <Button
          className={styles.other}
          icon={icons.more}
          aria-label={texts.menu}
          onClick={() => {
            actions.show('more');
          }}
        />
      )}
    </footer>
  );
};

const useFooterActions = (): FooterActions => {
  const { state, actions, texts } = usePane();
  const { screen, reading } = state;
  const isWritten = standingOf(state) === 'fresh';
  const save = {
    text: !state.asksToOverwrite
      ? texts.papers.write
      : state.preview?.some(isDear) === true
        ? texts.papers.overwriteAll
        : texts.papers.writeAnyway,
    act: () => void (state.asksToOverwrite ? actions.write() : actions.save()),
  };
  const score = { text: texts.opening.score, act: () => void actions.score() };
  if (reading === undefined) return { primary: score };
  if (!reading.outcome.ok) {
    if (reading.outcome.problems[0]?.name === 'no-answers')
      return {
        primary: { text: texts.opening.form, act: () => void actions.addForm() },
        other: { text: texts.opening.sampleShort, act: () => void actions.openSample() },
      };
    const again = { text: texts.opening.again, act: () => void actions.score() };
    if (screen === 'reading') return { primary: again };
    // What cures most refusals is to say which year, sheet or column is meant.
    const choose = {
      text: texts.opening.choose,
      act: () => {
        actions.show('reading');
      },
    };
    return { primary: choose, other: again };
  }
  switch (screen) {
    case 'opening':
      return { primary: score };
    case 'reading':
      if (state.notice === 'to-confirm')
        return { primary: { text: texts.layout.confirmAndWrite, act: () => void actions.save() } };
      return {
        primary: {
          text: texts.layout.confirm,
          act: () => {
            actions.show('result');
          },
        },
      };
    case 'plan':
      return reading.outcome.value.subject !== 'answers' || onlyMunicipality(reading.outcome.value) === undefined
        ? { primary: save }
        : {
            primary: { text: texts.plan.keep, act: () => void actions.keepPlan() },
            ...(state.trial.size === 0
              ? {}
              : {
                  other: {
                    text: texts.plan.clear,
                    act: () => {
                      actions.tryOut(new Set());
                    },
                  },
                }),
          };
    case 'source':
      return { primary: { text: texts.source.ask, act: () => void actions.askFigure() } };
    case 'result':
      return isWritten && state.lastWrite !== undefined
        ? { primary: { text: texts.more.openSheet, act: () => void actions.openScoreSheet() } }
        : { primary: save };
    case 'money':
      return {
        primary: {
          text: texts.money.enter,
          act: () => {
            submitForm(moneyFormId);
          },
        },
      };
    case 'functions':
      return {
        primary: {
          text: texts.functions.insert,
          act: () => {
            submitForm(functionsFormId);
          },
        },
      };
    case 'check':
    case 'papers':
    case 'more':
      return { primary: save };
  }
};
