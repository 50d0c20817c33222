/**
 * Who is believed where several say the same thing: the first of the list that says anything. An amount is chosen by
 * `basesBestFirst` of allocation, the sheet 設定 before `--settings` by `settingsIn` of settings.
 */
export const precedence = {
  /** 第1号被保険者数: a person's own word, then the workbook of answers, then the national table. */
  insured: ['settings', 'workbook', 'table'],
  /** What an ambiguous mark means: as the host was told for this run, then the sheet 設定. */
  markMeaning: ['host', 'settings'],
  /** 比較団体: as the host was told (`--peers`), then the sheet 設定. */
  peers: ['host', 'settings'],
  /** Points of this year: worked out from answers or a table, then told. */
  points: ['scored', 'told'],
  /** Ranks of this year: as told, since those are the official ones, then from a table or what is published. */
  rank: ['told', 'ranked'],
  /** The plan of allocation: a user's own (`--plan`), then the packaged one. */
  plan: ['given', 'packaged'],
} as const;

/** The first in `order` that is known. */
export const firstKnown = <Source extends string, T>(
  order: readonly Source[],
  known: Readonly<Record<Source, T | undefined>>,
): T | undefined => {
  for (const source of order) {
    const value = known[source];
    if (value !== undefined) return value;
  }
  return undefined;
};
