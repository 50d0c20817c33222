import { transition, type PaneEvent } from './transition';
import { initialState, type PaneState } from './paneState';

/** Holds the state; knows neither React nor Excel. */
export interface PaneStore {
  readonly state: () => PaneState;
  readonly send: (event: PaneEvent) => void;
  /** Calls `listener` after each change; the result stops it. */
  readonly subscribe: (listener: () => void) => () => void;
}

export const paneStore = (state: PaneState = initialState): PaneStore => {
  let current = state;
  const listeners = new Set<() => void>();
  return {
    state: () => current,
    send: (event) => {
      const next = transition(current, event);
      if (next === current) return;
      current = next;
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};
