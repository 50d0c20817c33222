import { problem, type Problem } from '../../kernel';

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
