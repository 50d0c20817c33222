/** Sheet-scoped names that begin like this mark the rectangles we own (rules/design.md#refreshing-sheets). */
export const markerPrefix = '_INCENTIVE_';

/** The defined name for a model's marker: `score` → `_INCENTIVE_score`. */
export const markerName = (marker: string): string => `${markerPrefix}${marker}`;

/** The defined name that holds the fingerprint of what we wrote, as a text constant: `_INCENTIVE_score_hash`. */
export const markerHashName = (marker: string): string => `${markerName(marker)}_hash`;
