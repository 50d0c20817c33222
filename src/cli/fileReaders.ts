/** The readers of JSON files from outside: loaded when an option names such a file, since most runs read none. */
export { readPlan } from '../allocation';
export { mostJsonBytes, readJsonText, readScheme } from '../schemes';
export { readSettingsFile } from '../settings';
