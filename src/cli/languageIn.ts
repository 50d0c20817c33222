import type { Language } from '../problems';

/** The language asked for by `--lang`, wherever it stands among the words; what cannot be read is refused elsewhere. */
export const languageIn = (args: readonly string[]): Language => {
  const at = args.lastIndexOf('--lang');
  return args.includes('--lang=en') || (at >= 0 && args[at + 1] === 'en') ? 'en' : 'ja';
};
