import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useArrival, usePane } from '../hooks';
import { PageLink } from './PageLink';
import { icons, useCommonStyles } from './style';

const useStyles = makeStyles({
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    outlineStyle: 'none',
  },
  lines: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
  },
  line: { display: 'flex', gap: tokens.spacingHorizontalM, alignItems: 'flex-start' },
  number: {
    flexShrink: 0,
    width: '24px',
    height: '24px',
    borderRadius: tokens.borderRadiusCircular,
    display: 'grid',
    placeItems: 'center',
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorBrandForeground2,
    backgroundColor: tokens.colorBrandBackground2,
    '@media (forced-colors: active)': { outline: '1px solid CanvasText' },
  },
  buttons: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  minor: { display: 'flex', justifyContent: 'space-between', flexWrap: 'wrap' },
});

/** The first screen: what this is for, and one button. */
export const Welcome = () => {
  const { actions, state, texts } = usePane();
  const { welcome } = texts;
  const styles = useStyles();
  const common = useCommonStyles();
  const heading = useArrival();
  return (
    <div className={common.screen}>
      <h2 className={styles.heading} ref={heading} tabIndex={-1}>
        {welcome.heading}
      </h2>
      <ol className={styles.lines}>
        {welcome.lines.map((line, place) => (
          <li key={line} className={styles.line}>
            <span className={styles.number} aria-hidden="true">
              {place + 1}
            </span>
            <span>{line}</span>
          </li>
        ))}
      </ol>
      <div className={styles.buttons}>
        <Button
          appearance="primary"
          size="large"
          icon={icons.table}
          disabled={state.busy !== undefined}
          onClick={() => void actions.score()}
        >
          {welcome.score}
        </Button>
        <div className={styles.minor}>
          <Button
            appearance="transparent"
            icon={icons.sheet}
            disabled={state.busy !== undefined}
            onClick={() => void actions.openSample()}
          >
            {welcome.sample}
          </Button>
          <Button
            appearance="transparent"
            onClick={() => {
              actions.show('layout');
            }}
          >
            {welcome.skip}
          </Button>
        </div>
      </div>
      <p className={common.quiet}>{welcome.privacy}</p>
      <p className={mergeClasses(common.quiet, styles.minor)}>
        <PageLink page="help" />
        <PageLink page="functions" />
        <PageLink page="trouble" />
      </p>
    </div>
  );
};
