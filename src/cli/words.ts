import { parseArgs } from 'node:util';
import { ok, fileProblem, refuse, type Problem, type Result } from '../problems';
import type { CommandOption, OptionTable } from './optionTable';

/** The words of a call, sorted out; texts are not yet understood. */
export interface Words<Table extends OptionTable> {
  /** What is no option. */
  readonly others: readonly string[];
  readonly has: (name: keyof Table) => boolean;
  /** What stands behind the option, undefined without it. */
  readonly text: (name: keyof Table) => string | undefined;
  /** … each time it was given. */
  readonly texts: (name: keyof Table) => readonly string[];
}

/** Sorts out the words behind a command; refused by name where an option is unknown, wrongly written or given twice. */
export const readWords = <Table extends OptionTable>(args: readonly string[], table: Table): Result<Words<Table>> => {
  const known = new Map<string, CommandOption>(Object.entries(table));
  const { tokens } = parseArgs({
    args: [...args],
    options: Object.fromEntries([...known].map(([name, option]) => [name, typeOf(option)])),
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const given = new Map<string, readonly string[]>();
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const fault = faultOf(token, known, given.has(token.name));
    if (fault !== undefined) return refuse(fault);
    given.set(token.name, [...(given.get(token.name) ?? []), token.value ?? '']);
  }
  const others = tokens.flatMap((token) => (token.kind === 'positional' ? [token.value] : []));
  const lost = others.find(isLostOption);
  if (lost !== undefined) return refuse(fileProblem('option-lost', { found: lost }));
  const texts = (name: keyof Table): readonly string[] => given.get(String(name)) ?? [];
  return ok({
    others,
    has: (name) => given.has(String(name)),
    text: (name) => texts(name)[0],
    texts,
  });
};

/** `—year` with the dash of a text program, and the R8 that npm leaves of `--year R8` where the `--` before it is missing. */
const isLostOption = (word: string): boolean =>
  /^[‐‑‒–—―−ー－ｰ][-‐‑‒–—―−ー－ｰ]*[a-z]+(?:-[a-z]+)*$/i.test(word) || /^[RＲ]\d{1,2}$/i.test(word);

const typeOf = ({ example, short }: CommandOption) => ({
  type: example === undefined ? ('boolean' as const) : ('string' as const),
  ...(short === undefined ? {} : { short }),
});

interface OptionToken {
  readonly name: string;
  readonly rawName: string;
  readonly value: string | undefined;
}

const faultOf = (
  { name, rawName, value }: OptionToken,
  known: ReadonlyMap<string, CommandOption>,
  before: boolean,
): Problem | undefined => {
  const option = known.get(name);
  if (option === undefined) {
    const expected = nearest(name, [...known.keys()]).map((one) => `--${one}`);
    return fileProblem('unknown-option', { found: rawName, expected: expected.join('・') });
  }
  const { example, repeated } = option;
  if (example === undefined && value !== undefined) return fileProblem('option-takes-no-value', { found: rawName });
  // `--out --json x` is a value forgotten; a value that begins with - is written `--out=-x`.
  if (example !== undefined && (value === undefined || value === '' || /^--\w/.test(value)))
    return fileProblem('option-needs-value', { found: rawName, expected: `--${name} ${example}` });
  return before && repeated !== true ? fileProblem('option-twice', { found: rawName }) : undefined;
};

/** What people call an option of ours. */
const otherNames = new Map([
  ['column', 'answers'],
  ['columns', 'answers'],
  ['output', 'out'],
  ['city', 'municipality'],
  ['town', 'municipality'],
]);

/** The names that are most like a word: beginning alike, else by the fewest letters to change; at most three. */
const nearest = (word: string, names: readonly string[]): readonly string[] => {
  const meant = otherNames.get(word);
  if (meant !== undefined && names.includes(meant)) return [meant];
  const alike = names.filter((name) => name.startsWith(word) || word.startsWith(name));
  if (alike.length > 0) return alike.slice(0, 3);
  const distances = names.map((name) => lettersToChange(word, name));
  const least = Math.min(...distances);
  return names.filter((_, at) => distances[at] === least).slice(0, 3);
};

/** Letters to add, take away or replace (Levenshtein), over two short words. */
export const lettersToChange = (one: string, other: string): number => {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (const [down, letter] of Array.from(one.slice(0, longestWord)).entries()) {
    const next = [down + 1];
    for (let at = 1; at <= other.length; at += 1) {
      const replaced = (row[at - 1] ?? 0) + (other[at - 1] === letter ? 0 : 1);
      next.push(Math.min(replaced, (row[at] ?? 0) + 1, (next[at - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[other.length] ?? 0;
};

const longestWord = 40;
