import { foldText } from '../../kernel';
import { prefectures, readPrefecture } from '../municipality';

/** A name as written, apart from its prefecture: 福島県北塩原村, 府中市（東京都）, 府中市(東京) → name and prefecture in full. */
export const splitPrefecture = (written: string): { readonly name: string; readonly prefecture?: string } => {
  const text = foldText(written);
  const aside = /^([^(]+)\(([^)]+)\)$/.exec(text);
  const inAside = aside?.[2] === undefined ? undefined : readPrefecture(aside[2]);
  if (aside?.[1] !== undefined && inAside !== undefined) return { name: aside[1].trim(), prefecture: inAside };
  const before = prefectures.find((prefecture) => text.startsWith(prefecture) && text.length > prefecture.length);
  return before === undefined ? { name: text } : { name: text.slice(before.length).trim(), prefecture: before };
};
