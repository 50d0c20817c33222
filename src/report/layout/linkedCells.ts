import type { CellLink, ModelCell } from '../../workbook';
import { cell } from './cells';
import { linesNeeded } from './textLines';

/**
 * A short word and a place, one of which leads to it: the place where it stands in one line of its column, else the word, if any.
 * LibreOffice sets a text that leads somewhere in one line, and cuts it there.
 */
export const linkedCells = (
  short: ModelCell,
  place: string,
  link: CellLink,
  width: number,
): readonly [short: ModelCell, place: ModelCell] =>
  short.value !== '' && linesNeeded(place, width) > 1
    ? [{ ...short, look: 'link', link }, cell(place, 'wrap')]
    : [short, { ...cell(place, 'link'), link }];
