import {
  a1,
  isWithin,
  markerName,
  markerPrefix,
  outwardValue,
  ownedSheets,
  sameValue,
  type FigureSource,
  type ModelCell,
  type SheetModel,
  type SelectedCell,
} from '../../workbook';
import { printedAs, printedValue } from '../charts/table';

/** What can be said about the cell a person asked about. */
export type FigureAnswer =
  | (Asked & {
      readonly kind: 'figure';
      /** As the last scoring prints it. */
      readonly printed: string;
      readonly source: FigureSource;
      readonly found?: string;
    })
  /** A heading, an empty cell, a text of the user: nothing on it was worked out. */
  | (Asked & { readonly kind: 'no-figure'; readonly found?: string })
  /** A sheet of the user, or a cell outside what we wrote. */
  | (Asked & { readonly kind: 'not-ours' })
  /** We wrote the sheet, but the last scoring makes no such sheet. */
  | (Asked & { readonly kind: 'other-scoring' });

interface Asked {
  /** `資料A!B5` */
  readonly place: string;
}

/**
 * Looks a selected cell up in the sheets of the last scoring. `found` is what stands on the sheet where it is not what the
 * scoring prints: someone edited it, or it is older.
 */
export const figureAt = (models: readonly SheetModel[], selected: SelectedCell): FigureAnswer => {
  const { sheet, row, column, names } = selected;
  const here = { place: `${sheet}!${a1(row, column)}` };
  const model = models.find((one) => ownedSheets(names, one).length > 0);
  const area = model && ownedSheets(names, model)[0]?.rectangle;
  if (model === undefined || area === undefined)
    return { ...here, kind: names.some(({ name }) => isReport(name)) ? 'other-scoring' : 'not-ours' };
  if (!isWithin(area, row, column)) return { ...here, kind: 'not-ours' };
  const at = firstOfMerge(model, row - area.top, column - area.left);
  const cell: Pick<ModelCell, 'value' | 'number' | 'source'> = model.rows[at.row]?.[at.column] ?? { value: null };
  const isItself = area.top + at.row === row && area.left + at.column === column;
  const found = isItself ? foundInstead(model, at, cell, selected) : undefined;
  const more = {
    place: `${sheet}!${a1(area.top + at.row, area.left + at.column)}`,
    ...(found === undefined ? {} : { found }),
  };
  return cell.source === undefined
    ? { ...more, kind: 'no-figure' }
    : { ...more, kind: 'figure', printed: printedValue(cell), source: cell.source };
};

/** Names of the sheets we write and never read; the answer form and the sample are the user's to fill in. */
export const isReport = (name: string): boolean =>
  name.startsWith(markerPrefix) && !name.startsWith(markerName('form')) && !name.startsWith(markerName('sample'));

/** A merged block speaks in its first cell. */
const firstOfMerge = ({ merges }: SheetModel, row: number, column: number) => {
  const merge = merges?.find((one) => isWithin(one, row, column));
  return merge === undefined ? { row, column } : { row: merge.top, column: merge.left };
};

const foundInstead = (
  { userCells }: SheetModel,
  at: { readonly row: number; readonly column: number },
  cell: Pick<ModelCell, 'value' | 'number'>,
  { value }: SelectedCell,
): string | undefined => {
  const isTheUsers = userCells?.some(({ row, column }) => row === at.row && column === at.column) === true;
  return isTheUsers || sameValue(outwardValue(cell.value), outwardValue(value)) ? undefined : printedAs(value, cell);
};
