import { spawn, spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seededRandom } from '../fixtures/seededRandom';

const root = join(__dirname, '../..');
const sample = join(root, 'assets/samples/北塩原村-令和6年度-回答.xlsx');
/** `KILLED_RUNS=50 npx jest test/cli/killedRuns` kills more of them. */
const kills = Number(process.env['KILLED_RUNS'] ?? 8);

const words = ['score', '回答.xlsx', '--in-place', '--report', 'all', '--json', 'r.json'];
const cli = join(root, 'dist/node/cli.js');
const folders: string[] = [];
const folder = (): string => {
  const made = mkdtempSync(join(tmpdir(), 'incentive-killed-'));
  folders.push(made);
  copyFileSync(sample, join(made, '回答.xlsx'));
  return made;
};
const environment = (at: string) => ({ ...process.env, INIT_CWD: at });
const run = (at: string) => spawnSync(process.execPath, [cli, ...words], { env: environment(at), encoding: 'utf8' });
const killAfter = (at: string, delay: number, signal: NodeJS.Signals): Promise<void> =>
  new Promise((done) => {
    const child = spawn(process.execPath, [cli, ...words], { env: environment(at), stdio: 'ignore' });
    setTimeout(() => child.kill(signal), delay);
    child.on('exit', () => {
      done();
    });
  });

afterAll(() => {
  for (const made of folders) rmSync(made, { recursive: true, force: true });
});

test(
  `${kills} runs killed at random moments leave every file whole, and the next run leaves nothing beside them`,
  async () => {
    expect(spawnSync(process.execPath, [join(root, 'src/cli/launch.mjs'), 'score', '--help']).status).toBe(0);
    const whole = folder();
    const start = Date.now();
    expect(run(whole).status).toBeLessThan(2);
    const duration = Date.now() - start;
    const written = { book: readFileSync(join(whole, '回答.xlsx')), json: readFileSync(join(whole, 'r.json')) };
    const random = seededRandom(20261126);
    const read = (path: string): Buffer | undefined => {
      try {
        return readFileSync(path);
      } catch {
        return undefined;
      }
    };
    for (let count = 0; count < kills; count += 1) {
      const at = folder();
      const signal = (['SIGKILL', 'SIGTERM', 'SIGINT'] as const)[count % 3] ?? 'SIGKILL';
      // The last third of a run is when it writes.
      await killAfter(at, duration * (0.6 + 0.5 * random()), signal);
      const book = readFileSync(join(at, '回答.xlsx'));
      expect(book.equals(readFileSync(sample)) || book.equals(written.book)).toBe(true);
      const json = read(join(at, 'r.json'));
      expect(json === undefined || json.equals(written.json)).toBe(true);
      expect(run(at).status).toBeLessThan(2);
      expect(readdirSync(at).sort()).toEqual(['r.json', '回答.xlsx']);
      expect(readFileSync(join(at, '回答.xlsx')).equals(written.book)).toBe(true);
    }
  },
  20_000 * (kills + 2),
);
