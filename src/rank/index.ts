export type { NationCoverage, Recognised } from './coverage';
export { figureToStep, type FigureToStep } from './cutOffs';
export { stepsBetweenPairs, type PointsStep } from './knownSteps';
export { insuredOf, nationOf, withPeers, type Nation } from './nation';
export { prefectureOfRow } from './prefectureRows';
export {
  outcomeChanges,
  peersInTable,
  peersSource,
  prefectureMean,
  prefectureRankBand,
  publishedPeers,
  type OutcomeChange,
  type PlaceAmongPeers,
} from './peers';
export { placeInNation, type PlaceInNation } from './placeInNation';
export { grantRankBand, rankBand, rankBandOfRange, type RankBand } from './rankBand';
export {
  blockColumn,
  rankAt,
  rankNation,
  rankOfSum,
  ranksOf,
  sumAt,
  type NationRanks,
  type SumTerm,
} from './rankNation';
export { ranksWithin } from './ranks';
export { municipalitiesIn, peerScope, scopesOf, type Scope, type ScopeColumns, type ScopeName } from './scopes';
export {
  neighboursOf,
  rankAmong,
  rankOrigin,
  standingOf,
  type NextPlace,
  type RankedIn,
  type Standing,
} from './standing';
export {
  blockStatistics,
  groupTotals,
  statisticsOf,
  type BlockStatistics,
  type GroupTotal,
  type Statistics,
} from './statistics';
export { summaryColumns, type SummaryColumn } from './summaryColumns';
export { trustedNation, trustingNation } from './trustedNation';
