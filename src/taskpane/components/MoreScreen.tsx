import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useArrival, usePane } from '../hooks';
import type { Screen } from '../state/paneState';
import { PageLink } from './PageLink';
import { icons, useCommonStyles } from './style';

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', alignItems: 'stretch', gap: tokens.spacingVerticalXS },
  links: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, margin: 0 },
});

/** What is needed less often. */
export const MoreScreen = () => {
  const { state, actions, texts } = usePane();
  const { more: words } = texts;
  const common = useCommonStyles();
  const styles = useStyles();
  const heading = useArrival();
  const scored = state.reading?.outcome.ok === true;
  const busy = state.busy !== undefined;
  const page = (screen: Screen, text: string, possible = scored) => (
    <Button
      disabledFocusable={!possible}
      onClick={() => {
        actions.show(screen);
      }}
    >
      {text}
    </Button>
  );
  return (
    <div className={common.screen}>
      <h2 className={common.heading} ref={heading} tabIndex={-1}>
        {words.heading}
      </h2>
      <div className={styles.list}>
        {page('reading', words.reading, state.reading !== undefined)}
        {page('money', words.money)}
        {page('source', words.source)}
        {actions.canInsert && page('functions', words.functions)}
        <Button icon={icons.again} disabledFocusable={busy} onClick={() => void actions.rescore()}>
          {words.again}
        </Button>
        <Button icon={icons.undo} disabledFocusable={busy || !state.canRestore} onClick={() => void actions.restore()}>
          {words.restore}
        </Button>
        <Button icon={icons.table} disabledFocusable={busy} onClick={() => void actions.addForm()}>
          {texts.opening.form}
        </Button>
        <Button icon={icons.sheet} disabledFocusable={busy} onClick={() => void actions.openSample()}>
          {texts.opening.sample}
        </Button>
      </div>
      <p className={`${common.quiet} ${styles.links}`}>
        <PageLink page="help" />
        <PageLink page="functions" />
        <PageLink page="trouble" />
        <PageLink page="workbench" />
      </p>
      <p className={common.quiet}>{texts.opening.privacy}</p>
    </div>
  );
};
