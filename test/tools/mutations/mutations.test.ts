import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import faults from './mutations.json';

const root = join(__dirname, '../../..');

test.each(faults.map(({ file, mutations }) => [file, mutations] as const))(
  'every fault for %s can be put into it at one place, and only there',
  (file, mutations) => {
    const code = readFileSync(join(root, file), 'utf8');
    const misplaced = mutations.filter(({ from }) => code.split(from).length !== 2);
    expect(misplaced).toEqual([]);
  },
);

test('every fault is another, says what it harms, and names tests that are there', () => {
  const all = faults.flatMap(({ file, tests, mutations }) => mutations.map((one) => ({ file, tests, ...one })));
  expect(new Set(all.map(({ file, from, to }) => `${file} ${from} ${to}`)).size).toBe(all.length);
  for (const { file, from, to, harm, tests } of all) {
    expect([file, from === to, harm === '']).toEqual([file, false, false]);
    expect(tests.filter((path) => !existsSync(join(root, path)))).toEqual([]);
    expect(tests).not.toEqual([]);
  }
});
