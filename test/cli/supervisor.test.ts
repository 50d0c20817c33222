import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import { supervise, type Patience } from '../../src/cli/supervisor';
import type { Halt } from '../../src/cli/watched';

const root = join(__dirname, '../..');

/** A thread that reads `files` one after the other, each by a line of its own, and says so as the command line does. */
const program = `
const { parentPort, workerData } = require('node:worker_threads');
const report = (what) => parentPort.postMessage(what);
const pause = () => new Promise((done) => setTimeout(done, 20));
const ways = {
  ends: async () => undefined,
  never: () => { for (;;); },
  slow: () => { for (const end = Date.now() + 1500; Date.now() < end; ); },
  // Little by little: all at once, V8 at times ends the process before Node can end the thread.
  memory: async () => {
    const kept = [];
    for (;;) {
      for (let more = 0; more < 20; more += 1) kept.push(new Array(1000).fill(kept.length));
      await new Promise(setImmediate);
    }
  },
  waits: () => new Promise(() => setInterval(() => undefined, 1000)),
  fails: () => { throw new Error('oops'); },
};
(async () => {
  report({ kind: 'warn', text: 'begins' });
  for (const [path, way] of workerData.files) {
    const halt = workerData.halted.get(path);
    if (halt !== undefined) { report({ kind: 'warn', text: path + ' ' + halt }); continue; }
    report({ kind: 'reading', path });
    await pause();
    await ways[way]();
    report({ kind: 'reading', path: undefined });
    report({ kind: 'print', text: path + ' read' });
  }
  if (workerData.then !== undefined) {
    report({ kind: 'writing', paths: workerData.writing });
    await pause();
    await ways[workerData.then]();
  }
  report({ kind: 'done', code: 1 });
})();
`;

const run = async (
  files: readonly (readonly [string, string])[],
  {
    then,
    writing = [],
    limits = { read: 800, starved: 3_000 },
  }: { then?: string; writing?: readonly string[]; limits?: Patience } = {},
) => {
  const said: string[] = [];
  const say = (text: string): void => void said.push(text);
  let starts = 0;
  const start = (halted: ReadonlyMap<string, Halt>): Worker => {
    starts += 1;
    const workerData = { files, halted, writing, ...(then === undefined ? {} : { then }) };
    return new Worker(program, { eval: true, workerData, resourceLimits: { maxOldGenerationSizeMb: 40 } });
  };
  const code = await supervise(start, { print: say, warn: say, progress: () => undefined }, limits);
  return { code, said, starts };
};

// A thread of 40 MB that runs out while V8 marks by and by takes the whole process with it, once in some hundred times: every
// other test of this process would be lost.
beforeAll(() => {
  setFlagsFromString('--no-incremental-marking');
});
afterAll(() => {
  setFlagsFromString('--incremental-marking');
});

test('what goes well is said in order, once', async () => {
  const files = [['a', 'ends'], ['b', 'ends']] as const; // prettier-ignore
  expect(await run(files)).toEqual({ code: 1, said: ['begins', 'a read', 'b read'], starts: 1 });
});

test('a read that never ends costs its own file only, and nothing is said twice', async () => {
  const files = [['a', 'ends'], ['b', 'never'], ['c', 'ends'], ['d', 'never']] as const; // prettier-ignore
  const said = ['begins', 'a read', 'b reading-too-slow', 'c read', 'd reading-too-slow'];
  expect(await run(files)).toEqual({ code: 1, said, starts: 3 });
});

test('so does one that takes all memory, and one that waits for what never comes', async () => {
  const files = [['a', 'memory'], ['b', 'waits'], ['c', 'ends']] as const; // prettier-ignore
  const said = ['begins', 'a reading-out-of-memory', 'b reading-too-slow', 'c read'];
  expect(await run(files)).toEqual({ code: 1, said, starts: 3 });
});

test('slow but in time is in time', async () => {
  expect(await run([['a', 'slow']], { limits: { read: 60_000, starved: 60_000 } })).toMatchObject({ starts: 1 });
});

test.each([
  ['the memory ends elsewhere', 'memory', [], 2, '✗ E-133 '],
  ['the memory ends while files are written: nobody can say that nothing was', 'memory', ['r.json'], 1, '！ E-998 '],
  ['a bug ends the thread', 'fails', [], 2, '✗ E-999 '],
])('%s', async (_, then, writing, code, start) => {
  const end = await run([['a', 'ends']], { then, writing });
  expect([end.code, end.starts]).toEqual([code, 1]);
  expect(end.said.at(-1)).toContain(start);
  if (writing.length > 0) expect(end.said.at(-1)).toContain('r.json');
});

// The whole command line, with its own patience of 20 s. Windows has no such pipes.
(process.platform === 'win32' ? test.skip : test)(
  'a pipe nobody writes into costs itself only',
  () => {
    const at = mkdtempSync(join(tmpdir(), 'incentive-pipe-'));
    try {
      execFileSync('mkfifo', [join(at, 'b.csv')]);
      copyFileSync(join(root, 'assets/samples/北塩原村-令和6年度-回答.xlsx'), join(at, 'a.xlsx'));
      expect(spawnSync(process.execPath, [join(root, 'src/cli/launch.mjs'), 'score', '--help']).status).toBe(0);
      const { status, stdout, stderr } = spawnSync(
        process.execPath,
        [join(root, 'dist/node/cli.js'), 'score', 'a.xlsx', 'b.csv', '--out', 'r.xlsx'],
        { env: { ...process.env, INIT_CWD: at }, encoding: 'utf8' },
      );
      expect(stderr).toContain('✗ E-131 「');
      expect(stdout).toContain('検算コード：QAQ8X1WP');
      expect([status, readdirSync(at).sort()]).toEqual([1, ['a.xlsx', 'b.csv', 'r.xlsx']]);
    } finally {
      rmSync(at, { recursive: true, force: true });
    }
  },
  120_000,
);
