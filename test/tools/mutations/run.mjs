// Shows that the tests can fail: puts one fault at a time into a copy of the tree and runs the tests that must notice it.
//   npm run mutations             every fault of mutations.json (about ten minutes)
//   npm run mutations -- rank     those in files whose path holds «rank»
// Exit 0: all noticed · 1: a fault survived · 2: the list does not fit the tree, or its tests fail without a fault.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '../../..');
const [wanted = ''] = process.argv.slice(2);
const list = JSON.parse(readFileSync(join(root, 'test/tools/mutations/mutations.json'), 'utf8'));
const mutations = list
  .flatMap(({ file, tests, mutations: own }) => own.map((one) => ({ file, tests, ...one })))
  .filter(({ file }) => file.includes(wanted));

// The working tree is never touched: what is being edited stays as it is, whatever ends the run.
const copy = mkdtempSync(join(tmpdir(), 'mutations-'));
let interrupted = false;
process.on('SIGINT', () => undefined); // It ends the tests that run; we then end by ourselves, and tidy up.
try {
  process.exitCode = runAll();
} finally {
  rmSync(copy, { recursive: true, force: true });
}

function runAll() {
  const left = new Set(['node_modules', 'dist', 'out', 'coverage', '.git']);
  cpSync(root, copy, { recursive: true, filter: (path) => path === root || !left.has(basename(path)) });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');
  if (mutations.length === 0) return refused(`no fault in a file called «${wanted}»`);
  for (const test of new Set(mutations.flatMap((one) => one.tests))) {
    const outcome = failedIn(test);
    if (interrupted) return refused('interrupted');
    if (outcome !== 'none') return refused(`fails without a fault: ${test}`);
  }
  const counts = { killed: 0, survived: 0, 'text not found': 0, 'did not run': 0 };
  for (const mutation of mutations) {
    const outcome = tried(mutation);
    if (interrupted) return refused('interrupted');
    counts[outcome] += 1;
    console.log(`${outcome.padEnd(14)} ${mutation.file}  ${mutation.harm}`);
    if (outcome !== 'killed') console.log(`               ${mutation.from} → ${mutation.to}`);
  }
  console.log(Object.entries(counts).map(([outcome, count]) => `${count} ${outcome}`).join(', ')); // prettier-ignore
  if (counts['text not found'] + counts['did not run'] > 0) return 2;
  return counts.survived > 0 ? 1 : 0;
}

/** One fault put in, its tests run, and the file as it was. */
function tried({ file, from, to, tests }) {
  const path = join(copy, file);
  const code = readFileSync(path, 'utf8');
  if (code.split(from).length !== 2) return 'text not found';
  try {
    writeFileSync(
      path,
      code.replace(from, () => to),
    );
    return { some: 'killed', none: 'survived', unknown: 'did not run' }[failedTests(tests)];
  } finally {
    writeFileSync(path, code);
  }
}

/** Whether a test fails in the copy, file after file up to the first; unknown where nothing could be tried. */
function failedTests(tests) {
  for (const test of tests) {
    const outcome = failedIn(test);
    if (outcome !== 'none') return outcome;
  }
  return 'none';
}

function failedIn(test) {
  const jest = join(root, 'node_modules/jest/bin/jest.js');
  const options = ['--json', '--runInBand', '--ci', '--cacheDirectory', join(copy, '.jest'), '--runTestsByPath', test];
  const { stdout, error, signal } = spawnSync(process.execPath, [jest, ...options], {
    cwd: copy,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    maxBuffer: 1 << 28,
    timeout: 300_000,
  });
  interrupted = signal === 'SIGINT';
  if (error?.code === 'ETIMEDOUT') return 'some';
  // What the tests themselves print comes first.
  const report = /^\{"numFailedTestSuites".*$/m.exec(stdout)?.[0];
  if (report === undefined) return 'unknown';
  const { success, numTotalTests, testResults } = JSON.parse(report);
  if (success) return numTotalTests > 0 ? 'none' : 'unknown';
  // A file that throws while it is loaded has noticed the fault; one that is no TypeScript any more has not.
  return testResults.some(({ message }) => /Syntax ?Error/.test(message)) ? 'unknown' : 'some';
}

function refused(why) {
  console.error(why);
  return 2;
}
