import type { SheetModel } from '../../workbook';
import { provisionalMark, type CouncilFacts } from '../council';
import { paperHead, paperHeader } from '../paper-head';
import { layOut, line, span } from '../layout';
import { amountLines } from './amountLines';
import { frameLines } from './frameLines';
import { overviewLines } from './overviewLines';
import { useLines } from './useLines';

/** 区分, then 金額 and 得点 of two years. */
const columnWidths = [25, 22, 22, 18, 22];
export const paperAWidth = columnWidths.length;

/**
 * 資料A, after 八王子市 令和7年度 資料4-1: 概要, 成果指向型配分枠 (where there is such an amount), 内示額, 使途. Its marker names
 * year and layout: another year, or the frame added, is another sheet, so no text of the user ever slips to a wrong place.
 */
export const paperA = (facts: CouncilFacts): SheetModel => {
  const frame = facts.thisYear.yen.outcomeOriented !== undefined;
  const frameBefore = facts.comparison?.before.yen.outcomeOriented !== undefined;
  const title = `${facts.year}保険者機能強化推進交付金・介護保険保険者努力支援交付金\n（インセンティブ交付金）について${provisionalMark(facts.own)}`;
  const lines = [
    ...paperHead(facts, paperAWidth, 1),
    line(),
    { ...line(span(title, paperAWidth, 'paper-title')), height: 46 },
    line(),
    ...overviewLines(facts, paperAWidth),
    ...(frame ? frameLines(facts, paperAWidth) : []),
    ...amountLines(facts, frame ? 3 : 2),
    ...useLines(facts, columnWidths, frame ? 4 : 3),
  ];
  const { rows, merges, rowHeights, userCells } = layOut(lines, columnWidths);
  return {
    name: '資料A',
    marker: `paperA${facts.results.scheme.fiscalYear}${frame ? 'Frame' : ''}${frameBefore ? 'Before' : ''}`,
    rows,
    merges,
    columnWidths,
    rowHeights,
    userCells,
    print: {
      orientation: 'portrait',
      header: paperHeader(facts),
      footer: `&L&8検算コード ${facts.results.checkCode}&C&P / &N`,
    },
  };
};
