import type { CouncilFacts } from '../council';
import { fromSettings } from '../figureSources';
import { type Line, line, span } from '../layout';

/**
 * The head of a paper: 資料番号 in its box at the right, then date, meeting and section as the settings give them. Always
 * four lines, so that what the user writes further down keeps its place when one of them is filled in.
 */
export const paperHead = (facts: CouncilFacts, columns: number, boxColumns: number): readonly Line[] => {
  const { document } = facts.settings ?? {};
  const written = (part: 'number' | 'date' | 'meeting' | 'department') => {
    const text = document?.[part];
    return {
      text: text ?? null,
      source: text === undefined ? undefined : fromSettings(facts.settings, `document.${part}`),
    };
  };
  const number = written('number');
  return [
    line(
      span(null, columns - boxColumns),
      span(number.text, boxColumns, number.text === null ? 'plain' : 'boxed', undefined, number.source),
    ),
    ...(['date', 'meeting', 'department'] as const).map((part) => {
      const { text, source } = written(part);
      return line(span(text, columns, 'right', undefined, source));
    }),
  ];
};
