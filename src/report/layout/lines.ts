import type { ModelCell } from '../../workbook';

/** A cell over `columns` columns and `rows` rows (1 where absent); `user` marks text the reader may write over. */
export interface Span {
  readonly cell: ModelCell;
  readonly columns: number;
  readonly rows?: number;
  readonly user?: true;
}

/** One row of a paper; spans stand side by side, past the cells that a span of an earlier line reaches down to. */
export interface Line {
  readonly spans: readonly Span[];
  /** Points; absent = as high as its text needs. */
  readonly height?: number;
  /** Points it has at least, where its text needs less. */
  readonly atLeast?: number;
  /** Stands on the page of the next line; headings and heads of tables do without being told. */
  readonly withNext?: true;
  /** Begins a page. */
  readonly newPage?: true;
}
