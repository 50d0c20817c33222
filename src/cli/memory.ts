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
 * Begins to watch what a run keeps; the function that comes back says whether it has taken its share of the memory that was
 * left when the run began. Much of what counts as used may be garbage: it is taken out before that is said, which costs as
 * long as a file, and happens only where memory is short.
 */
export const memoryWatch = ({ used, collectGarbage }: Memory = ofThread): (() => boolean) => {
  const before = used();
  const short = (): boolean => used() - before >= mostKept * (1 - before);
  return () => {
    if (!short()) return false;
    collectGarbage();
    return short();
  };
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
