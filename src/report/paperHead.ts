import type { CouncilFacts } from './councilFacts';
import type { Line } from './layOut';
import { line, span } from './spans';

/**
 * The head of a paper: 資料番号 in its box at the right, then date, meeting and section as the settings give them. Always
 * four lines, so that what the user writes further down keeps its place when one of them is filled in.
 */
export const paperHead = ({ settings }: CouncilFacts, columns: number, boxColumns: number): readonly Line[] => {
  const { number, date, meeting, department } = settings?.document ?? {};
  return [
    line(span(null, columns - boxColumns), span(number ?? null, boxColumns, number === undefined ? 'plain' : 'boxed')),
    ...[date, meeting, department].map((text) => line(span(text ?? null, columns, 'right'))),
  ];
};
