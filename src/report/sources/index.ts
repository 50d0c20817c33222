export { fromAllAmounts, fromAmount } from './amountSources';
export {
  blockFromAnswers,
  blockWords,
  computed,
  fromAnswers,
  fromGrantAmount,
  fromPlan,
  fromProgrammes,
  fromPublished,
  fromPublishedParts,
  fromRules,
  fromSettings,
  fromTable,
  fromTableRow,
  openQuestion,
  rankFromPublished,
  tableRow,
  together,
} from './figureSources';
export { insuredSource } from './insuredSource';
export { nationalRankSource, rankSources } from './rankSources';
