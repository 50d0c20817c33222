/** What the custom functions calculate with: the whole engine of reading and scoring, which no page loads before it is asked. */
export { readText } from './arguments';
export { estimatedGrant, shareYen } from './money';
export { rankInPopulation, rankOfPoints, ranksOfRange, tiersOfRange, tiersReached } from './ranking';
export { criteriaTable, explainPoints, lookingOut, maxPoints, scorePoints, scoreRate } from './scoring';
