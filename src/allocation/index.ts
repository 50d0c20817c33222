export { allocate } from './exact/allocate';
export type { Allocation, Allotment, GrantAllocation, MunicipalityAllocation } from './exact/allocation';
export type { AllocationEntry } from './exact/allocationEntry';
export { explainAllotment } from './exact/explainAllotment';
export type { RoundingName } from './exact/rounding';
export { share } from './exact/share';
export {
  calibrate,
  type CalibratedClass,
  type Calibration,
  type Outlier,
  type PublishedAmount,
} from './calibration/calibrate';
export {
  estimateGrant,
  estimateGrants,
  type EstimatedGrants,
  type EstimateRequest,
} from './calibration/estimateGrants';
export { generateCalibration } from './calibration/generateCalibration';
export { packagedCalibration } from './calibration/packagedCalibration';
export { decideGrants, type KnownAmounts } from './decideGrants';
export {
  basisWords,
  municipalityGrants,
  type GrantAmount,
  type GrantBasis,
  type MunicipalityGrants,
} from './municipalityGrants';
export { plannedYears, planOf } from './plans/planOf';
export type { AllocationPlan } from './plans/planSchema';
export { readPlan } from './plans/readPlan';
export { changeInThousandYen, inThousandYen, inYen } from './printYen';
export { checkSanity } from './settings/checkSanity';
export { readSettingsFile } from './settings/readSettingsFile';
export {
  markHeadings,
  markMeaningWords,
  programmeGrantWords,
  programmeHeadings,
  readSettingsSheet,
} from './settings/readSettingsSheet';
export type { SettingField } from './settings/settingField';
export { moneyUnits, settingFields } from './settings/settingFields';
export type { DocumentHead, LastYear, Settings, SettingPlace, SettingsReading, YearFacts } from './settings/settings';
export { eligibleCategories, type MoneyGrant } from './use/costCategories';
export {
  moneyGrantName,
  useOfGrant,
  type Programme,
  type UseOfGrant,
  type UseRow,
  type UseTable,
} from './use/useOfGrant';
