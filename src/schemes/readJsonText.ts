import { problem, refuse, type Result } from '../kernel';

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
