import type { BlockPlace } from './names';
import type { Scheme } from './scheme';

/** A value with where it comes from, made together so that the one never has to be guessed from the other. */
export interface Figure<T = number> {
  readonly value: T;
  readonly origin: Origin;
}

/** Where a figure comes from, as facts; `report/origins.ts` is the one place that says them in words. */
export type Origin =
  /** Told by a person in the row `label` of the form 設定; without a place in a settings file. */
  | { readonly kind: 'told'; readonly label: string; readonly place?: CellPlace | undefined }
  /** Points of a block, scored from answers, or from a row of the national table on the sheet `table`; the place is an answer. */
  | {
      readonly kind: 'scored';
      readonly block: BlockPlace;
      readonly table?: string | undefined;
      readonly place?: CellPlace | undefined;
    }
  /** Printed in the municipality's row of the national table on `sheet`. */
  | { readonly kind: 'table-row'; readonly sheet: string; readonly place?: CellPlace | undefined }
  /** Worked out from all rows of the national table on `sheet`; the place is the municipality's row. */
  | {
      readonly kind: 'table';
      readonly sheet: string;
      readonly municipalities: number;
      readonly place?: CellPlace | undefined;
    }
  /** Laid down by the rules of the year, or by the allocation plan of its budget. */
  | { readonly kind: 'rules' | 'plan'; readonly cited: Cited }
  /** Half of what was told of both grants together. */
  | { readonly kind: 'half-of-maximum' }
  /** Published as such · worked out from what is published. */
  | { readonly kind: 'published' | 'from-published'; readonly cited: Cited }
  /** A rank that the published distribution of points, or published pairs of points and rank, give. */
  | { readonly kind: 'ranked'; readonly by: 'distribution' | 'known-pairs'; readonly cited: Cited }
  /** An amount that was shared out or estimated, step by step. */
  | { readonly kind: 'share' | 'estimate'; readonly because: readonly string[] }
  /** The same points of both grants, a common goal's twice. */
  | { readonly kind: 'sum-over-grants' }
  /** Points of one criterion, scored from the answer in the cell; without a place there is no row for it. */
  | { readonly kind: 'answer'; readonly place?: CellPlace | undefined }
  /** Points of a criterion that the total without its indicator decides; the place is its row among the answers. */
  | { readonly kind: 'own-total'; readonly place?: CellPlace | undefined }
  /** Added up from these. */
  | { readonly kind: 'sum'; readonly of: readonly Summand[] };

/** A figure that was added up from others. */
export interface SumFigure<T = number> extends Figure<T> {
  readonly origin: Extract<Origin, { readonly kind: 'sum' }>;
}

/** A cell of the user's workbook. */
export interface CellPlace {
  readonly sheet: string;
  readonly cell: string;
}

/** A part of a sum, with how it came about where nobody told it. */
export interface Summand {
  readonly part: 'promotion' | 'outcomeOriented' | 'support';
  readonly basis?: 'share' | 'estimate' | undefined;
}

/** A document by its title, and the place in it. */
export interface Cited {
  readonly title: string;
  readonly place: string;
}

/** The document that `source` names, as the data beside it lists them. */
export const cite = (
  documents: Scheme['documents'],
  { document, place }: Pick<Scheme['source'], 'document' | 'place'>,
): Cited => ({ title: documents.find(({ id }) => id === document)?.title ?? document, place });
