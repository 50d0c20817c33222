import { join } from 'node:path';
import { z } from 'zod';
import { python } from './programs';
import { runWatched } from './watchedProgram';

/** A cell as the second reader tells it: 0-based row and column, what it is, and its value; a date is its number. */
export type SeenCell = readonly [
  row: number,
  column: number,
  kind: 'n' | 's' | 'b' | 'e',
  value: string | number | boolean,
];

const seenSchema = z.object({
  sheets: z.record(
    z.string(),
    z.array(
      z.tuple([z.number(), z.number(), z.enum(['n', 's', 'b', 'e']), z.union([z.string(), z.number(), z.boolean()])]),
    ),
  ),
});

/** What openpyxl sees in each workbook; undefined when it cannot open it, or takes too long. */
export const seenByOpenpyxl = async (
  tools: string,
  paths: readonly string[],
): Promise<readonly (Readonly<Record<string, readonly SeenCell[]>> | undefined)[]> =>
  (await askPython(tools, ['cells'], paths)).map((said) => seenSchema.safeParse(said).data?.sheets);

const lintSchema = z.object({
  /** Faults of the package that were not there before. */
  faults: z.array(z.string()),
  /** Faults against the schemas that were not there before. */
  schema: z.array(z.string()),
  /** How many parts, new or changed, were held against the schemas. */
  checked: z.number(),
  /** Sheets that were there before and whose values differ now. */
  values: z.array(z.string()),
  /** What they were compared by: openpyxl, or the bytes of the parts where it cannot read the workbook. */
  by: z.enum(['openpyxl', 'parts']),
  /** Why openpyxl, which could read it before, cannot now. */
  lost: z.string().nullable(),
});

export type Linted = z.infer<typeof lintSchema>;

const errorSchema = z.object({ error: z.string() });

/** What Python finds in written workbooks, beside what they were before; a text where it came to no end. */
export const lint = async (
  tools: string,
  pairs: readonly { readonly before: string; readonly after: string }[],
  schemas: string | undefined,
): Promise<readonly (Linted | string)[]> =>
  (
    await askPython(
      tools,
      ['lint', schemas ?? ''],
      pairs.map(({ before, after }) => `${before}\t${after}`),
    )
  ).map((said) => lintSchema.safeParse(said).data ?? errorSchema.safeParse(said).data?.error ?? 'no answer');

/** Lets openpyxl open a workbook and save it as another. */
export const savedByOpenpyxl = async (tools: string, from: string, to: string): Promise<void> => {
  const [said] = await askPython(tools, ['save'], [`${from}\t${to}`]);
  z.object({ saved: z.literal(true) }).parse(said);
};

/** Milliseconds for one answer. */
const patience = 120_000;

/** One answer a line; a line that stops Python costs its own answer only. */
const askPython = async (
  tools: string,
  options: readonly string[],
  lines: readonly string[],
): Promise<readonly unknown[]> => {
  const answers: unknown[] = [];
  while (answers.length < lines.length) {
    const asked = lines.slice(answers.length);
    const before = answers.length;
    await runWatched({
      program: python(),
      args: [join(tools, 'secondReader.py'), ...options],
      input: asked.map((line) => `${line}\n`).join(''),
      patience,
      onLine: (line) => {
        answers.push(JSON.parse(line));
      },
    });
    if (answers.length - before < asked.length) answers.push(undefined);
  }
  return answers;
};
