#!/usr/bin/env node
// Starts every npm command on a fresh clone: installs the locked packages when they are missing or stale, builds the
// command line when its sources changed, then runs it. Needs Node ≥ 20 and npm, nothing else.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const [command = 'score', ...args] = process.argv.slice(2);

if (Number(process.versions.node.split('.')[0]) < 20) {
  console.error(`Node.js 20 以上が必要です（いまは ${process.versions.node}）。/ Node.js 20 or newer is needed.`);
  process.exit(2);
}

/** What npm writes when it has installed. */
const installed = 'node_modules/.package-lock.json';
/** Files that come with a bundle. */
const loadedLater = { cli: ['dist/node/work.js'] };
/** What a bundle is built from besides `src`. */
const besideSrc = {
  cli: [],
  bench: ['test'],
  tools: ['test/tools', 'test/host', 'test/builders', 'test/fixtures', 'assets/samples'],
};

// npm runs scripts in the project's folder and tells where the user stood; started without npm, the user stands here.
process.env.INIT_CWD ??= process.cwd();
process.exitCode = run(command, args);

function run(name, rest) {
  if (name === 'test') return test(rest);
  if (name === 'build') return buildWanted(rest);
  if (name === 'start') return buildWorkbench([]) || node([built('tools')], ['start', ...rest]);
  if (name === 'generate') return node([built('tools')], ['generate', ...rest]);
  if (name === 'corpus') return node([built('tools')], ['corpus', ...rest]);
  if (name === 'release') return release(rest);
  if (name === 'replay') return node([built('tools')], ['replay', ...rest]);
  if (name === 'check-host') return node([built('tools')], ['check-host', ...rest]);
  if (name === 'sideload') return buildAddin([]) || node([built('tools')], ['sideload', ...rest]);
  if (name === 'bench') return bench(rest);
  if (name === 'mutations') return mutations(rest);
  return commandLine([name, ...rest]);
}

/** Unit and contract tests first, then the built add-in and the page without Excel in a browser. */
function test(rest) {
  if (rest.length > 0) return jest(...rest);
  const unit = jest();
  if (unit !== 0) return unit;
  const addin = buildAddin([]) || buildWorkbench([]);
  return addin !== 0 ? addin : jest('--runInBand', '--testMatch', '**/test/e2e/*.e2e.ts');
}

/**
 * Jest with the one configuration of package.json; without `--testMatch` it runs what is called *.test.ts. A nation is
 * much short-lived data: with more room for it, V8 clears up less often (a tenth of the time).
 */
function jest(...options) {
  installIfStale();
  return node(['--max-semi-space-size=64', join(root, 'node_modules/jest/bin/jest.js')], options);
}

/** What of the product is to be built: the add-in, the page without Excel, or the command line in one file. */
function buildWanted(rest) {
  if (rest[0] === '--workbench') return buildWorkbench(rest.slice(1));
  return rest[0] === '--cli' && rest.length === 1 ? buildOneFile() : buildAddin(rest);
}

