import type { Results } from './results';

/** Results before `withMoney` has worked out the grants. */
export const noMoney: Pick<Results, 'settings' | 'allocation' | 'thisYear' | 'comparison' | 'use'> = {
  settings: undefined,
  allocation: undefined,
  thisYear: undefined,
  comparison: undefined,
  use: undefined,
};
