export {
  answerState,
  answerStateCode,
  answerStateName,
  type AnswerStateCode,
  type AnswerStateName,
} from './answerState';
export type { AnswerCell, Answers, MunicipalityAnswers } from './answers';
export {
  chosenColumns,
  chosenSheets,
  columnsOffered,
  headerText,
  placeOf,
  readMarkMeaning,
  type Choice,
  type ChosenColumn,
  type ColumnOffer,
} from './choice';
export { decideYear } from './decideYear';
export { readNumber, type MarkMeanings, type NumberUnit } from './marks';
export { designatedCityCodes, registeredMunicipalities, type MunicipalityIdentity } from './municipality';
export { readAnswers, type ReadingOptions } from './readAnswers';
export { bareTable } from './tables/bareTable';
export { findTables } from './tables/findTables';
export type { AnswerTable } from './tables/answerTable';
export type { PrintedSum } from './tables/readColumn';
export {
  fewOfEach,
  nationalSheetName,
  rawKey,
  readNationalTable,
  type AmountColumn,
  type NationalReadingOptions,
  type NationalTable,
  type OtherRow,
  type PrintedFigure,
  type SummaryKind,
  type SummaryRow,
} from './national';
export type { SumTarget } from './tables/sumTargets';
