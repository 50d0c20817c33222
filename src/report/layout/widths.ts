/** 581 → ５８１, 422.36 → ４２２．３６, 52.8% → ５２．８％: figures within sentences, as council papers set them. */
export const fullWidth = (text: string): string =>
  text.replace(/[0-9.,%]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));

/** One digit full-width, more half-width, as office papers set numbers within tables: ３位, 48位. */
export const officeWidth = (count: number): string => {
  const text = count.toLocaleString('en-US');
  return text.length === 1 ? fullWidth(text) : text;
};

/** Columns of characters a text takes: a full-width sign two. */
export const roughWidth = (text: string): number =>
  Array.from(text).reduce((sum, sign) => sum + (sign < '\u0100' ? 1 : 2), 0);
