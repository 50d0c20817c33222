import { Button } from '@fluentui/react-components';
import { useArrival, usePane } from '../hooks';
import { icons } from './icons';
import { useCommonStyles } from './useCommonStyles';

/** A step that has nothing to show before the workbook was read. */
export const NothingRead = () => {
  const { state, actions, texts } = usePane();
  const common = useCommonStyles();
  const heading = useArrival();
  return (
    <div className={common.screen}>
      <h2 className={common.heading} ref={heading} tabIndex={-1}>
        {texts.welcome.nothingRead}
      </h2>
      <p className={common.text}>{texts.welcome.nothingReadHint}</p>
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
    </div>
  );
};
