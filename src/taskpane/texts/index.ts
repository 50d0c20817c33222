import { en } from './en';
import { ja } from './ja';
import type { PaneTexts } from './texts';

export { type PaneTexts } from './texts';

/** The texts for a locale such as `ja-JP` or `en-US`; everything that is not Japanese gets English. */
export const textsOf = (locale: string): PaneTexts => (/^ja\b/i.test(locale) ? ja : en);
