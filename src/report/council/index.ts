export { amountWordOf, basisOf, estimateCaution, estimateNote, estimateOf, totalBand } from './amountWords';
export { councilFacts, type CouncilFacts } from './councilFacts';
export { provisionalMark, provisionalSentence } from './provisionalWords';