/** Writes dist/addin/ for the host it will be served from: `--base-url https://…`, https://localhost:3000 if none is given. */
function buildAddin([option, baseUrl, ...others]) {
  const wrong = others.length > 0 || (option === undefined ? baseUrl !== undefined : option !== '--base-url');
  if (wrong || (option !== undefined && !/^https:\/\/[^?#\s]+$/.test(baseUrl ?? ''))) {
    console.error(
      '使い方: npm run build -- --base-url https://… （https のアドレスだけ）、npm run build -- --workbench、または npm run build -- --cli',
    );
    return 2;
  }
  installIfStale();
  const address = option === undefined ? [] : ['--env', `baseUrl=${baseUrl}`];
  return node([join(root, 'node_modules/webpack/bin/webpack.js')], ['--env', 'web', ...address]);
}

/** Writes the page without Excel: dist/workbench/ for a server, and dist/incentive.html, all of it in one file. */
function buildWorkbench(rest) {
  if (rest.length > 0) {
    console.error('使い方: npm run build -- --workbench');
    return 2;
  }
  installIfStale();
  const status = node(
    [join(root, 'node_modules/webpack/bin/webpack.js')],
    ['--env', 'workbench', '--stats=errors-only'],
  );
  if (status === 0) tellFile('dist/incentive.html');
  return status;
}

/** Writes dist/incentive-cli.mjs, the command line for a PC with Node.js alone. */
function buildOneFile() {
  installIfStale();
  const status = node([join(root, 'node_modules/webpack/bin/webpack.js')], ['--env', 'oneFile', '--stats=errors-only']);
  if (status !== 0) return status;
  tellFile('dist/incentive-cli.mjs');
  return 0;
}

/** Size and check sum of a file that people copy. */
function tellFile(path) {
  const bytes = readFileSync(join(root, path));
  console.log(`${path}　${(bytes.length / 1e6).toFixed(1)} MB`);
  console.log(`SHA-256 ${createHash('sha256').update(bytes).digest('hex')}`);
}

/** Builds the add-in for its address and packs it with all an IT section needs, see test/tools/release. */
function release(rest) {
  const at = rest.indexOf('--base-url');
  const build = at < 0 ? 0 : buildAddin(rest.slice(at, at + 2));
  return build || buildOneFile() || buildWorkbench([]) || node([built('tools')], ['release', ...rest]);
}

/** The engine as a program; under jest what needs office.js, a file each: all of both, or the parts that are named. */
function bench(rest) {
  const [hosted, others] = [[], []];
  for (const part of rest) (existsSync(join(root, `test/bench/${part}.bench.ts`)) ? hosted : others).push(part);
  const all = rest.length === 0;
  const engine = all || others.length > 0 ? node(['--expose-gc', built('bench')], others) : 0;
  const files = (all ? ['*'] : hosted).map((part) => `--testMatch=**/test/bench/${part}.bench.ts`);
  return (files.length > 0 ? jest('--runInBand', ...files) : 0) || engine;
}

function mutations(rest) {
  installIfStale();
  return node([join(root, 'test/tools/mutations/run.mjs')], rest);
}

/** In this very process, as another Node would cost a tenth of a second; it sets the exit code when it is through. */
function commandLine(words) {
  process.chdir(root);
  const program = built('cli');
  process.argv = [process.argv[0], program, ...words];
  createRequire(import.meta.url)(program);
}

function node(program, rest) {
  const { status, signal } = spawnSync(process.execPath, [...program, ...rest], { cwd: root, stdio: 'inherit' });
  return status ?? (signal === 'SIGINT' ? 130 : 1);
}

/** Installs from the lock file when a locked package is absent or of another version. */
function installIfStale() {
  const wanted = packagesIn(join(root, 'package-lock.json'));
  const present = packagesIn(join(root, installed));
  const stale = Object.entries(wanted).some(
    ([path, entry]) => path !== '' && entry.optional !== true && present[path]?.version !== entry.version,
  );
  if (!stale) return;
  console.error('必要なパッケージを入れています（初回だけ、数分かかります）… / Installing the locked packages…');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const { status } = spawnSync(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (status !== 0) {
    console.error('パッケージを入れられませんでした。ネットワークと npm の設定を確かめてください。/ npm ci failed.');
    process.exit(2);
  }
}

function packagesIn(file) {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')).packages ?? {}) : {};
}

/**
 * Path of the bundle, built anew when its sources are not those it was built from. Sizes and times tell in a moment that
 * nothing was touched; where they differ, as in a copy or a checkout, the contents decide.
 */
function built(bundle) {
  const output = join(root, 'dist', 'node', `${bundle}.js`);
  const stampFile = join(root, 'dist', 'node', `${bundle}.stamp`);
  const sources = ['src', 'package-lock.json', 'webpack.config.js', ...besideSrc[bundle]];
  const touched = fingerprintOf([...sources, installed], sizeAndTime);
  const isWhole = [output, ...(loadedLater[bundle] ?? []).map((name) => join(root, name)), stampFile].every(existsSync);
  const known = isWhole ? readFileSync(stampFile, 'utf8').split('\n') : [];
  if (known[0] === touched) return output;
  installIfStale();
  const stamp = [fingerprintOf([...sources, installed], sizeAndTime), fingerprintOf(sources, contentOf)];
  if (known[1] !== stamp[1]) build(bundle);
  writeFileSync(stampFile, stamp.join('\n'));
  return output;
}

function build(bundle) {
  const webpack = join(root, 'node_modules/webpack/bin/webpack.js');
  const { status, stdout } = spawnSync(
    process.execPath,
    [webpack, '--config', 'webpack.config.js', '--env', `node=${bundle}`],
    {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    },
  );
  if (status !== 0) {
    console.error(stdout);
    console.error('組み立てに失敗しました。/ The build failed.');
    process.exit(2);
  }
}

/** Of all files below these paths, each by its path from the root, so that a folder may be moved. */
function fingerprintOf(paths, factsOf) {
  const hash = createHash('sha256');
  for (const path of paths) addTo(hash, path, factsOf);
  return hash.digest('hex');
}

function addTo(hash, path, factsOf) {
  const stat = statSync(join(root, path), { throwIfNoEntry: false });
  if (stat === undefined) return;
  if (stat.isDirectory())
    for (const name of readdirSync(join(root, path)).sort()) addTo(hash, `${path}/${name}`, factsOf);
  else hash.update(`${path}\0`).update(factsOf(stat, path));
}

function sizeAndTime({ size, mtimeMs }) {
  return `${size}\0${mtimeMs}\n`;
}

function contentOf({ size }, path) {
  const bytes = readFileSync(join(root, path));
  return Buffer.concat([Buffer.from(`${size}\0`), bytes]);
}
