/** A4 in points, standing. */
const a4 = { width: 595.28, height: 841.89 } as const;

const pointsPerMillimetre = 72 / 25.4;

/**
 * The margins of every page of ours, in points: 15 mm above and below, where header and footer stand, 10 mm at the sides
 * (rules/excel.md#printing).
 */
export const pageMargins = {
  end: 15 * pointsPerMillimetre,
  side: 10 * pointsPerMillimetre,
  /** From the edge of the paper to header and footer. */
  edge: 7.5 * pointsPerMillimetre,
} as const;

/** Points a page of A4 has between its margins. */
export const pageBody = (
  orientation: 'portrait' | 'landscape',
): { readonly width: number; readonly height: number } => {
  const [width, height] = orientation === 'portrait' ? [a4.width, a4.height] : [a4.height, a4.width];
  return { width: width - 2 * pageMargins.side, height: height - 2 * pageMargins.end };
};
