/** What the ribbon can start; the pane's own actions, so that a button and the pane do the same thing. None of these rejects. */
export interface RibbonActions {
  readonly score: () => Promise<void>;
  readonly refresh: () => Promise<void>;
}

/**
 * Tells Excel what the ribbon buttons 採点 and 報告書を更新 do (FunctionName in manifest.xml): the pane opens, because progress
 * and questions are shown there, then the action runs. パネル needs nothing of ours: Excel opens the pane itself.
 */
export const associateCommands = ({ score, refresh }: RibbonActions): void => {
  Office.actions.associate('score', command(score));
  Office.actions.associate('refresh', command(refresh));
};

const command =
  (action: () => Promise<void>) =>
  async (event: Office.AddinCommands.Event): Promise<void> => {
    try {
      // An Excel that cannot open the pane from code still runs the action; the person opens the pane by hand.
      await Office.addin.showAsTaskpane().catch(() => undefined);
      await action();
    } finally {
      // Excel shows the button as busy, and takes no other, until it hears this.
      event.completed();
    }
  };
