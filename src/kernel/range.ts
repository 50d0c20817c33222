/**
 * What lies between two figures, as sheets and screens write it: 447点, 447～455点. The one place that knows how; both ends come as
 * they are printed, the unit behind the whole.
 */
export const rangeInWords = (low: string, high: string, unit = ''): string =>
  low === high ? `${low}${unit}` : `${low}～${high}${unit}`;
