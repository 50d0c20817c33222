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

/**
 * Text as we let it leave the house, by whatever way — sheet, terminal, pane, JSON: without control characters other than
 * tab and line end, bidirectional overrides and halves of surrogate pairs (rules/bad-inputs.md#b074); line ends as LF.
 */
export const outwardText = (text: string): string =>
  // Few texts have any of it, and each is asked several times while it is laid out and written.
  mayDiffer.test(text)
    ? text
        .replace(/\r\n?/g, '\n')
        .replace(obeyed, '')
        .replace(/[\uD800-\uDFFF]/gu, '')
    : text;

/** What a terminal or a viewer obeys instead of showing it. */
const obeyed =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]/g;

/** Every sign that {@link outwardText} touches. */
const mayDiffer = new RegExp(`${obeyed.source}|[\\r\\uD800-\\uDFFF]`);

/** JSON that says the same without a sign that {@link outwardText} would take away: each is written as `\\u202e`. */
export const outwardJson = (json: string): string =>
  json.replace(obeyed, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** So much of one text is shown inside a sentence. */
const longestShown = 2000;

/** {@link outwardText} for the midst of a sentence: in one line, and not endless. */
export const outwardLine = (text: string): string => {
  const line = outwardText(text.slice(0, 2 * longestShown)).replace(/[\t\n\u2028\u2029]+/g, ' ');
  return line.length > longestShown ? `${line.slice(0, longestShown).replace(/[\uD800-\uDBFF]$/, '')}…` : line;
};
