export {
  answerState,
  answerStateCode,
  answerStateName,
  isOpenState,
  type AnswerStateCode,
  type AnswerStateName,
  withOpenMet,
} from './answerState';
export {
  askedAt,
  criteriaCoverage,
  doubtsOf,
  type AnswerCell,
  type Answers,
  type CriteriaCoverage,
  type MunicipalityAnswers,
} from './answers';
export type { BesideTexts } from './besideTexts';
export { cellKey, judgementWords, blankWord, type Decision, type Judgement } from './decisions/decision';
export { asksOf } from './decisions/asks';
export { answersDecided, decisionOn, withoutAnswers, type Decided } from './decisions/decided';
export { holdingOf, type Holding, type VoidDecision } from './decisions/holding';
export { decisionHeadings, decisionsIn, decisionsMarker, nothingAsked } from './decisions/readDecisions';
export { settling } from './decisions/settle';
export {
  chosenColumns,
  chosenSheets,
  placeAmong,
  readMarkMeaning,
  type Choice,
  type ChosenColumn,
  type ColumnOffer,
} from './choice';
export {
  headerChanges,
  headersOf,
  layingOut,
  layoutOf,
  type HeaderChange,
  type Layout,
  type SheetLayout,
} from './layout';
export { headerText } from './columns/headerTexts';
export type { MarkMeanings } from './marks';
export { nameless } from './owners';
export { amongNeighbours, missingOfPrefectures } from './municipality/neighbours';
export {
  designatedCityCodes,
  prefectures,
  registeredIn,
  registeredMunicipalities,
  type MunicipalityIdentity,
} from './municipality/register';
export { fewOfEach } from './national/fewOfEach';
export {
  rawKey,
  type AmountColumn,
  type NationalTable,
  type OtherRow,
  type PrintedFigure,
  type SummaryKind,
  type SummaryRow,
} from './national/nationalTable';
export {
  nationalSheetName,
  readingNationalTable,
  readNationalTable,
  type NationalReadingOptions,
} from './national/readNationalTable';
export { nationalColumns } from './national/wantedColumns';
export { readNumber, type NumberUnit } from './numbers';
export { heldWhereDoubtful } from './plausible';
export { readAnswers, type ReadingOptions } from './readAnswers';
export {
  columnPlace,
  rowPlace,
  sheetsOf,
  type ColumnUse,
  type Reading,
  type RowsRead,
  type SheetReading,
  type SheetUse,
} from './reading';
export { noAnswers } from './noAnswers';
export { answeringTables, type AnsweringTables } from './sheets/answeringTables';
export { decideYear } from './sheets/decideYear';
export { bareTable } from './tables/bareTable';
export type { PrintedSum } from './columns/readGroup';
export { findingTables, findTables } from './tables/findTables';
export type { SumTarget } from './tables/sumTargets';
export type { AnswerTable } from './tables/answerTable';
