export { designatedCityCodes } from './designatedCities';
export { identifyMunicipality, type MunicipalityClaim } from './identifyMunicipality';
export { isSummaryLabel } from './isSummaryLabel';
export type { MunicipalityIdentity } from './municipalityIdentity';
export { prefectures, readPrefecture } from './prefectures';
export { readMunicipalityCode, type CodeHints } from './readMunicipalityCode';
export { registerDate, registeredMunicipalities, type RegisteredMunicipality } from './register';
export { cleanName } from './foldName';
export { isUnionName } from './unions';
