import { problem, type Problem } from '../problems';

/** What a thrown value says. */
export const messageOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));

/** That a part of the program did not come from the server. */
export const notLoaded = (cause: unknown): Problem => problem('function-not-loaded', { found: messageOf(cause) });
