/** The readers of JSON files from outside, and the writer of one: loaded when an option names such a file; most runs need none. */
export { readPlan } from '../allocation';
export { mostJsonBytes, readJsonText, readScheme } from '../schemes';
export { mappingFileData, readMappingFile, readScenarioFile, readSettingsFile } from '../settings';
