import type { Results } from '../../evaluation';
import type { PaneStore } from '../state';

/** What the last reading came to; undefined before one, and after a refusal. */
export const scoredResults = (store: PaneStore): Results | undefined => {
  const outcome = store.state().reading?.outcome;
  return outcome?.ok === true ? outcome.value : undefined;
};
