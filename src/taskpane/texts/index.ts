import type { Language } from '../../problems';
import { ja } from './ja';

/** Every word of the pane in one language; problems bring their own sentences. */
export type PaneTexts = typeof ja & { readonly language: Language };

/** The texts for a locale such as `ja-JP` or `en-US`; everything that is not Japanese gets English, which is loaded only then. */
export const textsOf = async (locale: string): Promise<PaneTexts> =>
  /^ja\b/i.test(locale) ? { ...ja, language: 'ja' } : { ...(await import('./en')).en, language: 'en' };
