import { fewOfEach, notedIn } from '../../../src/answers/national/fewOfEach';
import { problem, type Problem } from '../../../src/problems';

test('a problem in every cell is made sixty times, and counted as often as it stands there', () => {
  const problems: Problem[] = [];
  const note = notedIn(problems);
  let made = 0;
  for (let cell = 1; cell <= 1_000; cell += 1)
    note(() => {
      made += 1;
      return problem('nation-cell-unreadable', { cell: `A${cell}` }, { name: 'ア' });
    });
  const kept = fewOfEach(problems);
  expect(made).toBe(60);
  expect(kept.slice(0, 60).map(({ cell }) => cell)).toEqual(Array.from({ length: 60 }, (_, at) => `A${at + 1}`));
  expect(kept.slice(60).map(({ name, facts }) => [name, facts])).toEqual([
    ['nation-more-of-these', { count: 940, total: 1_000 }],
  ]);
});
