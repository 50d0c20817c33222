import { problem, type Problem } from '../../problems';

/** A table of another kind could bring the same complaint 1,741 times; a person reads the first of them. */
const shown = 60;

/** Keeps the first problems of each name and says how many more there are; none vanishes unsaid. */
export const fewOfEach = (problems: readonly Problem[]): readonly Problem[] => {
  const counts = new Map<string, number>();
  const kept = problems.filter(({ name }) => {
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return count <= shown;
  });
  const rest = [...counts].flatMap(([name, count]) => {
    const sample = problems.find((one) => one.name === name);
    return count <= shown || sample === undefined
      ? []
      : [problem('nation-more-of-these', { found: sample.code }, { count: count - shown, total: count })];
  });
  return [...kept, ...rest];
};

/**
 * Notes one more problem of a kind of which there may be one in every cell: those that {@link fewOfEach} keeps are made, and the
 * last of them counts for the rest, since half a million that nobody reads would fill the memory.
 */
export const notedIn = (problems: Problem[]): Note => {
  let noted = 0;
  let last: Problem | undefined;
  return (make) => {
    if (last === undefined || noted < shown) last = make();
    noted += 1;
    problems.push(last);
  };
};

/** Takes how a problem is made, and makes it where somebody will read it. */
export type Note = (make: () => Problem) => void;
