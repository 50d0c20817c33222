import { openPane } from './openPane';

/** Ribbon 採点: the same as the pane's button. */
export const score = (): Promise<void> => openPane().actions.score();

/** Ribbon 報告書を更新: reads and writes again, stopping to ask where something is doubtful. */
export const refresh = (): Promise<void> => openPane().actions.refresh();

/** Ribbon パネル: opens the pane where Excel can do so from code. */
export const showPane = (): Promise<void> => Office.addin.showAsTaskpane();
