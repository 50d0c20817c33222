import type { Language } from '../../problems';
import { en } from './en';
import { ja } from './ja';

/** Every word of the pane in one language; problems bring their own sentences. */
export type PaneTexts = typeof ja & { readonly language: Language };

/** The texts for a locale such as `ja-JP` or `en-US`; everything that is not Japanese gets English. */
export const textsOf = (locale: string): PaneTexts =>
  /^ja\b/i.test(locale) ? { ...ja, language: 'ja' } : { ...en, language: 'en' };
