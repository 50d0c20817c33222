import type * as engine from './engine';
import type { OfficejsWorkbook } from '../../workbook/officejs';

/** Reading, scoring and the sheets: the heavy part. */
export type Engine = typeof engine;

/** What the actions need from outside; tests give their own. */
export interface PanePorts {
  /** Loaded after the pane is on the screen, so that the first screen comes at once. */
  readonly engine: () => Promise<Engine>;
  readonly workbook: OfficejsWorkbook;
  /** Lets the page paint before work that keeps it busy. */
  readonly pause: () => Promise<void>;
  /** Calls `then` after some milliseconds; the result calls it off. */
  readonly after: (milliseconds: number, then: () => void) => () => void;
  /** Told about bugs, with the error itself. */
  readonly onBug: (error: unknown) => void;
}
