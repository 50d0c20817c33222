import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import nodeModule from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const root = join(__dirname, '../..');
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'starting-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const write = (path: string, text: string): void => {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
};

describe('a program is built when its sources changed, and only then', () => {
  /** A clone in which building is one line in a log, and the program says how often it was built. */
  const clone = (): string => {
    const at = join(folder, 'clone');
    write(join(at, 'src/cli/launch.mjs'), readFileSync(join(root, 'src/cli/launch.mjs'), 'utf8'));
    write(join(at, 'src/cli/main.ts'), 'one');
    write(join(at, 'webpack.config.js'), '');
    write(join(at, 'package-lock.json'), '{"packages":{}}');
    write(join(at, 'node_modules/.package-lock.json'), '{"packages":{}}');
    write(
      join(at, 'node_modules/webpack/bin/webpack.js'),
      `const { appendFileSync, mkdirSync, writeFileSync } = require('node:fs');
       mkdirSync('dist/node', { recursive: true });
       appendFileSync('dist/builds', 'x');
       for (const name of ['cli', 'work']) writeFileSync('dist/node/' + name + '.js',
         "process.stdout.write(require('node:fs').readFileSync('dist/builds', 'utf8'))");`,
    );
    return at;
  };
  const buildsOf = (at: string): number =>
    execFileSync(process.execPath, [join(at, 'src/cli/launch.mjs'), 'help'], { encoding: 'utf8' }).length;

  test('not when nothing changed, nor when the folder was moved or all files were written anew', () => {
    const first = clone();
    expect([buildsOf(first), buildsOf(first)]).toEqual([1, 1]);
    const copy = join(folder, 'copy');
    cpSync(first, copy, { recursive: true });
    utimesSync(join(copy, 'src/cli/main.ts'), 1, 1);
    expect([buildsOf(copy), buildsOf(copy)]).toEqual([1, 1]);
  });

  test('when a source has other content, be it as long as before', () => {
    const at = clone();
    const source = join(at, 'src/cli/main.ts');
    expect(buildsOf(at)).toBe(1);
    write(source, 'two');
    utimesSync(source, 1, 1);
    expect(buildsOf(at)).toBe(2);
    write(join(at, 'src/cli/more.ts'), '');
    expect(buildsOf(at)).toBe(3);
    rmSync(join(at, 'src/cli/more.ts'));
    expect(buildsOf(at)).toBe(4);
  });

  test('when a part of it is gone', () => {
    const at = clone();
    expect(buildsOf(at)).toBe(1);
    rmSync(join(at, 'dist/node/work.js'));
    expect(buildsOf(at)).toBe(2);
  });
});

test('started without npm, it counts file names from where the user stands', () => {
  const environment = { ...process.env };
  delete environment['INIT_CWD'];
  const told = spawnSync(process.execPath, [join(root, 'src/cli/launch.mjs'), 'score', 'ない.xlsx'], {
    cwd: folder,
    env: environment,
    encoding: 'utf8',
  });
  expect(told.stderr).toContain(join(folder, 'ない.xlsx'));
});

/** Node.js from 22.8 on does this by itself. */
const ours = 'enableCompileCache' in nodeModule ? describe.skip : describe;

ours('what was compiled is kept for the next start', () => {
  const start = (program: string): string => {
    write(
      join(folder, 'start.cjs'),
      `const { transformSync } = require(${JSON.stringify(join(root, 'node_modules/@swc/core'))});
       const source = require('node:fs').readFileSync(${JSON.stringify(join(root, 'src/cli/loadProgram.ts'))}, 'utf8');
       const options = { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' } };
       const module_ = { exports: {} };
       new Function('exports', 'require', transformSync(source, options).code)(module_.exports, require);
       const { exports: made, keepCompiled } = module_.exports.loadProgram(${JSON.stringify(program)});
       process.stdout.write(made.said());
       keepCompiled();`,
    );
    const { stdout, stderr } = spawnSync(process.execPath, [join(folder, 'start.cjs')], { encoding: 'utf8' });
    return stdout + stderr;
  };

  test('and never taken for another program of the same length, nor when it is damaged', () => {
    const program = join(folder, 'program.js');
    const cache = `${program}.cache`;
    write(program, "exports.said = () => 'one';");
    expect(start(program)).toBe('one');
    const kept = readFileSync(cache);
    expect(start(program)).toBe('one');
    expect(readFileSync(cache).equals(kept)).toBe(true);
    write(program, "exports.said = () => 'two';");
    expect(start(program)).toBe('two');
    expect(readFileSync(cache).equals(kept)).toBe(false);
    for (const damaged of [kept, kept.subarray(0, 100), Buffer.alloc(0), Buffer.alloc(kept.length)]) {
      writeFileSync(cache, damaged);
      expect(start(program)).toBe('two');
    }
  });

  test('a folder nobody may write to is no reason to fail', () => {
    const program = join(folder, 'program.js');
    write(program, "exports.said = () => 'one';");
    mkdirSync(`${program}.cache`);
    expect(start(program)).toBe('one');
  });
});
