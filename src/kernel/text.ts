/**
 * Folds the ways one and the same text is typed: full-width ASCII, half-width kana, odd spaces, decomposed kana.
 * Unlike NFKC it keeps ① and Ⅳ, which are labels here, not numbers (rules/bad-inputs.md#b014; NFKC turns ① into 1 and Ⅳ
 * into IV).
 */
export const foldText = (text: string): string => (mayFold.test(text) ? folded(text) : text.trim());

const folded = (text: string): string =>
  joinKana(
    text
      .replace(/[\uFF01-\uFF5E]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
      .replace(/[\uFF61-\uFF9F]+/g, (narrow) => narrow.normalize('NFKC'))
      .replace(/[\u00A0\u2000-\u200A\u202F\u205F\u3000\t\r\n\v\f]/g, ' ')
      .replace(invisible, ''),
  ).trim();

/** Every sign that folding touches; most texts bear none, and labels are folded again and again. */
const mayFold = /[\u0000-\u001F\u007F\u00A0\u2000-\u206F\u3000\u3099\u309A\uFE00-\uFE0F\uFEFF\uFF01-\uFF9F]|\uDB40/;

/** Characters that print nothing but break comparisons: zero width, BOM, bidi overrides, variation selectors, controls. */
const invisible =
  /[\u0000-\u0008\u000E-\u001F\u007F\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF\uFE00-\uFE0F]|[\u{E0100}-\u{E01EF}]/gu;

const joinKana = (text: string): string => (/[\u3099\u309A]/.test(text) ? text.normalize('NFC') : text);

/** For comparing labels and names: folded, without any space, lower case. */
export const foldLabel = (text: string): string => foldText(text).replace(/\s+/g, '').toLowerCase();
