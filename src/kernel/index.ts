export { builtin } from './builtin';
export { groupedBy } from './groups';
export {
  calendarYearLabel,
  fiscalYearLabel,
  fiscalYearOf,
  fiscalYearsIn,
  readFiscalYear,
  reiwaYear,
  westernYear,
  type FiscalYear,
} from './fiscalYear';
export { halfUp, printedPercent } from './halfUp';
export { engineVersion, sha256Hex } from './hash';
export { changeInThousandYen, inGroups, inThousandYen, inYen, sumYen, yen, type Yen } from './money';
export { at, float64At, int16At, nothingAt, uint16At, uint32At, uint8At, wholeNumbersLike } from './numbers';
export { aheadOf, populationOf, type Better, type Population } from './population';
export { rangeInWords } from './range';
export { finished, inSlices, inTurns, oneSlice, type Steps } from './steps';
export { foldLabel, foldText, outwardJson, outwardLine, outwardText } from './text';
export { seededRandom } from './seededRandom';
