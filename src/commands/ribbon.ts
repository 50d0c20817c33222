import type { RibbonActions } from './ribbonActions';

/*
 * A script of its own, small and blocking, behind office.js: Excel that was started by the button sends the click at once,
 * and drops it when nobody has taken it on (rules/excel.md#ribbon). What is pressed before the bundle has come waits for it.
 */

const arrived = new Promise<RibbonActions>((resolve) => {
  window.incentiveRibbon = resolve;
});

let showing: Promise<void> | undefined;

/** Opens the pane at once, so that a click is answered by something to see; pressed again meanwhile, Excel is asked only once. */
const showPane = (): Promise<void> => {
  showing ??= Promise.resolve()
    .then(() => Office.addin.showAsTaskpane())
    // An Excel that cannot open the pane from code runs the action all the same; the person opens the pane by hand.
    .catch(() => undefined)
    .finally(() => {
      showing = undefined;
    });
  return showing;
};

/** Excel shows a button as busy, and takes no other, until `completed`; a keyboard shortcut brings no such event. */
type Pressed = Partial<Pick<Office.AddinCommands.Event, 'completed'>> | undefined;

const command =
  (name: keyof RibbonActions) =>
  (pressed: Pressed): void => {
    void Promise.all([arrived, showPane()])
      .then(([actions]) => actions[name]())
      .finally(() => pressed?.completed?.());
  };

/** 手引 needs neither pane nor bundle: the page of help opens in a window of Excel's. */
const openManual = (pressed: Pressed): void => {
  const page = new URL('help.html', window.location.href).href;
  Office.context.ui.displayDialogAsync(page, { height: 80, width: 50, displayInIframe: true });
  pressed?.completed?.();
};

// Without office.js there is no ribbon to answer; the page says so itself.
if (typeof Office !== 'undefined') {
  for (const name of ['score', 'refresh', 'blankForm'] as const) Office.actions.associate(name, command(name));
  Office.actions.associate('manual', openManual);
}
