import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { readScoreOptions, readTemplateOptions } from '../../src/cli/options';
import { scoreCommand } from '../../src/cli/scoreCommand';
import { templateCommand } from '../../src/cli/templateCommand';
import { sentenceOf } from '../../src/problems';
import type { ScoreFile } from '../../src/report/scoreFile';
import { casesFolder } from './readingCase';

/** What one call of the command line came to. */
export interface Called {
  /** 0 scored, 1 scored with something to look at, 2 refused. */
  readonly exit: number;
  /** Everything that was printed. */
  readonly text: string;
}

/** Calls the command line in this process, as if in the folder `at`. */
export const call = async (at: string, command: 'score' | 'template', args: readonly string[]): Promise<Called> => {
  const lines: string[] = [];
  const keep = (text: string): void => void lines.push(text);
  const terminal = { print: keep, warn: keep, progress: () => undefined };
  const places = { workingFolder: at, projectFolder: join(__dirname, '../..') };
  const given = command === 'score' ? readScoreOptions(args) : readTemplateOptions(args);
  if (!given.ok) return { exit: 2, text: given.problems.map((one) => sentenceOf(one)).join('\n') };
  const exit =
    'files' in given.value
      ? await scoreCommand(given.value, places, terminal)
      : await templateCommand(given.value, places, terminal);
  return { exit, text: lines.join('\n') };
};

/** Calls `score` and reads the JSON it wrote; undefined where it wrote none. */
export const scored = async (
  at: string,
  args: readonly string[],
): Promise<Called & { readonly json: ScoreFile | undefined }> => {
  const path = join(at, 'result.json');
  const called = await call(at, 'score', [...args, '--json', path]);
  return { ...called, json: existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined };
};

/** A new folder with copies of the files in its subfolder `in`, as they lie below the folder of the cases. */
export const folderWith = (files: readonly string[]): { readonly at: string; readonly paths: readonly string[] } => {
  const at = mkdtempSync(join(tmpdir(), 'incentive-reading-'));
  const paths = files.map((file) => {
    const path = join(at, 'in', file);
    mkdirSync(dirname(path), { recursive: true });
    copyFileSync(join(casesFolder, file), path);
    return path;
  });
  return { at, paths };
};

/** Every file below a folder with its bytes in base64. */
export const filesIn = (at: string): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(at, { recursive: true, encoding: 'utf8' })
      .filter((path) => statSync(join(at, path)).isFile())
      .map((path) => [path, readFileSync(join(at, path)).toString('base64')]),
  );
