/** The colours of paper and of ink where nobody chooses one, as RRGGBB. */
export const [paper, ink] = ['FFFFFF', '000000'];

/**
 * True when letters of one colour cannot be read upon the other: by the contrast ratio of WCAG 2 (1.4.3, 1 to 21), and where
 * both are not light also by how far they are apart, as red upon green is read.
 */
export const alike = (one: string, other: string): boolean => {
  if (one === other) return true;
  if (!isRgb.test(one) || !isRgb.test(other)) return false;
  const [first, second] = [channelsOf(one), channelsOf(other)];
  const [low = 0, high = 0] = [luminanceOf(first), luminanceOf(second)].sort((a, b) => a - b);
  if ((high + 0.05) / (low + 0.05) >= leastContrast) return false;
  return low > light || first.every((channel, at) => Math.abs(channel - (second[at] ?? 0)) < farApart);
};

const isRgb = /^[0-9A-F]{6}$/;

/** White upon the pale colours of forms has 1.05 to 1.25; the lightest grey that is printed has 1.4 upon white. */
const leastContrast = 1.3;
const [light, farApart] = [0.6, 64];

const channelsOf = (rgb: string): readonly number[] =>
  [0, 2, 4].map((at) => Number.parseInt(rgb.slice(at, at + 2), 16));

const luminanceOf = (channels: readonly number[]): number => {
  const [red = 0, green = 0, blue = 0] = channels.map((channel) =>
    channel <= 10 ? channel / 3294.6 : ((channel / 255 + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

/** Letters below this size in points are dots. */
export const leastSize = 3;
