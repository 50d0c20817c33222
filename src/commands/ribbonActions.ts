/** What the buttons of the ribbon start, by the FunctionName of manifest.xml; the bundle brings them. */
export interface RibbonActions {
  readonly score: () => Promise<void>;
  readonly refresh: () => Promise<void>;
  readonly blankForm: () => Promise<void>;
}

declare global {
  interface Window {
    /** Set by ribbon.ts: takes the actions when the bundle has come, and runs what was pressed before. */
    incentiveRibbon?: (actions: RibbonActions) => void;
  }
}
