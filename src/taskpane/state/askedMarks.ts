import { foldText } from '../../kernel';
import type { PaneState } from './paneState';

/** A spelling whose meaning a person has to settle once, and what was said so far. */
export interface AskedMark {
  readonly mark: string;
  readonly cells: number;
  readonly meaning: 'met' | 'unmet' | 'open';
}

/** The marks that were asked about, in an order that answering does not change. */
export const askedMarks = ({ reading, mapping }: Pick<PaneState, 'reading' | 'mapping'>): readonly AskedMark[] => {
  const cells = new Map<string, number>();
  for (const { grid } of reading?.layout.flatMap(({ tables }) => tables.map(({ sheet }) => sheet)) ?? []) {
    for (const value of grid.flat()) {
      const mark = typeof value === 'string' && value.length < 4 ? foldText(value) : '';
      if (mapping.markMeanings.has(mark)) cells.set(mark, (cells.get(mark) ?? 0) + 1);
    }
  }
  const open = new Map<string, number>();
  for (const { name, found } of reading?.outcome.ok === true ? reading.outcome.value.problems : []) {
    if (name === 'ask-mark' && found !== undefined) open.set(found, (open.get(found) ?? 0) + 1);
  }
  const asked = [
    ...[...mapping.markMeanings].map(([mark, meaning]) => ({ mark, meaning, cells: cells.get(mark) ?? 0 })),
    ...[...open].map(([mark, count]) => ({ mark, meaning: 'open' as const, cells: count })),
  ];
  return asked.sort((one, other) => (one.mark < other.mark ? -1 : 1));
};
