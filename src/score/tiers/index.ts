export { ownTotalTiers, type OwnTotalTiers } from './ownTotalTiers';
export { stepsReached, type TierRule } from './stepsReached';
export { tierStates, type RawFigures, type TierStates } from './tierStates';
export { tierAmongDoers, tierTop, type TierMeasure } from './tierSteps';
