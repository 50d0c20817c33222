import type { CellValue, RunOptions } from '../../workbook';
import type { FileWork } from '../../workbook/file';

/** What the page asks of the thread that works. */
export type Call = {
  readonly [Name in keyof FileWork]: {
    readonly id: number;
    readonly name: Name;
    readonly given: WithoutOptions<Parameters<FileWork[Name]>>;
  };
}[keyof FileWork];

/** A function and a signal cannot be handed to another thread. */
type WithoutOptions<Given extends readonly unknown[]> = Given extends readonly [...infer Kept, RunOptions?]
  ? Kept
  : Given;

/**
 * What comes back. A workbook comes in pieces of some rows, so that the page takes each in a moment (`piece`), and last as it
 * was without its rows.
 */
export type Answer =
  | {
      readonly id: number;
      readonly kind: 'piece';
      readonly sheet: number;
      readonly rows: readonly (readonly CellValue[])[];
      readonly done: number;
      readonly total: number;
    }
  /** The thread reads still, and has come so far. */
  | { readonly id: number; readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly id: number; readonly kind: 'result'; readonly result: unknown }
  /** A bug of ours. */
  | { readonly id: number; readonly kind: 'bug'; readonly message: string };
