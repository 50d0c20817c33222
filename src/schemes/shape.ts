import { z } from 'zod';
import { reiwaYear, type FiscalYear } from '../kernel';
import { ok, problem, refuse, type Problem, type Result } from '../problems';

// Before any schema is made, so it stands where all of them begin. The pages run under a strict CSP: no eval probe. The
// faults of a user's file are told in Japanese.
z.config({ ...z.locales.ja(), jitless: true });

/** Text of a file, capped: it comes from outside and is shown to people. */
export const Text = z.string().min(1).max(500);

/** The short name of a document, used by sources. */
export const DocumentId = z.string().min(1).max(40);

/** Schemes and plans are data: no year is known to the schema. */
export const FiscalYearText = z
  .string()
  .regex(/^R([1-9]|[1-9]\d)$/)
  .transform((text): FiscalYear => reiwaYear(Number(text.slice(1))));

/** Where a number was found, and how sure we are: `certain` (primary text or exact arithmetic), `likely`, `inferred`. */
export const Source = z.strictObject({
  document: DocumentId,
  place: Text,
  confidence: z.enum(['certain', 'likely', 'inferred']),
});

/** Something wrong in a file from outside: path or id inside it, and a sentence. */
interface FileFault {
  readonly place: string;
  readonly message: string;
}

/** The problems that say what is wrong in a file. */
type FileFaultName =
  'scheme-shape' | 'scheme-lint' | 'plan-shape' | 'plan-lint' | 'settings-shape' | 'mapping-shape' | 'scenario-shape';

/** More faults than this do not help; the first ones name the cause. */
const shownFaults = 20;

/** A sentence that lists thousands of unknown keys helps nobody. */
const shownLetters = 300;

/** The value where nothing is wrong with it, else its first twenty faults. */
export const unlessFaulty = <Value>(value: Value, faults: readonly FileFault[], name: FileFaultName): Result<Value> => {
  const problems = faults
    .slice(0, shownFaults)
    .map(({ place, message }) => problem(name, { found: place }, { message }));
  return problems.length === 0 ? ok(value) : { ok: false, problems };
};

/**
 * Reads parsed JSON from outside by a schema: caps first, then the shape. Refuses with the first twenty faults as
 * problems `name`, each naming its place in the file; never throws, whatever it is given.
 */
export const readShaped = <Shape extends z.ZodType>(
  schema: Shape,
  data: unknown,
  name: FileFaultName,
): Result<z.output<Shape>> => {
  const breach = capBreach(data);
  if (breach !== undefined) return refuse(shapeProblem(breach, name));
  const parsed = schema.safeParse(data);
  if (parsed.success) return ok(parsed.data);
  const faults = parsed.error.issues.map(({ path, message }) => ({ place: path.map(String).join('.'), message }));
  return { ok: false, problems: faults.slice(0, shownFaults).map((fault) => shapeProblem(fault, name)) };
};

const shapeProblem = ({ place, message }: FileFault, name: FileFaultName): Problem =>
  problem(name, { found: place === '' ? '（全体）' : place }, { message: message.slice(0, shownLetters) });

/** Our largest file (R6, 264 criteria) has about 2,500 values; these leave room for a year eight times as large. */
const caps = { values: 20_000, depth: 12, text: 2_000, key: 40 };

/**
 * Looks through a parsed JSON value before the schema does: a schema would report each of a million wrong entries,
 * and would drop a key `__proto__` without a word. Stops at the first breach; iterative, so depth cannot overflow. Undefined when it may be parsed.
 */
const capBreach = (root: unknown): FileFault | undefined => {
  const open: { readonly value: unknown; readonly place: string; readonly depth: number }[] = [
    { value: root, place: '', depth: 0 },
  ];
  let values = 0;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, place, depth } = next;
    values += 1;
    if (depth > caps.depth) return { place, message: `入れ子が ${caps.depth} 段を超えています` };
    if (typeof value === 'string' && value.length > caps.text) {
      return { place, message: `文字数 ${value.length} が上限 ${caps.text} を超えています` };
    }
    if (typeof value !== 'object' || value === null) continue;
    const keys = Object.keys(value);
    if (values + open.length + keys.length > caps.values) {
      return { place, message: `項目の数が上限 ${caps.values} を超えています` };
    }
    const long = keys.find((key) => key.length > caps.key);
    if (long !== undefined) {
      return { place, message: `項目名の文字数 ${long.length} が上限 ${caps.key} を超えています` };
    }
    if (keys.includes('__proto__')) return { place: `${place}.__proto__`, message: 'この名前の項目は使えません' };
    for (const [key, inner] of Object.entries(value)) {
      open.push({
        value: inner,
        place: place === '' ? key : `${place}.${key}`,
        depth: depth + 1,
      });
    }
  }
  return undefined;
};
