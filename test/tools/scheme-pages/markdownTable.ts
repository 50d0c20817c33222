/** A Markdown table; bars and line breaks inside cells are made harmless. Columns named in `right` are right-aligned. */
export const markdownTable = (
  header: readonly string[],
  rows: readonly (readonly (string | number)[])[],
  right: readonly string[] = [],
): string =>
  [
    lineOf(header),
    lineOf(header.map((name) => (right.includes(name) ? '--:' : '---'))),
    ...rows.map((row) => lineOf(row)),
  ].join('\n');

const lineOf = (cells: readonly (string | number)[]): string =>
  `| ${cells.map((cell) => String(cell).replace(/\|/g, '\\|').replace(/\r?\n/g, ' ')).join(' | ')} |`;
