/** The stages of a long action, in the order they come; the pane shows them by name. */
export type Stage = 'look' | 'measure' | 'read' | 'prepare' | 'write' | 'undo';

/** How far an action is; `done` of `total` round trips of this stage. */
export interface Progress {
  readonly stage: Stage;
  readonly done: number;
  readonly total: number;
}

export interface RunOptions {
  /** Looked at between round trips; what was written so far is taken back. */
  readonly signal?: AbortSignal;
  /** Called before each round trip, and when a stage is done. */
  readonly onProgress?: (progress: Progress) => void;
}

/** Thrown between two round trips when the user cancelled; becomes the problem `excel-cancelled`. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled';
}

/** Tells how far we are, and ends here when the user cancelled. */
export const checkpoint = (options: RunOptions, stage: Stage, done: number, total: number): void => {
  if (options.signal?.aborted === true) throw new Cancelled('checkpoint: cancelled by the user');
  options.onProgress?.({ stage, done, total });
};
