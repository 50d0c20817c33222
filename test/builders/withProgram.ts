import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const installed = (program: string): boolean =>
  (process.env['PATH'] ?? '').split(delimiter).some((folder) => folder !== '' && existsSync(join(folder, program)));

/** Why a test that needs these programs cannot run here: those that do not stand on the PATH; undefined when it can. */
export const absenceOf = (...programs: readonly string[]): string | undefined => {
  const absent = programs.filter((program) => !installed(program));
  return absent.length === 0 ? undefined : `not installed: ${absent.join(', ')}`;
};

/**
 * `describe`, unless there is a reason why nothing of it can be tested here; then its tests are reported as skipped, with
 * the reason in the title.
 */
export const describeUnless = (reason: string | undefined, title: string, body: () => void): void => {
  if (reason === undefined) describe(title, body);
  else describe.skip(`${title} [${reason}]`, body);
};

/** `describe` for tests that need programs; skipped, and the absent ones named, where they are not installed. */
export const describeWith =
  (...programs: readonly string[]) =>
  (title: string, body: () => void): void => {
    describeUnless(absenceOf(...programs), title, body);
  };

/** `test` for one that needs programs; skipped, never passed, and the absent ones named, where they are not installed. */
export const testWith =
  (...programs: readonly string[]) =>
  (title: string, body: () => Promise<void>): void => {
    const reason = absenceOf(...programs);
    if (reason === undefined) test(title, body);
    else test.skip(`${title} [${reason}]`, body);
  };
