/**
 * `<t>` around escaped text. Excel drops spaces at the ends unless told to keep them; the mark is left out elsewhere,
 * as the schema knows it on no element and Excel itself writes it only where it is needed.
 */
export const textElement = (escaped: string): string =>
  /^\s|\s$|[\n\t]|&#(9|10);/.test(escaped) ? `<t xml:space="preserve">${escaped}</t>` : `<t>${escaped}</t>`;
