import type { BlockScheme, Scheme } from '../schema';
import { alternatives } from './alternatives';
import { citations } from './citations';
import { cutOffs } from './cutOffs';
import { goalMaxima } from './goalMaxima';
import { grantMaxima } from './grantMaxima';
import { groupMaxima } from './groupMaxima';
import { idsMatchPlaces } from './idsMatchPlaces';
import { indicatorMaxima } from './indicatorMaxima';
import { faultsOf, type Fault, type Linter } from './linter';
import { numbering } from './numbering';
import { criteriaToEarn, somethingToEarn } from './somethingToEarn';
import { tierSteps } from './tierSteps';
import { uniqueIds } from './uniqueIds';

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
