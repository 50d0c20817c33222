import type { FiscalYear } from '../../kernel';
import type { SheetContent } from '../../workbook';
import type { HeaderRole } from './headerRole';
import type { TitleBlock } from './titleBlock';

/** A table of criteria found on a sheet: where its header is and what each column is for. */
export interface AnswerTable {
  readonly sheet: SheetContent;
  /** 0-based row of the header; criteria follow below. */
  readonly headerRow: number;
  /** 0-based last row of the table. */
  readonly lastRow: number;
  readonly columns: ReadonlyMap<Exclude<HeaderRole, 'answer' | 'other'>, number>;
  readonly answerColumns: readonly AnswerColumn[];
  readonly title: TitleBlock;
  /** Fiscal years in the 年度 column, in order of appearance. */
  readonly years: readonly FiscalYear[];
}

/** A column of answers: of the municipality named in its header, or of the title block's when headed 回答. */
export interface AnswerColumn {
  readonly column: number;
  readonly header: string;
  readonly headerCell: string;
  readonly named: boolean;
}
