import type { Busy } from './paneState';

/** Whole percent, rounded down so that 100 means done. */
export const percentDone = ({ share }: Busy): number => Math.floor(share * 100);
