import { problem, refuse, type Result } from '../problems';
import { lintScheme } from './lint/schemeLints';
import { AnyScheme, type Scheme } from './scheme';
import { readShaped, unlessFaulty } from './shape';

/**
 * Reads a scheme file (a user's, or ours before it is packaged), given as parsed JSON: caps, strict schema, linters.
 * Refuses with the first twenty faults found, each naming its place in the file; never throws, whatever it is given.
 */
export const readScheme = (data: unknown): Result<Scheme> => {
  const shaped = readShaped(AnyScheme, data, 'scheme-shape');
  if (!shaped.ok) return shaped;
  if (shaped.value.level === 'block') return refuse(problem('scheme-block-level', { found: shaped.value.title }));
  return unlessFaulty(shaped.value, lintScheme(shaped.value), 'scheme-lint');
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
