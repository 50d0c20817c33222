import { createContext, useContext, type MutableRefObject } from 'react';
import type { PaneActions } from '../actions';
import type { PaneState, Screen } from '../state';
import type { PaneTexts } from '../texts';

/** What every part of the pane may look at and do. */
export interface PaneView {
  readonly state: PaneState;
  readonly actions: PaneActions;
  readonly texts: PaneTexts;
  /** The screen the person is at; survives the screens themselves. */
  readonly arrivedAt: MutableRefObject<Screen>;
}

export const PaneContext = createContext<PaneView | undefined>(undefined);

/** The pane this part stands in. */
export const usePane = (): PaneView => {
  const view = useContext(PaneContext);
  if (view === undefined) throw new Error('usePane: used outside the pane');
  return view;
};
