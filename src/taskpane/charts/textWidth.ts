/** Units of a half-width sign at the size of the charts' texts; a full-width one takes two. */
const halfWidth = 6;

/** About how wide a text of a chart is, in units of the picture. */
export const textWidth = (text: string): number =>
  Array.from(text).reduce((sum, sign) => sum + halfWidth * (sign < '\u0100' ? 1 : 2), 0);

/** The text, cut with … where it is wider than `most`. */
export const cutText = (text: string, most: number): string => {
  if (textWidth(text) <= most) return text;
  const signs = Array.from(text);
  while (signs.length > 0 && textWidth(`${signs.join('')}…`) > most) signs.pop();
  return `${signs.join('')}…`;
};
