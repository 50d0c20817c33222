import { execFileSync } from 'node:child_process';

/** The add-in as it is deployed, in dist/addin. */
export const buildAddin = (): void => {
  execFileSync(process.execPath, ['src/cli/launch.mjs', 'build'], { stdio: 'ignore' });
};
