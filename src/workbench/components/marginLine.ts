/** What stands at the left, in the middle and at the right of a header or footer, by Excel's codes. */
export const marginLine = (
  text: string,
  { page, pages, sheet }: { readonly page: number; readonly pages: number; readonly sheet: string },
): readonly [left: string, middle: string, right: string] => {
  const parts: Record<'L' | 'C' | 'R', string> = { L: '', C: '', R: '' };
  let part: 'L' | 'C' | 'R' = 'C';
  for (const [code] of text.matchAll(/&(?:[LCRPNAF&]|"[^"]*"|\d+)|[^&]+/g)) {
    if (code === '&L' || code === '&C' || code === '&R') part = code === '&L' ? 'L' : code === '&C' ? 'C' : 'R';
    else if (code === '&P') parts[part] += String(page);
    else if (code === '&N') parts[part] += String(pages);
    else if (code === '&A') parts[part] += sheet;
    else if (code === '&&') parts[part] += '&';
    // Sizes and fonts are those of the page; a file has no name before it is saved.
    else if (!code.startsWith('&')) parts[part] += code;
  }
  return [parts.L, parts.C, parts.R];
};
