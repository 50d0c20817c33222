import { refreshBook, scoreBook, showPane } from '../taskpane';

/** What the ribbon can start: the pane's own actions, so that a button and the pane do the same thing. */
interface RibbonActions {
  readonly scoreBook: () => Promise<void>;
  readonly refreshBook: () => Promise<void>;
  readonly showPane: () => Promise<void>;
}

/**
 * Tells Excel what the ribbon buttons 採点 and 報告書を更新 do (FunctionName in manifest.xml): the pane opens, because progress
 * and questions are shown there, then the action runs. パネル needs nothing of ours: Excel opens the pane even when no script runs.
 */
const associateCommands = ({ scoreBook, refreshBook, showPane }: RibbonActions): void => {
  const command =
    (action: () => Promise<void>) =>
    (event: Office.AddinCommands.Event): void => {
      void showPane()
        // An Excel that cannot open the pane from code runs the action all the same; the person opens the pane by hand.
        .catch(() => undefined)
        .then(action)
        // Excel shows the button as busy, and takes no other, until it hears this.
        .finally(() => {
          event.completed();
        });
    };
  Office.actions.associate('score', command(scoreBook));
  Office.actions.associate('refresh', command(refreshBook));
};

// Without office.js there is no ribbon to answer; the page says so itself.
if (typeof Office !== 'undefined') associateCommands({ scoreBook, refreshBook, showPane });
