import type { BlockNationalFigures, NationalFigures } from '../../../src/schemes/national';
import type { BlockScheme, Scheme } from '../../../src/schemes/scheme';
import { citations } from '../../../src/schemes/lint/structure';
import { faultsOf, type Fault } from '../../../src/schemes/lint/linter';
import { nationalBlocks } from './nationalBlocks';
import { nationalCounts } from './nationalCounts';
import { nationalCoverage } from './nationalCoverage';
import { nationalCutOffs } from './nationalCutOffs';
import { nationalDistribution } from './nationalDistribution';
import { nationalMeans } from './nationalMeans';
import { nationalPrintedSums } from './nationalPrintedSums';
import { nationalRanks } from './nationalRanks';

const linters = [
  nationalCoverage,
  nationalCounts,
  nationalBlocks,
  nationalMeans,
  nationalDistribution,
  nationalRanks,
  nationalCutOffs,
];

/** Every fault of a year's national figures, held against the rules of that year. */
export const lintNational = (national: NationalFigures, scheme: Scheme): readonly Fault[] => [
  ...faultsOf([citations], national),
  ...faultsOf(linters, { national, scheme }),
];

/** The same where only blocks are known. */
export const lintBlockNational = (national: BlockNationalFigures, scheme: BlockScheme): readonly Fault[] => [
  ...faultsOf([citations], national),
  ...faultsOf([nationalPrintedSums], { national, scheme }),
];
