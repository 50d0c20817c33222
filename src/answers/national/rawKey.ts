/** The key of a tier measure: the indicator's id, and where it has several measures their letter: `P2a1`, `S1a4/イ`. */
export const rawKey = (indicatorId: string, measure: string | undefined): string =>
  measure === undefined ? indicatorId : `${indicatorId}/${measure}`;
