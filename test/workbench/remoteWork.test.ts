import { firstAnswer } from '../../src/workbench/work/firstAnswer';
import type { Answer, Call } from '../../src/workbench/work/messages';
import { remoteWork } from '../../src/workbench/work/remoteWork';
import { ok } from '../../src/problems';

/** A thread that says what the test lets it say. */
class Thread extends EventTarget {
  asked: Call[] = [];
  ended = false;
  postMessage(call: Call): void {
    this.asked.push(call);
  }
  terminate(): void {
    this.ended = true;
  }
  say(answer: Answer): void {
    this.dispatchEvent(new MessageEvent('message', { data: answer }));
  }
}

const after = (milliseconds: number, then: () => void) => {
  const timer = setTimeout(then, milliseconds);
  return () => {
    clearTimeout(timer);
  };
};
const started = () => {
  const thread = new Thread();
  return { thread, start: () => thread as unknown as Worker };
};
const file = { name: '全国集計.xlsx', bytes: new Uint8Array() };
const content = { sheets: [], names: [], manualCalculation: false, externalLinks: false };

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

test('a reading may take as long as it moves, and tells in small steps how far it is', async () => {
  const { thread, start } = started();
  const shares: number[] = [];
  const reading = remoteWork({ start, after }).read(file, true, {
    onProgress: ({ done, total }) => shares.push(done / total),
  });
  const id = thread.asked[0]?.id ?? NaN;
  for (let done = 1; done <= 4; done += 1) {
    jest.advanceTimersByTime(19_000);
    thread.say({ id, kind: 'progress', done, total: 4 });
  }
  thread.say({ id, kind: 'piece', sheet: 0, rows: [], done: 1, total: 2 });
  thread.say({ id, kind: 'result', result: ok(content) });
  expect((await reading).ok).toBe(true);
  expect(shares.map((share) => share.toFixed(2))).toEqual(['0.20', '0.40', '0.60', '0.80', '0.90']);
  expect(jest.getTimerCount()).toBe(0);
});

test('a reading that does not move for 20 s is ended, and its file named', async () => {
  const { thread, start } = started();
  const reading = remoteWork({ start, after }).read(file, true);
  jest.advanceTimersByTime(10_000);
  thread.say({ id: thread.asked[0]?.id ?? NaN, kind: 'progress', done: 1, total: 4 });
  jest.advanceTimersByTime(19_999);
  expect(thread.ended).toBe(false);
  jest.advanceTimersByTime(1);
  expect(thread.ended).toBe(true);
  expect(await reading).toMatchObject({ ok: false, problems: [{ code: 'E-983', found: file.name }] });
});

test('what waits behind a reading that moves is not ended', async () => {
  const { thread, start } = started();
  const work = remoteWork({ start, after });
  const [reading, looks] = [work.read(file, true), work.looks(file)];
  const [first, second] = thread.asked.map(({ id }) => id);
  jest.advanceTimersByTime(19_000);
  thread.say({ id: first ?? NaN, kind: 'progress', done: 1, total: 2 });
  jest.advanceTimersByTime(19_000);
  thread.say({ id: first ?? NaN, kind: 'result', result: ok(content) });
  thread.say({ id: second ?? NaN, kind: 'result', result: [] });
  expect([(await reading).ok, await looks]).toEqual([true, []]);
});

test('a thread that never answers is given up after 10 s', async () => {
  const { thread, start } = started();
  const answer = firstAnswer(start, after);
  jest.advanceTimersByTime(10_000);
  expect([await answer, thread.ended]).toEqual(['silent', true]);
});

test('a thread that answers is ended, and works', async () => {
  const { thread, start } = started();
  const answer = firstAnswer(start, after);
  thread.say({ id: 0, kind: 'result', result: undefined });
  expect([await answer, thread.ended, jest.getTimerCount()]).toEqual(['answers', true, 0]);
});

describe('after a large file', () => {
  const large = { name: '全国集計.xlsx', bytes: new Uint8Array(5 << 20) };
  const small = { name: '回答.xlsx', bytes: new Uint8Array() };
  const answer = (thread: Thread, result: unknown): void => {
    thread.say({ id: thread.asked.at(-1)?.id ?? NaN, kind: 'result', result });
  };

  test('a thread works on for what is asked right then, and is ended once it has rested', async () => {
    const { thread, start } = started();
    const work = remoteWork({ start, after });
    const reading = work.read(large, true);
    answer(thread, ok(content));
    await reading;
    jest.advanceTimersByTime(999);
    // A small one does not keep what the large one took.
    const looks = work.looks(small);
    jest.advanceTimersByTime(5_000);
    expect(thread.ended).toBe(false);
    answer(thread, []);
    await looks;
    jest.advanceTimersByTime(999);
    expect(thread.ended).toBe(false);
    jest.advanceTimersByTime(1);
    expect(thread.ended).toBe(true);
    expect(jest.getTimerCount()).toBe(0);
  });

  test('a thread that read a small one goes on', async () => {
    const { thread, start } = started();
    const looks = remoteWork({ start, after }).looks(small);
    answer(thread, []);
    await looks;
    jest.advanceTimersByTime(60_000);
    expect(thread.ended).toBe(false);
  });
});
