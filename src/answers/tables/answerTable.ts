import type { FiscalYear } from '../../kernel';
import type { SheetContent } from '../../workbook';
import type { HeaderRole } from './headerWord';
import type { TitleBlock } from './titleBlock';

/** What a label column is for; answers and notes aside. */
export type LabelRole = Exclude<HeaderRole, 'answer' | 'earned' | 'other'>;

/** A table of criteria found on a sheet: where its header is and what each column is for. */
export interface AnswerTable {
  readonly sheet: SheetContent;
  /** 0-based last row of the header; criteria follow below. */
  readonly headerRow: number;
  /** 0-based last row of the table. */
  readonly lastRow: number;
  readonly columns: ReadonlyMap<LabelRole, number>;
  readonly answerColumns: readonly AnswerColumn[];
  /** The column 得点 beside the answers, where the sheet's own sums may stand. */
  readonly earnedColumn?: number;
  readonly title: TitleBlock;
  /** Fiscal years in the 年度 column, in order of appearance. */
  readonly years: readonly FiscalYear[];
}

/** A column of answers: of the municipality named in its header, or of the title block's when headed 回答. */
export interface AnswerColumn {
  readonly column: number;
  readonly headerCell: string;
  /** The municipality in the header; absent when it only says 回答. */
  readonly municipality?: { readonly name: string; readonly prefecture?: string };
  /** The fiscal year in the header: 回答（令和7年度）. */
  readonly year?: FiscalYear;
}

/** The leftmost label column, where a row is pointed at. */
export const firstColumn = ({ columns }: AnswerTable): number => Math.min(...columns.values());
