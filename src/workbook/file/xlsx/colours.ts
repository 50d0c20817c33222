import { paper } from '../colours';

/**
 * The colour that an element names (18.8.3 `CT_Color`): RRGGBB where that can be told, else a name that only equals itself.
 * Undefined when it names none.
 */
export const colourOf = (attributes: Pick<ReadonlyMap<string, string>, 'get'>): string | undefined => {
  const rgb = /^(?:[0-9A-F]{2})?([0-9A-F]{6})$/i.exec(attributes.get('rgb') ?? '')?.[1];
  if (rgb !== undefined) return rgb.toUpperCase();
  const theme = attributes.get('theme');
  if (theme !== undefined) return ofTheme(theme, Number(attributes.get('tint') ?? 0));
  const indexed = attributes.get('indexed');
  return indexed === undefined ? undefined : ofIndex(Number(indexed));
};

/**
 * The first three colours of a theme are white, black and a light grey in the themes that programs offer; of the others
 * only their palest tints can be told, as all of these are light.
 */
const ofTheme = (theme: string, tint: number): string => {
  const grey = greys.get(theme);
  if (grey === undefined || !(Math.abs(tint) <= 1)) return tint >= palest ? 'E6E6E6' : `theme ${theme} ${String(tint)}`;
  const tinted = Math.round(tint < 0 ? grey * (1 + tint) : grey + (255 - grey) * tint);
  return tinted.toString(16).toUpperCase().padStart(2, '0').repeat(3);
};

const greys: ReadonlyMap<string, number> = new Map([
  ['0', 255],
  ['1', 0],
  ['2', 231],
]);

const palest = 0.75;

/** The eight colours that number formats name, in the order of their numbers. */
const named: ReadonlyMap<string, string> = new Map([
  ['black', '000000'],
  ['white', 'FFFFFF'],
  ['red', 'FF0000'],
  ['green', '00FF00'],
  ['blue', '0000FF'],
  ['yellow', 'FFFF00'],
  ['magenta', 'FF00FF'],
  ['cyan', '00FFFF'],
]);

const ofIndex = (index: number): string | undefined => {
  if (index === 65) return paper;
  if (index === 64) return undefined;
  return (index < 16 ? [...named.values()][index % 8] : undefined) ?? `indexed ${String(index)}`;
};

/** The colour of `[White]` or `[Color 2]` in a number format; undefined for a bracket that says something else. */
export const formatColour = (bracket: string): string | undefined => {
  const word = bracket.trim().toLowerCase();
  const numbered = /^color ?(\d{1,2})$/.exec(word)?.[1];
  return numbered === undefined ? named.get(word) : ofIndex(Number(numbered) + 7);
};
