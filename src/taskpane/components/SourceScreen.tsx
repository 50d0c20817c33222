import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useArrival, usePane } from '../hooks';
import type { FigureAnswer } from '../state/figureAt';
import { icons, useCommonStyles } from './style';
import { langOf, Said } from './Said';

/** 数値の根拠, for someone who stands on a figure and wants to know; the button is in the footer. */
export const SourceScreen = () => {
  const { state, texts } = usePane();
  const { source: words } = texts;
  const common = useCommonStyles();
  const styles = useSourceStyles();
  const heading = useArrival();
  return (
    <div className={common.screen}>
      <h2 className={common.heading} ref={heading} tabIndex={-1}>
        {words.heading}
      </h2>
      <p className={common.text}>{words.hint}</p>
      <div role="status" className={styles.answer}>
        {state.figure !== undefined && <Answer figure={state.figure} />}
      </div>
    </div>
  );
};

const useSourceStyles = makeStyles({
  answer: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, overflowWrap: 'anywhere' },
  printed: { margin: 0, fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  button: { alignSelf: 'flex-start' },
});

const Answer = ({ figure }: { readonly figure: FigureAnswer }) => {
  const { texts } = usePane();
  const { source: words } = texts;
  const common = useCommonStyles();
  return (
    <>
      <p className={mergeClasses(common.quiet, common.cell)} lang="ja">
        {figure.place}
      </p>
      {figure.kind === 'figure' && <Figure figure={figure} />}
      {figure.kind === 'no-figure' && <p className={common.text}>{words.noFigure}</p>}
      {figure.kind === 'not-ours' && <p className={common.text}>{words.notOurs}</p>}
      {figure.kind === 'other-scoring' && <p className={common.text}>{words.otherScoring}</p>}
      {'found' in figure && <Differs found={figure.found} />}
    </>
  );
};

const Figure = ({ figure }: { readonly figure: Extract<FigureAnswer, { readonly kind: 'figure' }> }) => {
  const { state, actions, texts } = usePane();
  const { source: words } = texts;
  const common = useCommonStyles();
  const styles = useSourceStyles();
  const { kind, text, place } = figure.source;
  return (
    <>
      <p className={styles.printed} lang="ja">
        {figure.printed}
      </p>
      <p className={common.text}>
        {words.kindLabel}：{words.kinds[kind]}
      </p>
      <p className={common.text} lang="ja">
        {text}
      </p>
      {place !== undefined && (
        <Button
          className={styles.button}
          size="small"
          icon={icons.jump}
          disabled={state.busy !== undefined}
          aria-label={`${words.jump}（${place.sheet}!${place.cell}）`}
          lang={langOf(place.sheet, texts.language)}
          onClick={() => void actions.jumpTo(place)}
        >
          {words.jump}
        </Button>
      )}
    </>
  );
};

/** The sheet says something else than the scoring: says so, and offers to write it again. */
const Differs = ({ found }: { readonly found: string }) => {
  const { state, actions, texts } = usePane();
  const common = useCommonStyles();
  const styles = useSourceStyles();
  return (
    <>
      <div className={common.iconLine}>
        {icons.check}
        <p className={common.text}>
          <Said>{texts.source.differs(found)}</Said>
        </p>
      </div>
      <Button
        className={styles.button}
        size="small"
        icon={icons.again}
        disabled={state.busy !== undefined}
        onClick={() => void actions.save()}
      >
        {texts.papers.write}
      </Button>
    </>
  );
};
