import { foldLabel } from '../../kernel';
import { prefectures, registeredMunicipalities } from '../municipality';

let known: ReadonlySet<string> | undefined;

/** Every registered name, bare and with its prefecture, folded. */
const knownNames = (): ReadonlySet<string> =>
  (known ??= new Set(
    registeredMunicipalities().flatMap(({ prefecture, name }) => [foldLabel(name), foldLabel(prefecture + name)]),
  ));

/** Headings that end like a municipality's name but are words of forms. */
const formWords = /(?:市区?町村|市町|町村|都市|地区|学区|校区)$|^(?:全|各|他|該当|対象)/;

/** True for texts that can head a municipality's column: 北塩原村, 福島県北塩原村, 府中市（東京都）; not 市町村数, 担当課. */
export const looksLikeMunicipality = (text: string): boolean => {
  const label = foldLabel(text).replace(/[(（][^)）]*[)）]$/, '');
  if (label.length < 2 || label.length > 24 || prefectures.includes(label)) return false;
  return knownNames().has(label) || (/(?:[市区町村]|広域連合|事務組合)$/.test(label) && !formWords.test(label));
};
