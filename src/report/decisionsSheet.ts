import { decisionHeadings, decisionsMarker, judgementWords, type Decision } from '../answers';
import type { ModelCell, SheetModel } from '../workbook';
import { shownText } from './decisionWords';
import { cell, headerCells, padded } from './layout/cells';
import { onPaper } from './layout/onPaper';
import { pageSetup } from './layout/layOut';

const columnWidths = [16, 8, 30, 18, 34, 20, 18];
const width = columnWidths.length;

/** Rows are offered by so many at once, and never fewer than half of them are free: a person's own rows stay inside the sheet. */
const offeredRows = 50;

/**
 * The sheet 判定: every decision about a doubtful cell, one a row, under the headings `decisionsIn` reads, and empty rows for
 * those a person writes. The whole list is written each time; what left it is undone.
 */
export const decisionsSheet = (decisions: readonly Decision[]): SheetModel => {
  const wide = (text: string, look: 'title' | 'note'): readonly ModelCell[] => padded([cell(text, look)], width, look);
  const head = [
    wide('判定（読み方に迷うセルを、人が決めた記録）', 'title'),
    wide(
      '採点は、ここにある判定のとおりに読みます。回答のシートは書き換えません。行を削除すると、その判定は取り消されます。セルの内容が「書かれていた内容」と違うものになると、その判定は使わず、要確認に示します。',
      'note',
    ),
    wide(`「判定」は ${Object.values(judgementWords).join('、')} のどれかです。行を足すこともできます。`, 'note'),
    headerCells(decisionHeadings),
  ];
  const free = Array.from({ length: freeRows(decisions.length) }, () => padded([], width, 'input'));
  const rows = [...head, ...decisions.map(decisionRow), ...free];
  const judged = decisionHeadings.indexOf('判定');
  return onPaper({
    name: '判定',
    marker: decisionsMarker,
    rows,
    merges: [0, 1, 2].map((row) => ({ top: row, bottom: row, left: 0, right: width - 1 })),
    columnWidths,
    frozenRows: head.length,
    print: pageSetup({ orientation: 'landscape', headerRow: head.length - 1 }),
    choices: [
      {
        range: { top: head.length, bottom: rows.length - 1, left: judged, right: judged },
        values: Object.values(judgementWords),
      },
    ],
  });
};

const freeRows = (count: number): number => Math.ceil((count + offeredRows / 2) / offeredRows) * offeredRows - count;

const decisionRow = (decision: Decision): readonly ModelCell[] => {
  const { sheet, cell: address, judgement, criterion, by, at } = decision;
  const text = (value: string | undefined): ModelCell => cell(value ?? null, 'wrap');
  return [
    text(sheet),
    cell(address, 'center'),
    text(shownText(decision)),
    cell(judgementWords[judgement], 'input'),
    text(criterion),
    text(by),
    text(at),
  ];
};
