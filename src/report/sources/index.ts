export { blockFromAnswers, blockWords, fromAnswers, openQuestion } from './answerSources';
export { fromPlan, fromPublished, fromPublishedParts, fromRules, rankFromPublished } from './documentSources';
export { fromTable, fromTableRow, tableRow } from './tableSources';
export { together } from './together';
export { fromProgrammes, fromSettings } from './toldSources';
export { computed, fromGrantAmount } from './workedOut';
export { fromAllAmounts, fromAmount } from './amountSources';
export { insuredSource } from './insuredSource';
export { nationalRankSource, rankSources } from './rankSources';
