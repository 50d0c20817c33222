import { addinIcons } from './addinIcons';

type Colour = readonly number[];

/** Relative luminance and contrast as WCAG 2 defines them. */
const luminance = (colour: Colour): number => {
  const [red = 0, green = 0, blue = 0] = colour.map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};
const contrast = (one: Colour, other: Colour): number => {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
};

/** The share of the picture whose pixels stand out from the ground by 3:1, what WCAG asks of pictures. */
const standsOut = (rgba: Uint8Array, ground: Colour): number => {
  const pixels = Array.from({ length: rgba.length / 4 }, (_, at) => rgba.subarray(at * 4, at * 4 + 4));
  const clear = pixels.filter(([red = 0, green = 0, blue = 0, opacity = 0]) => {
    const shown = [red, green, blue].map((value, at) => ground[at]! + ((value - ground[at]!) * opacity) / 255);
    return contrast(shown, ground) >= 3;
  });
  return clear.length / pixels.length;
};

const icons = addinIcons();

test.each([
  ['white', [255, 255, 255]],
  ['the dark ribbon', [0x1f, 0x1f, 0x1f]],
  ['Excel’s green', [0x21, 0x73, 0x46]],
])('every icon stands out on %s, at every size', (_, ground) => {
  const faint = icons.filter(({ pixels }) => standsOut(pixels.rgba, ground) < 0.15).map(({ path }) => path);
  expect(faint).toEqual([]);
});

test('there are nine sizes of each, and no two show the same', () => {
  expect(icons).toHaveLength(5 * 9);
  const pictures = new Set(icons.map(({ pixels }) => Buffer.from(pixels.rgba).toString('base64')));
  expect(pictures.size).toBe(icons.length);
});
