import type { ChangeKind } from '../outlook';
import { blockKey, type BlockPlace, type Grant } from '../schemes';
import type { MoneyGrant } from '../settings';

/**
 * How formulas of the sheet 検算 find printed figures on other sheets. A municipality is named by its place among the results,
 * never by a word of its own.
 */
export const cellKeys = {
  /** Sheet 得点; a common goal stands once under each grant, the total under none. */
  score: (
    what: 'max' | 'points' | 'rate' | 'mean' | 'difference',
    at: number,
    block: BlockPlace,
    under: Grant | null,
  ) => `${what} ${at} ${under ?? 'all'} ${blockKey(block)}`,
  /** Sheet 指標別: the first criterion of an indicator, the others below it. */
  criteria: (what: 'max' | 'answer' | 'points', at: number, indicator: string) => `${what} ${at} ${indicator}`,
  /** Sheet 指標別分析. */
  analysis: (indicator: string) => indicator,
  /** Sheet 順位表. */
  ranking: (what: 'national' | 'place' | 'prefecture', at: number) => `${what} ${at}`,
  /** Sheet 順位表, by the blocks it has. */
  ranked: (at: number, block: BlockPlace) => `points ${at} ${blockKey(block)}`,
  /** The same with open answers met, where the sheet has both ends. */
  rankedMost: (at: number, block: BlockPlace) => `most ${at} ${blockKey(block)}`,
  /** Sheet 統計: the nation's mean of a block. */
  mean: (block: BlockPlace) => `mean ${blockKey(block)}`,
  /** Sheet 県内一覧: the members of a prefecture in their order, and their mean; by the place of both on the sheet. */
  member: (prefecture: number, member: number | 'mean', block: BlockPlace) =>
    `${prefecture} ${member} ${blockKey(block)}`,
  /** Sheet 配分. */
  amount: (at: number, grant: MoneyGrant | 'total') => `${at} ${grant}`,
  /** Sheet 使途: a programme by its place in the table, the sum of a table, and that of all. */
  use: (grant: MoneyGrant | 'all', row: number | 'total') => `${grant} ${row}`,
  /** Sheet 前年度比較. */
  compared: (what: 'before' | 'now' | 'change' | 'rate-change', row: 'promotion' | 'support' | 'total') =>
    `${what} ${row}`,
  /** Sheet 概況. */
  summary: (what: 'now' | 'before' | 'change', row: 'promotion' | 'support' | 'total') => `${what} ${row}`,
  /** Sheets 協議会資料 and 資料B: the own points of a block. */
  onPaper: (block: BlockPlace) => `points ${blockKey(block)}`,
  /** Sheet 比較団体: a municipality by its column. */
  peer: (column: number, block: BlockPlace) => `${column} ${blockKey(block)}`,
  /** Sheet 機械可読. */
  openData: (end: 'least' | 'most', at: number, block: BlockPlace) => `${end} ${at} ${blockKey(block)}`,
  /** Sheet 推移, by the year. */
  trend: (year: string, what: 'promotion' | 'support' | 'total' | 'mean' | 'distance') => `${year} ${what}`,
  /** Sheet 前年度からの変化: the totals and what lies between them; the criteria of a kind, from the first to the last. */
  step: (name: 'before' | 'now' | ChangeKind) => name,
  changed: (kind: ChangeKind, which: 'first' | 'last') => `${which} ${kind}`,
  /** Sheet 取組案: the first row's 状態, the others below it. */
  planStates: 'states',
};

/** The kinds of changes that lie between two totals, in the order of the sheet 前年度からの変化. */
export const changeSteps: readonly ChangeKind[] = ['gained', 'lost', 're-pointed', 'added', 'dropped'];
