import { foldLabel } from '../../kernel';
import type { Problem } from '../../problems';
import type { GrantOrCommon, Scheme } from '../../schemes';
import type { CellValue } from '../../workbook';
import type { MunicipalityIdentity } from '../municipality/register';

/** The ministry's table 全国集計（市町村） of one year, column by column; row `i` of every column is the same municipality. */
export interface NationalTable {
  readonly scheme: Scheme;
  readonly sheet: string;
  /** Municipalities read; compare with the year's 1,741 before ranking. */
  readonly count: number;
  readonly municipalities: readonly MunicipalityIdentity[];
  /** 0-based sheet row of each. */
  readonly rows: Int32Array;
  /** `answerState` codes, municipality after municipality, criteria in the order of the scheme. */
  readonly states: Uint8Array;
  /** Persons; NaN = not given. */
  readonly insured: Float64Array;
  readonly population: Float64Array;
  /** 1–5; 0 = not given. */
  readonly sizeClass: Uint8Array;
  /** 1 = 過疎, 0 = not; 255 = not given. */
  readonly depopulated: Uint8Array;
  /** NaN = not given. */
  readonly previousTotals: Float64Array;
  readonly previousRanks: Float64Array;
  /** Sums and ranks as printed, by block key; NaN = blank. */
  readonly printedBlocks: ReadonlyMap<string, Float64Array>;
  readonly printedRanks: ReadonlyMap<string, Float64Array>;
  /** True for blocks and criteria that the table carries. */
  readonly criteriaFound: Uint8Array;
  readonly amounts: readonly AmountColumn[];
  /** Raw figures of tier measures by `rawKey`, where the table carries them; NaN = blank. */
  readonly raw: ReadonlyMap<string, Float64Array>;
  readonly summary: readonly SummaryRow[];
  readonly unions: readonly OtherRow[];
  /** Rows that look like entries but are not ranked, each with the reason in `problems`. */
  readonly excluded: readonly OtherRow[];
  /** True when one municipality stands twice with different answers: national ranks must not be recomputed. */
  readonly contradictory: boolean;
  readonly problems: readonly Problem[];
}

/** 交付見込額, 決定額 … in yen; `null` = blank. */
export interface AmountColumn {
  readonly label: string;
  readonly grant: GrantOrCommon | null;
  readonly kind: 'draft' | 'final' | 'notice' | 'other';
  readonly values: readonly (bigint | null)[];
}

export type SummaryKind =
  'maxPoints' | 'sum' | 'mean' | 'itemMean' | 'rate' | 'median' | 'sdPopulation' | 'count' | 'share' | 'other';

/** A row 配点, 平均点 …: the printed figures by criterion index and by block key, wherever the cell holds a number. */
export interface SummaryRow {
  readonly kind: SummaryKind;
  readonly label: string;
  readonly row: number;
  readonly criteria: ReadonlyMap<number, PrintedFigure>;
  readonly blocks: ReadonlyMap<string, PrintedFigure>;
}

export interface PrintedFigure {
  readonly value: number;
  /** A1 address. */
  readonly cell: string;
}

export interface OtherRow {
  readonly row: number;
  readonly name: string;
  readonly prefecture: string | undefined;
}

const kinds: ReadonlyMap<string, SummaryKind> = new Map<string, SummaryKind>([
  ['配点', 'maxPoints'],
  ['満点', 'maxPoints'],
  ['合計', 'sum'],
  ['計', 'sum'],
  ['総計', 'sum'],
  ['合計点', 'sum'],
  ['平均', 'mean'],
  ['平均点', 'mean'],
  ['平均値', 'mean'],
  ['平均得点', 'mean'],
  ['項目平均', 'itemMean'],
  ['平均得点率', 'rate'],
  ['得点率', 'rate'],
  ['中央値', 'median'],
  ['標準偏差', 'sdPopulation'],
  ['該当市町村数', 'count'],
  ['該当数', 'count'],
  ['該当団体数', 'count'],
  ['該当率', 'share'],
  ['該当割合', 'share'],
  ['最大', 'other'],
  ['最大値', 'other'],
  ['最高点', 'other'],
  ['最小', 'other'],
  ['最小値', 'other'],
  ['最低点', 'other'],
]);

/**
 * What a row of figures under or over the data holds, by its label; order and place differ between years
 * (rules/grants.md#national-table).
 */
export const summaryKind = (value: CellValue): SummaryKind | undefined => {
  if (typeof value !== 'string' || value.length > 24) return undefined;
  const label = foldLabel(value)
    .replace(/[(（].*$/, '')
    .replace(/[【】[\]:：・]/g, '');
  return kinds.get(label) ?? kinds.get(label.replace(/^(?:全国|全体|全市町村|市町村)の?/, ''));
};

/** The key of a tier measure: the indicator's id, and where it has several measures their letter: `P2a1`, `S1a4/イ`. */
export const rawKey = (indicatorId: string, measure: string | undefined): string =>
  measure === undefined ? indicatorId : `${indicatorId}/${measure}`;
