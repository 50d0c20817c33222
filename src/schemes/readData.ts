import { ok, problem, refuse, type Problem, type Result } from '../problems';
import { lintScheme } from './lint/schemeLints';
import { AnyScheme, type Scheme } from './scheme';

/** More faults than this do not help; the first ones name the cause. */
const shownFaults = 20;

/** A sentence that lists thousands of unknown keys helps nobody. */
const shownLetters = 300;

/**
 * Reads a scheme file (ours or a user's), given as parsed JSON: caps first, then the strict schema, then the linters.
 * Refuses with the first twenty faults found, each naming its place in the file; never throws, whatever it is given.
 */
export const readScheme = (data: unknown): Result<Scheme> => {
  const breach = withinCaps(data);
  if (breach !== undefined) return refuse(shapeProblem(breach.place, breach.message));
  const parsed = AnyScheme.safeParse(data);
  if (!parsed.success) {
    return refuseAll(
      parsed.error.issues
        .slice(0, shownFaults)
        .map(({ path, message }) => shapeProblem(path.map(String).join('.'), message)),
    );
  }
  if (parsed.data.level === 'block') {
    return refuse(problem('scheme-block-level', { found: parsed.data.title }));
  }
  const faults = lintScheme(parsed.data)
    .slice(0, shownFaults)
    .map(({ place, message }) => problem('scheme-lint', { found: place }, { message }));
  return faults.length > 0 ? refuseAll(faults) : ok(parsed.data);
};

const shapeProblem = (place: string, message: string): Problem =>
  problem('scheme-shape', { found: place === '' ? '（全体）' : place }, { message: message.slice(0, shownLetters) });

const refuseAll = (problems: readonly Problem[]): Result<never> => ({ ok: false, problems });

/** Where a value from outside is larger, deeper or stranger than any scheme; undefined when it may be parsed. */
interface CapBreach {
  readonly place: string;
  readonly message: string;
}

/** Our largest file (R6, 264 criteria) has about 2,500 values; these leave room for a year eight times as large. */
const caps = { values: 20_000, depth: 12, text: 2_000, key: 40 };

/**
 * Looks through a parsed JSON value before the schema does: a schema would report each of a million wrong entries,
 * and would drop a key `__proto__` without a word. Stops at the first breach; iterative, so depth cannot overflow.
 */
export const withinCaps = (root: unknown): CapBreach | undefined => {
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

/** Schemes, plans and settings are small; a larger file is none of them. */
export const mostJsonBytes = 4 * 1024 * 1024;

/** Reads the text of a JSON file from outside by `read`; what is no JSON is refused by the file's name. Never throws. */
export const readJsonText = <T>(text: string, fileName: string, read: (data: unknown) => Result<T>): Result<T> => {
  let data: unknown;
  try {
    // Windows' editors put a mark before the first letter.
    data = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return refuse(problem('json-broken', { found: fileName }));
  }
  return read(data);
};
