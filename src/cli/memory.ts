import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** What is kept of the files takes this share at most; the rest is needed to score them and to write the sheets. */
const mostKept = 0.2;

/** The memory of this thread. */
interface Memory {
  /** How much of it is in use, 0 to 1; garbage counts. */
  readonly used: () => number;
  readonly collectGarbage: () => void;
}

/**
 * Whether what is kept has taken its share of the memory. Much of what counts as used may be garbage: it is taken out before
 * that is said, which costs as long as a file, and happens only where memory is short.
 */
export const memoryRunsShort = ({ used, collectGarbage }: Memory = ofThread): boolean => {
  if (used() < mostKept) return false;
  collectGarbage();
  return used() >= mostKept;
};

const ofThread: Memory = {
  used: () => {
    const { used_heap_size: used, heap_size_limit: limit } = getHeapStatistics();
    return used / limit;
  },
  collectGarbage: () => {
    setFlagsFromString('--expose-gc');
    (runInNewContext('gc') as () => void)();
  },
};
