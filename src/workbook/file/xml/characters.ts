import type { FileFault } from '../fault';

/** What XML takes for space, as a byte of UTF-8 or a unit of a text. */
export const isSpace = (unit: number | undefined): boolean =>
  unit === 0x20 || unit === 0x0a || unit === 0x0d || unit === 0x09;

const forbidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/;

/** Whether a character stands in a text that XML allows nowhere. */
export const holdsForbidden = (text: string): boolean => forbidden.test(text);

const plainName = /^[A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?$/;
/** As XML 1.0 has it, one colon at most. */
const anyName = ((): RegExp => {
  const first =
    'A-Z_a-z\\u{C0}-\\u{D6}\\u{D8}-\\u{F6}\\u{F8}-\\u{2FF}\\u{370}-\\u{37D}\\u{37F}-\\u{1FFF}\\u{200C}-\\u{200D}' +
    '\\u{2070}-\\u{218F}\\u{2C00}-\\u{2FEF}\\u{3001}-\\u{D7FF}\\u{F900}-\\u{FDCF}\\u{FDF0}-\\u{FFFD}\\u{10000}-\\u{EFFFF}';
  const one = `[${first}][${first}\\-.0-9\\u{B7}\\u{300}-\\u{36F}\\u{203F}-\\u{2040}]*`;
  return new RegExp(`^${one}(?::${one})?$`, 'u');
})();

/** Whether a text is the name of an element or attribute, with or without a prefix. */
export const isName = (text: string): boolean => plainName.test(text) || anyName.test(text);

/**
 * The text that stands in a part, its references decoded. Throws what `damaged` makes for one that XML does not know without
 * a DTD, for the number of no character and for an `&` that begins none.
 */
export const withoutReferences = (written: string, damaged: () => FileFault): string =>
  written.includes('&')
    ? written.replace(
        /&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));|&/g,
        (_, hex?: string, digits?: string, name?: string) => {
          const known = name === undefined ? undefined : named.get(name);
          if (known !== undefined) return known;
          const code = hex === undefined ? Number(digits ?? NaN) : parseInt(hex, 16);
          if (!isCharacter(code)) throw damaged();
          return String.fromCodePoint(code);
        },
      )
    : written;

const named: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

const isCharacter = (code: number): boolean =>
  (code >= 0x20 || code === 9 || code === 10 || code === 13) &&
  code <= 0x10ffff &&
  (code < 0xd800 || code > 0xdfff) &&
  code !== 0xfffe &&
  code !== 0xffff;
