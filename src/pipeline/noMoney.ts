import type { Results } from '../report';

/** Results before `withMoney` has worked out the grants. */
export const noMoney: Pick<Results, 'settings' | 'allocation' | 'comparison' | 'use'> = {
  settings: undefined,
  allocation: undefined,
  comparison: undefined,
  use: undefined,
};
