import { finished, inSlices, oneSlice, type Steps } from '../../src/kernel';

/** Each step takes longer than a slice. */
function* slow(steps: number): Steps<number> {
  for (let step = 0; step < steps; step += 1) {
    const end = performance.now() + 15;
    while (performance.now() < end);
    yield;
  }
  return steps;
}

function* quick(): Steps<string> {
  for (let step = 0; step < 5; step += 1) yield;
  return 'done';
}

test('work in slices comes to the same as in one go, with a pause after each slice but the last', async () => {
  let pauses = 0;
  const pause = (): Promise<void> => {
    pauses += 1;
    return Promise.resolve();
  };
  expect(await inSlices(slow(3), pause)).toBe(finished(slow(3)));
  expect(pauses).toBe(3);
  expect(await inSlices(quick(), pause)).toBe('done');
});

test('what a slice left is gone on with', async () => {
  const steps = slow(2);
  expect(oneSlice(steps)).toEqual({ done: false, value: undefined });
  expect(await inSlices(steps, () => Promise.resolve())).toBe(2);
  expect(oneSlice(steps)).toEqual({ done: true, value: undefined });
});

test('a step that throws ends the work', async () => {
  const broken = function* (): Steps<never> {
    yield;
    throw new RangeError('broken');
  };
  await expect(inSlices(broken(), () => Promise.resolve())).rejects.toThrow('broken');
  expect(() => finished(broken())).toThrow('broken');
});
