import { Button } from '@fluentui/react-components';
import { useArrival, usePane } from '../hooks';
import { FigureSource } from './FigureSource';
import { icons } from './icons';
import { useCommonStyles } from './useCommonStyles';

/** この数字はどこから？ as a step of its own, for someone who stands on a figure and wants to know. */
export const SourceScreen = () => {
  const { state, actions, texts } = usePane();
  const common = useCommonStyles();
  const heading = useArrival();
  return (
    <div className={common.screen}>
      <h2 className={common.heading} ref={heading} tabIndex={-1}>
        {texts.source.heading}
      </h2>
      <FigureSource />
      {state.reading?.outcome.ok !== true && (
        <div className={common.actions}>
          <Button
            appearance="primary"
            icon={icons.table}
            disabled={state.busy !== undefined}
            onClick={() => void actions.score()}
          >
            {texts.welcome.score}
          </Button>
        </div>
      )}
    </div>
  );
};
