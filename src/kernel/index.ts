export {
  fiscalYearLabel,
  fiscalYearOf,
  fiscalYearsIn,
  readFiscalYear,
  westernYear,
  type FiscalYear,
} from './fiscalYear';
export { halfUp, printedPercent } from './halfUp';
export { engineVersion, sha256Hex } from './hash';
export { changeInThousandYen, inThousandYen, inYen, yen, type Yen } from './money';
export { at, int16At, uint16At, uint8At, wholeNumbersLike } from './numbers';
export { foldLabel, foldText } from './text';
