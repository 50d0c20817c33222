import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildAddin } from './addin';
import { judge } from './goals';

/** The build refuses more: webpack.config.js. */
const goalKilobytes = 175;

/** Files the page names, or Excel asks for before anything is pressed: see webpack.config.js. */
const first = /^(?:addin|ribbon|taskpane)\.[0-9a-f]+\.(?:js|css)$/;
const programs = ['cli.js', 'work.js'];

/** What has to come over the line: the add-in's first load and what it loads later, and the command line's two files. */
export const benchSizes = (): void => {
  buildAddin();
  // Whatever it does, the command line is built for it.
  execFileSync(process.execPath, ['src/cli/launch.mjs', 'help'], { stdio: 'ignore' });
  const scripts = readdirSync('dist/addin').filter((name) => /\.(?:js|css)$/.test(name));
  console.log('\nSizes, gzipped');
  const total = (title: string, names: readonly string[]): number => {
    const bytes = names.map((name) => gzipSync(readFileSync(name)).length);
    const sum = bytes.reduce((all, one) => all + one, 0) / 1024;
    console.log(`  ${title.padEnd(56)} ${sum.toFixed(1).padStart(7)} KB in ${names.length} files`);
    return sum;
  };
  const inAddin = (isWanted: (name: string) => boolean): readonly string[] =>
    scripts.filter(isWanted).map((name) => join('dist/addin', name));
  const now = total(
    'first load of pane and functions',
    inAddin((name) => first.test(name)),
  );
  total(
    'loaded later, when first needed',
    inAddin((name) => !first.test(name)),
  );
  total(
    'command line',
    programs.map((name) => join('dist/node', name)),
  );
  judge(`first load at most ${goalKilobytes} KB`, `${now.toFixed(1)} KB`, now <= goalKilobytes);
};
