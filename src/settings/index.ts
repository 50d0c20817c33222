export type { SettingField } from './field';
export { lastYearGoalFields, settingFields, type SettingPath } from './fields';
export { programmeLines, type ProgrammeLine } from './programmeLines';
export { settingCells, type SettingCell } from './settingCells';
export { nothingEntered, settingEntries, type EnteredSettings } from './settingEntries';
export { usableEntries, withEntered } from './usableEntries';
export { mappingFileData, mappingFileSchema, readMappingFile, type MappingFile } from './mappingFile';
export { readSettingsFile, settingsFileSchema } from './readFile';
export { moneyUnits } from './readMoney';
export { readScenarioFile, scenarioFileSchema, type ScenarioFile, type ScenarioPlan } from './scenarioFile';
export { readSettingsSheet, settingsIn, settingsSheetIn } from './readSheet';
export { markHeadings, markMeaningWords, programmeGrantWords, programmeHeadings } from './readTables';
export type {
  DocumentHead,
  LastYear,
  MoneyGrant,
  Programme,
  SettingPlace,
  Settings,
  SettingsReading,
  YearFacts,
} from './settings';
