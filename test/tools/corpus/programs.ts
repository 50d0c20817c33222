import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { z } from 'zod';

/** A cell as the second reader tells it: 0-based row and column, what it is, and its value; a date is its number. */
export type SeenCell = readonly [
  row: number,
  column: number,
  kind: 'n' | 's' | 'b' | 'e',
  value: string | number | boolean,
];

const seenSchema = z.union([
  z.object({ error: z.string() }),
  z.object({
    sheets: z.record(
      z.string(),
      z.array(
        z.tuple([z.number(), z.number(), z.enum(['n', 's', 'b', 'e']), z.union([z.string(), z.number(), z.boolean()])]),
      ),
    ),
  }),
]);

/** What openpyxl sees in each workbook; undefined when it cannot open it, or takes too long. */
export const seenByOpenpyxl = (
  tools: string,
  paths: readonly string[],
): readonly (Readonly<Record<string, readonly SeenCell[]>> | undefined)[] =>
  askPython(tools, ['cells'], paths).map((said) => {
    const answer = seenSchema.safeParse(said);
    return answer.success && 'sheets' in answer.data ? answer.data.sheets : undefined;
  });

const lintSchema = z.union([
  z.object({ error: z.string() }),
  z.object({ faults: z.array(z.string()), values: z.array(z.string()), unread: z.string().optional() }),
]);

/** Faults that written workbooks have and had not before, and sheets of their own whose values differ. */
export const lint = (
  tools: string,
  pairs: readonly { readonly before: string; readonly after: string }[],
  schemas: string | undefined,
): readonly z.infer<typeof lintSchema>[] =>
  askPython(
    tools,
    ['lint', schemas ?? ''],
    pairs.map(({ before, after }) => `${before}\t${after}`),
  ).map((said) => lintSchema.catch({ error: 'no answer' }).parse(said));

/** One answer a line; a line that stops Python costs its own answer only. */
const askPython = (tools: string, options: readonly string[], lines: readonly string[]): readonly unknown[] => {
  const answers: unknown[] = [];
  while (answers.length < lines.length) {
    const asked = lines.slice(answers.length, answers.length + batch);
    const { stdout } = spawnSync(python, [join(tools, 'secondReader.py'), ...options], {
      input: asked.map((line) => `${line}\n`).join(''),
      encoding: 'utf8',
      timeout: 60_000 + 20_000 * asked.length,
      maxBuffer: 1 << 30,
    });
    const said = stdout.split('\n').slice(0, -1);
    answers.push(...said.map((line): unknown => JSON.parse(line)), ...(said.length < asked.length ? [undefined] : []));
  }
  return answers;
};

const python = process.env['PYTHON'] ?? 'python3';

const batch = 40;

/** Converts files with LibreOffice, 40 a start; undefined for one that did not come back. */
export const convertedByLibreOffice = (
  paths: readonly string[],
  target: string,
  use: (path: string, converted: string | undefined) => void,
): void => {
  for (let from = 0; from < paths.length; from += batch) convertBatch(paths.slice(from, from + batch), target, use);
};

const convertBatch = (
  paths: readonly string[],
  target: string,
  use: (path: string, converted: string | undefined) => void,
): void => {
  const folder = mkdtempSync(join(tmpdir(), 'corpus-'));
  try {
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const options = ['--headless', profile, '--convert-to', target, '--outdir', folder];
    try {
      execFileSync('soffice', [...options, ...paths], { stdio: 'ignore', timeout: 30_000 + 10_000 * paths.length });
    } catch {
      // A file that stops LibreOffice takes the rest of its batch along: then each is opened by itself.
      if (paths.length > 1) {
        for (const path of paths) convertBatch([path], target, use);
        return;
      }
    }
    for (const path of paths) {
      const converted = join(folder, basename(path).replace(/\.[^.]*$/, `.${target.replace(/:.*/, '')}`));
      use(path, existsSync(converted) ? converted : undefined);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
