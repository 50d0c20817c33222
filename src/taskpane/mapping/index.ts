export { fitting, inYear, onColumn, onSheet } from './chosen';
export { headerChanges, type HeaderChange } from './headerChanges';
export { headersOf, layoutOf, type ColumnChoice, type Layout, type SheetLayout } from './layout';
export {
  automatic,
  mappingText,
  readMapping,
  type MappedColumn,
  type Mapping,
  type RememberedMapping,
} from './mapping';
export { recognitionOf, type Recognition, type SampleRow } from './recognition';
