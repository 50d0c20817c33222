import type { Programme } from '../../settings';
import type { Grant } from '../../schemes';
import type { CouncilFacts } from '../council';
import { type Line, line, span, spreadList } from '../layout';
import { fromProgrammes } from '../figureSources';

/**
 * The programmes of a grant in one cell, as a rule; a list that is too long for a row goes on in the next. Those of
 * 成果指向型配分枠 stand below the ordinary ones, where the municipality has such a frame.
 */
export const programmeLines = (
  { results, thisYear }: CouncilFacts,
  grant: Grant,
  columnWidths: readonly number[],
): readonly Line[] => {
  const all = results.money.settings?.programmes ?? [];
  const ordinary = all.filter((programme) => programme.grant === grant);
  const selected =
    grant === 'promotion' && thisYear.yen.outcomeOriented !== undefined
      ? all.filter((programme) => programme.grant === 'outcomeOriented')
      : [];
  const programmes = [...ordinary, ...selected];
  const entries = [
    ...ordinary.map(named),
    ...(selected.length === 0 ? [] : ['【成果指向型配分枠】', ...selected.map(named)]),
  ];
  const sourceOf = (text: string) => {
    const listed = text.split('\n');
    return fromProgrammes(programmes.find((programme) => listed.includes(named(programme))) ?? programmes[0]);
  };
  const characters = columnWidths.reduce((sum, width) => sum + width, 0);
  return spreadList(entries.length === 0 ? ['（設定の「使途の表」に事業を入れます）'] : entries, characters).map(
    (text, at) => ({
      ...line(span(text, columnWidths.length, 'paragraph', undefined, sourceOf(text))),
      ...(at === 0 ? { atLeast: freeHeight } : {}),
    }),
  );
};

const named = ({ name }: Programme): string => `◼ ${name}`;

/** Points kept free for about six programmes; more, or longer ones, make the cell higher. */
const freeHeight = 100;
