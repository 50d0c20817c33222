export { allocate, preparePot } from './allocate';
export {
  explainAllotment,
  type Allocation,
  type Allotment,
  type GrantAllocation,
  type MunicipalityAllocation,
} from './allocation';
export { packagedCalibration } from './calibration';
export { checkSanity, decideGrants, type KnownAmounts } from './decideGrants';
export { sizeClassOf, type AllocationEntry } from './entries';
export {
  estimateGrant,
  estimateGrants,
  estimatorOf,
  shareWords,
  type EstimatedGrants,
  type EstimateRequest,
  type GrantEstimator,
} from './estimate';
export {
  basesBestFirst,
  basisWords,
  municipalityGrants,
  scenarioWords,
  totalOf,
  type GrantAmount,
  type GrantBasis,
  type GrantScenario,
  type MunicipalityGrants,
} from './grants';
export type { AllocationPlan } from './plan';
export { planOf } from './plans';
export type { YenRange } from './bands';
export { amountAt, type Pot } from './pot';
export { readPlan } from './readPlan';
export type { RoundingName } from './rounding';
export { shareBudget } from './shareBudget';
export { eligibleCategories, moneyGrantName, useOfGrant, type UseOfGrant, type UseRow, type UseTable } from './use';
