import { refresh, score, showPane } from '../taskpane';
import { associateCommands } from './associateCommands';

// Without office.js there is no ribbon to answer; the page says so itself.
if (typeof Office !== 'undefined') associateCommands({ score, refresh, showPane });
