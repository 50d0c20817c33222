/** Cases that are not read as they must be, by id. */
export const notYet: ReadonlySet<string> = new Set(['points-per-indicator']);
