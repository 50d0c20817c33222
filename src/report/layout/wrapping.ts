import { roughWidth } from './widths';

/** Points a row may have: Excel refuses more than 409.5, and cuts off what does not fit. */
export const highestRow = 400;

/** Points of one line of 10.5 point text with the space Excel leaves. */
export const lineHeight = 15;

/**
 * Full-width characters take two; viewers that substitute the font get a tenth in reserve (rules/excel.md#printing).
 */
const reserve = 1.1;

/** Lines a wrapped text takes in a cell `width` characters wide, line ends counted; `scale` = its size to the ordinary one. */
export const linesNeeded = (text: string, width: number, scale = 1): number =>
  text.split('\n').reduce((sum, part) => sum + Math.max(1, Math.ceil((roughWidth(part) * reserve * scale) / width)), 0);

/**
 * A list spread over as many cells as it needs, one entry a line, so that none is higher than a row may be; an entry too
 * long for one cell goes on in the next. One empty cell for an empty list.
 */
export const spreadList = (entries: readonly string[], width: number): readonly string[] => {
  const cells: string[] = [];
  let current: string[] = [];
  let used = 0;
  for (const piece of entries.flatMap((entry) => piecesOf(entry, width))) {
    const lines = linesNeeded(piece, width);
    if (used > 0 && used + lines > mostLines) {
      cells.push(current.join('\n'));
      [current, used] = [[], 0];
    }
    current.push(piece);
    used += lines;
  }
  return [...cells, current.join('\n')];
};

const mostLines = Math.floor((highestRow - 3) / lineHeight);

/** Parts of one entry that each fit a cell. */
const piecesOf = (entry: string, width: number): readonly string[] => {
  if (linesNeeded(entry, width) <= mostLines) return [entry];
  const signs = Array.from(entry.replaceAll('\n', ' '));
  const most = Math.floor((width * mostLines) / (2 * reserve));
  return Array.from({ length: Math.ceil(signs.length / most) }, (_, at) =>
    signs.slice(at * most, (at + 1) * most).join(''),
  );
};
