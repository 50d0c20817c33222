import { eligibleCategories, moneyGrantName, type UseOfGrant, type UseTable } from '../../allocation';
import { fiscalYearLabel } from '../../kernel';
import type { SheetModel } from '../../workbook';
import { cellKeys } from '../cellKeys';
import { cell, keyed, yenCell } from '../layout/cells';
import { cellLine, headerLine, layOut, line, pageSetup, wideLines, type Line } from '../layout/layOut';
import { fromProgramme, fromSettings } from '../figureSources';
import { computed } from '../origins';
import type { Results } from '../../evaluation';

const columnWidths = [36, 34, 18, 10];
const wide = wideLines(columnWidths.length);

/** Sheet 使途: the programmes of each grant against its notice; every table adds up to the notice. */
export const useSheet = (results: Results, use: UseOfGrant): SheetModel => {
  const lines: readonly Line[] = [
    wide(`交付金の使途（${fiscalYearLabel(results.scheme.fiscalYear)}）`, 'title'),
    ...use.tables.flatMap((table) => tableLines(table, results)),
    cellLine([
      cell('全体', 'total-side'),
      cell(null, 'total'),
      keyed(yenCell(use.totalYen, 'total', allTables), cellKeys.use('all', 'total')),
      cell(null, 'total'),
    ]),
    wide('※ 構成比は端数処理の関係で合計が 100.0% にならない場合があります。', 'note', shareOfTotal),
  ];
  const laidOut = layOut(lines, columnWidths);
  return {
    name: '使途',
    marker: 'use',
    ...laidOut,
    print: pageSetup({ orientation: 'portrait', coded: true }),
  };
};

const allTables = computed('交付金ごとの計の合計');
const shareOfTotal = computed('金額÷計');
const assigned = computed('充当先事業の金額の合計');
const remainder = computed('内示額－充当先事業の金額の合計');

const tableLines = (table: UseTable, results: Results): readonly Line[] => {
  const share = (amount: bigint): number | null =>
    table.totalYen === 0n ? null : Number(amount) / Number(table.totalYen);
  const eligible = eligibleCategories(results.scheme.fiscalYear, table.grant);
  const notice = fromSettings(results.money.settings, `notice.${table.grant}`);
  return [
    wide(moneyGrantName(table.grant), 'heading'),
    ...(eligible === undefined ? [] : [wide(`対象経費：${eligible.join('、')}`, 'note')]),
    headerLine(['充当先事業', '経費区分', '金額（円）', '構成比']),
    ...table.rows.map(({ programme, name, category, amountYen }, row) => {
      const source = programme === undefined ? remainder : fromProgramme(programme);
      return cellLine([
        cell(name, programme === undefined ? 'check' : 'side', { source }),
        cell(category === '' ? null : category, 'side', { source }),
        keyed(yenCell(amountYen, 'body', source), cellKeys.use(table.grant, row)),
        cell(share(amountYen), 'body', { number: 'percent1', source: shareOfTotal }),
      ]);
    }),
    cellLine([
      cell(table.noticeYen === undefined ? '計（内示額の入力なし）' : '計（内示額）', 'total-side'),
      cell(null, 'total'),
      keyed(
        yenCell(table.totalYen, 'total', table.noticeYen === undefined ? assigned : notice),
        cellKeys.use(table.grant, 'total'),
      ),
      cell(share(table.totalYen), 'total', { number: 'percent1', source: shareOfTotal }),
    ]),
    line(),
  ];
};
