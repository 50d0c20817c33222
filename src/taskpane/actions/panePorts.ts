import type { OfficejsWorkbook } from '../../workbook/officejs';

/** What the actions need from outside; tests give their own. */
export interface PanePorts {
  readonly workbook: OfficejsWorkbook;
  /** Lets the page paint before work that keeps it busy. */
  readonly pause: () => Promise<void>;
  /** Calls `then` after some milliseconds; the result calls it off. */
  readonly after: (milliseconds: number, then: () => void) => () => void;
  /** Told about bugs, with the error itself. */
  readonly onBug: (error: unknown) => void;
}
