export { readTableRows, type CriterionRow, type SumRow, type TableRows } from '../alignment/tableRows';
