import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { usePane } from '../hooks';
import { icons } from './icons';
import { useCommonStyles } from './useCommonStyles';

const useStyles = makeStyles({
  notice: { borderLeft: `4px solid ${tokens.colorBrandStroke1}`, backgroundColor: tokens.colorBrandBackground2 },
});

/** What just happened and is nowhere else to be seen; and that the reading is older than the cells. */
export const Notices = () => {
  const { state, actions, texts } = usePane();
  const common = useCommonStyles();
  const styles = useStyles();
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
