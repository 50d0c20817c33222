import { useSyncExternalStore } from 'react';
import type { PaneState, PaneStore } from '../state';

/** The state of a store, up to date. */
export const usePaneState = (store: PaneStore): PaneState => useSyncExternalStore(store.subscribe, store.state);
