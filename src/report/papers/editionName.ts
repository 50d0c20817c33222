import type { Settings } from '../../settings';

/**
 * The two editions of a paper (src/decisions/two-editions.md): 配布用 is handed in as it is, so a line without content
 * vanishes; 作業用 says in its place what is missing and where to enter it, and shows which cells are the user's. Both have
 * the same lines, so that a text of the user keeps its place when a line is filled in.
 */
export type Edition = 'council' | 'working';

/** Whether staff read it. */
export const isWorking = ({ edition }: { readonly edition: Edition }): boolean => edition === 'working';

/** The edition that the settings ask for; 配布用 where they do not say. */
export const editionIn = (settings: Settings | undefined): Edition =>
  settings?.document.edition?.startsWith('作業') === true ? 'working' : 'council';
