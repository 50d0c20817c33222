export { councilFacts, type CouncilFacts } from './councilFacts';
