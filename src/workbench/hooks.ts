import { createContext, useContext } from 'react';
import type { PaneTexts } from '../taskpane';
import type { Workbench } from './state/workbench';
import type { WorkbenchState } from './state/workbenchState';
import type { WorkbenchTexts } from './texts';

/** What every part of the page may look at and do. */
interface WorkbenchView {
  readonly bench: Workbench;
  readonly state: WorkbenchState;
  readonly texts: WorkbenchTexts;
  readonly paneTexts: PaneTexts;
}

export const WorkbenchContext = createContext<WorkbenchView | undefined>(undefined);

/** The page this part stands in. */
export const useWorkbench = (): WorkbenchView => {
  const view = useContext(WorkbenchContext);
  if (view === undefined) throw new Error('useWorkbench: used outside the page');
  return view;
};
