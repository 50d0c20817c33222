import type { Scheme } from '../schema';
import type { Linter } from './linter';

/** An id of an indicator or criterion stands once in a year; the answers are kept by it. */
export const uniqueIds: Linter<Scheme> = {
  name: 'unique-ids',
  check: ({ indicators }) => {
    const seen = new Set<string>();
    return indicators
      .flatMap(({ id, criteria }) => [id, ...criteria.map((criterion) => criterion.id)])
      .filter((id) => {
        const repeated = seen.has(id);
        seen.add(id);
        return repeated;
      })
      .map((id) => ({ place: id, message: `ID「${id}」が二度使われています` }));
  },
};
