import type { BlockScheme, Scheme } from '../scheme';
import {
  alternatives,
  citations,
  criteriaToEarn,
  idsMatchPlaces,
  numbering,
  somethingToEarn,
  uniqueIds,
} from './structure';
import { cutOffs, tierSteps } from './tiers';
import { goalMaxima, grantMaxima, groupMaxima, indicatorMaxima } from './sums';
import { faultsOf, type Fault, type Linter } from './linter';

export type { Fault };

const forEveryScheme = [goalMaxima, grantMaxima, somethingToEarn, citations];

const forCriteria: readonly Linter<Scheme>[] = [
  indicatorMaxima,
  groupMaxima,
  ...forEveryScheme,
  criteriaToEarn,
  uniqueIds,
  idsMatchPlaces,
  numbering,
  tierSteps,
  cutOffs,
  alternatives,
];

/** Every semantic fault of a scheme; empty when its figures agree with each other. */
export const lintScheme = (scheme: Scheme): readonly Fault[] => faultsOf(forCriteria, scheme);

/** The same for a scheme known by blocks only. */
export const lintBlockScheme = (scheme: BlockScheme): readonly Fault[] => faultsOf<BlockScheme>(forEveryScheme, scheme);
