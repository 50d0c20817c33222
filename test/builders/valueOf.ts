import type { Result } from '../../src/problems';

/** What a result holds; a refusal fails the test with its problems. */
export const valueOf = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
};
