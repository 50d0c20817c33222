import { addForm, refreshBook, scoreBook } from '../taskpane';
import './ribbonActions';

/*
 * The ribbon's buttons do what the pane's do, and ask there. パネル needs nothing of ours: Excel opens the pane even when no
 * script runs.
 */
window.incentiveRibbon?.({ score: scoreBook, refresh: refreshBook, blankForm: addForm });
