import type { SheetModel } from '../../workbook';
import { provisionalMark, type CouncilFacts } from '../council';
import { paperHead, paperHeader } from '../paper-head';
import { layOut, line, span } from '../layout';
import { changeLines } from './changeLines';
import { headlineLines } from './headlineLines';
import { indicatorLines } from './indicatorLines';
import { schemeLines } from './schemeLines';
import { tableLines } from './tableLines';

/** A label and the 26 columns of the results table. */
const columnWidths = [13, ...Array.from({ length: 26 }, () => 6.6)];
const width = columnWidths.length;

/**
 * 資料B, after 天草市 令和6年度 資料3: scheme, changes, indicators, own result, and the 26-column table. One sheet per year:
 * its marker names it, so no text of the user slips to a wrong place when the year changes.
 */
export const paperB = (facts: CouncilFacts): SheetModel => {
  const title = `${facts.year} 保険者機能強化推進交付金及び介護保険保険者努力支援交付金に係る評価結果について${provisionalMark(facts.own)}`;
  const lines = [
    ...paperHead(facts, width, 5),
    { ...line(span(title, width, 'paper-title')), height: 32 },
    line(),
    ...schemeLines(facts, width),
    ...changeLines(facts, width),
    ...indicatorLines(facts, width),
    ...headlineLines(facts, width),
    ...tableLines(facts, width),
  ];
  const { rows, merges, rowHeights, userCells } = layOut(lines, columnWidths);
  return {
    name: '資料B',
    marker: `paperB${facts.results.scheme.fiscalYear}`,
    rows,
    merges,
    columnWidths,
    rowHeights,
    userCells,
    print: {
      orientation: 'landscape',
      header: paperHeader(facts),
      footer: `&L&8検算コード ${facts.results.checkCode}&C&P / &N`,
    },
  };
};
