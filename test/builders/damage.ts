type Roll = () => number;

export const pick = <T extends string>(roll: Roll, from: readonly T[]): T => {
  const one = from[Math.floor(roll() * from.length)];
  if (one === undefined) throw new Error('pick: nothing to pick from');
  return one;
};

export const chance = (roll: Roll, share: number): boolean => roll() < share;

/** XML as a broken program leaves it: a value says something else, a tag is gone or there twice, or a place is torn. */
export const damagedXml = (xml: string, roll: Roll): string => {
  if (chance(roll, 0.5)) return withOtherWord(xml, roll);
  return chance(roll, 0.4) ? withTagDroppedOrDoubled(xml, roll) : tornXml(xml, roll);
};

/** A few characters are gone at some place, and others stand there. */
export const tornXml = (xml: string, roll: Roll): string => {
  const place = Math.floor(roll() * xml.length);
  return xml.slice(0, place) + pick(roll, snippets) + xml.slice(place + Math.floor(roll() * 8));
};

/** Some bytes are others; `count` of them. */
export const damagedBytes = (bytes: Uint8Array, roll: Roll, count: number): Uint8Array => {
  const damaged = bytes.slice();
  for (let at = 0; at < count; at += 1) damaged[Math.floor(roll() * damaged.length)] = Math.floor(roll() * 256);
  return damaged;
};

/** What stands in quotes or between tags says something else. */
const withOtherWord = (xml: string, roll: Roll): string => {
  const span = somewhere(xml, /"[^"<]*"|>[^<]+</g, roll);
  return span === undefined ? xml : xml.slice(0, span.from + 1) + pick(roll, words) + xml.slice(span.to - 1);
};

const withTagDroppedOrDoubled = (xml: string, roll: Roll): string => {
  const tag = somewhere(xml, /<[^>]*>/g, roll);
  if (tag === undefined) return xml;
  const twice = chance(roll, 0.5) ? '' : xml.slice(tag.from, tag.to).repeat(2);
  return xml.slice(0, tag.from) + twice + xml.slice(tag.to);
};

const somewhere = (
  xml: string,
  pattern: RegExp,
  roll: Roll,
): { readonly from: number; readonly to: number } | undefined => {
  const found = [...xml.matchAll(pattern)];
  const one = found[Math.floor(roll() * found.length)];
  return one && { from: one.index, to: one.index + one[0].length };
};

const snippets = [
  '<',
  '>',
  '"',
  '&',
  '</',
  '/>',
  '<c',
  'r="A1"',
  't="s"',
  't="b"',
  '<row',
  '<v>',
  '</c>',
  '<table:table-row>',
  '</table:table-cell>',
  ' a="1"',
  ']]>',
  '<!-- -->',
  '&amp;',
  '',
  ' ',
  '0',
  '99',
  '999999999',
  '-1',
  'é',
  '\0',
  '\u0001',
];

const words = [
  's',
  'b',
  'n',
  'e',
  'd',
  'str',
  'inlineStr',
  'A1',
  'B2',
  'C12',
  'x',
  'true',
  '',
  ' ',
  '0',
  '1',
  '3',
  '99',
  '-1',
  '1.5',
  '0x10',
  '2025-04-01',
  '#N/A',
  '&#x20;',
  '&amp;',
];
