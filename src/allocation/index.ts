export { allocate } from './exact/allocate';
export type { Allocation, Allotment, GrantAllocation, MunicipalityAllocation } from './exact/allocation';
export type { AllocationEntry } from './exact/allocationEntry';
export { explainAllotment } from './exact/explainAllotment';
export type { RoundingName } from './exact/rounding';
export { share } from './exact/share';
export {
  estimateGrant,
  estimateGrants,
  type EstimatedGrants,
  type EstimateRequest,
} from './calibration/estimateGrants';
export { packagedCalibration } from './calibration/packagedCalibration';
export { decideGrants, type KnownAmounts } from './decideGrants';
export {
  basesBestFirst,
  basisWords,
  municipalityGrants,
  totalOf,
  type GrantAmount,
  type GrantBasis,
  type MunicipalityGrants,
} from './municipalityGrants';
export { planOf } from './plans/planOf';
export type { AllocationPlan } from './plans/planSchema';
export { readPlan } from './plans/readPlan';
export { changeInThousandYen, inThousandYen, inYen } from './printYen';
export { checkSanity } from './checkSanity';
export { eligibleCategories } from './use/costCategories';
export { moneyGrantName, useOfGrant, type UseOfGrant, type UseRow, type UseTable } from './use/useOfGrant';
