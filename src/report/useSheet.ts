import { eligibleCategories, moneyGrantName, type UseOfGrant, type UseTable } from '../allocation';
import { fiscalYearLabel } from '../kernel';
import type { ModelCell, SheetModel } from '../workbook';
import { cell } from './cells';
import { layOut, type Line } from './layOut';
import { yenCell } from './moneyCells';
import type { Results } from './results';
import { line, span } from './spans';

const columnWidths = [44, 40, 18, 10];
const width = columnWidths.length;

/** Sheet 使途: the programmes of each grant against its notice; every table adds up to the notice. */
export const useSheet = (results: Results, use: UseOfGrant): SheetModel => {
  const lines: readonly Line[] = [
    line(span(`交付金の使途（${fiscalYearLabel(results.scheme.fiscalYear)}）`, width, 'title')),
    ...use.tables.flatMap(tableLines),
    cells([cell('全体', 'total-side'), cell(null, 'total'), yenCell(use.totalYen, 'total'), cell(null, 'total')]),
    line(span('※ 構成比は端数処理の関係で合計が 100.0% にならない場合があります。', width, 'note')),
  ];
  const { rows, merges, rowHeights } = layOut(lines, columnWidths);
  return {
    name: '使途',
    marker: 'use',
    rows,
    merges,
    columnWidths,
    rowHeights,
    print: { orientation: 'portrait', header: '&R&A', footer: `&L検算コード ${results.checkCode}&R&P / &N` },
  };
};

const cells = (row: readonly ModelCell[]): Line => ({ spans: row.map((one) => ({ cell: one, columns: 1 })) });

const tableLines = (table: UseTable): readonly Line[] => {
  const share = (amount: bigint): number | null =>
    table.totalYen === 0n ? null : Number(amount) / Number(table.totalYen);
  const eligible = eligibleCategories(table.grant);
  return [
    line(span(moneyGrantName(table.grant), width, 'heading')),
    ...(eligible === undefined ? [] : [line(span(`対象経費：${eligible.join('、')}`, width, 'note'))]),
    cells(['充当先事業', '経費区分', '金額（円）', '構成比'].map((text) => cell(text, 'header'))),
    ...table.rows.map(({ kind, name, category, amountYen }) =>
      cells([
        cell(name, kind === 'unassigned' ? 'check' : 'side'),
        cell(category === '' ? null : category, 'side'),
        yenCell(amountYen),
        cell(share(amountYen), 'body', 'percent1'),
      ]),
    ),
    cells([
      cell(table.noticeYen === undefined ? '計（内示額の入力なし）' : '計（内示額）', 'total-side'),
      cell(null, 'total'),
      yenCell(table.totalYen, 'total'),
      cell(share(table.totalYen), 'total', 'percent1'),
    ]),
    line(),
  ];
};
