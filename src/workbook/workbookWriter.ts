import type { Result } from '../kernel';
import type { SheetModel } from './sheetModel';

/**
 * The writing port. Each sheet overwrites the values of the rectangle it owned before, or is added at the end;
 * nothing else of the workbook is touched. All sheets are written, or none.
 */
export interface WorkbookWriter {
  write(sheets: readonly SheetModel[]): Promise<Result<WriteReport>>;
}

export interface WriteReport {
  /** In the order of the models: where each was written, whether the sheet is new, and how many cells changed. */
  readonly sheets: readonly {
    readonly marker: string;
    readonly name: string;
    readonly created: boolean;
    readonly changedCells: number;
    /** Someone changed our values since we wrote them; absent when the writer cannot tell. */
    readonly editedSinceLastWrite?: boolean;
  }[];
}
