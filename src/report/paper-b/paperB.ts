import { summaryColumns } from '../../rank';
import type { SheetModel } from '../../workbook';
import { provisionalMark, type CouncilFacts } from '../council';
import { paperHead, paperHeader } from '../paper-head';
import { layOut, line, span } from '../layout';
import { changeLines } from './changeLines';
import { headlineLines } from './headlineLines';
import { indicatorLines } from './indicatorLines';
import { schemeLines } from './schemeLines';
import { tableLines } from './tableLines';

/** A label, and the columns of the results table; no fewer than the sentences above it need. */
const columnWidthsOf = ({ results: { scheme, national } }: CouncilFacts): readonly number[] => {
  const columns = summaryColumns(scheme, national);
  return [13, ...Array.from({ length: Math.max(columns.length, leastColumns) }, () => 6.6)];
};

const leastColumns = 20;

/**
 * 資料B, after 天草市 令和6年度 資料3: scheme, changes, indicators, own result, and the table of every sum. One sheet per year:
 * its marker names it, so no text of the user slips to a wrong place when the year changes.
 */
export const paperB = (facts: CouncilFacts): SheetModel => {
  const title = `${facts.year} 保険者機能強化推進交付金及び介護保険保険者努力支援交付金に係る評価結果について${provisionalMark(facts.own)}`;
  const columnWidths = columnWidthsOf(facts);
  const width = columnWidths.length;
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
