import { foldLabel, foldText } from '../../kernel';
import { citiesOfWard, readPrefecture, registeredMunicipalities } from '../municipality';
import { remembered } from '../labels';
import { splitPrefecture } from './splitPrefecture';

/** The municipality a column header names. */
export interface MunicipalityHeader {
  readonly name: string;
  readonly prefecture?: string;
}

/** No municipality's name is longer, prefecture and district included. */
const longestName = 40;

/**
 * The municipality in a header: 北塩原村, 福島県北塩原村, 府中市（東京都）, 北塩原村（回答）, 回答：北塩原村; undefined for words of
 * forms such as 市町村数, 担当課, 地区.
 */
export const municipalityHeader = (text: string): MunicipalityHeader | undefined =>
  text.length > longestName ? undefined : read(text);

const read = remembered((text: string): MunicipalityHeader | undefined => {
  const bare = withoutAnswerWords(foldText(text));
  const { name, prefecture } = splitPrefecture(bare);
  if (!canBeMunicipality(foldLabel(name))) return undefined;
  return { name, ...(prefecture === undefined ? {} : { prefecture }) };
});

const answerWord = '(?:回答欄?|回答内容|該当状況|自己評価|得点|点数|判定)';
const before = new RegExp(`^${answerWord}[:\\s]*[(\\[【]?|^`);
const after = new RegExp(`[(\\[【\\s]*(?:の)?${answerWord}[)\\]】]?$`);

const withoutAnswerWords = (text: string): string => {
  const head = text.replace(before, '');
  const inner = head !== text && /[)\]】]$/.test(head) && !/[([【]/.test(head) ? head.slice(0, -1) : head;
  return inner
    .replace(after, '')
    .replace(/[([【](?:令和|r)\d{1,2}(?:年度?)?[)\]】]$/i, '')
    .trim();
};

let known: ReadonlySet<string> | undefined;

const knownNames = (): ReadonlySet<string> =>
  (known ??= new Set(registeredMunicipalities().map(({ name }) => foldLabel(name))));

/** Words of forms that end like a municipality's name. */
const formWords = /(?:市区?町村|市町|町村|都市)$|^(?:全|各|他|該当|対象|県内|同規模|近隣|当該|担当|前)/;

/** A registered name, a ward of a designated city, or an unknown name that ends like one and is no word of forms. */
const canBeMunicipality = (label: string): boolean => {
  if (label.length < 2 || readPrefecture(label) === label) return false;
  if (knownNames().has(label)) return true;
  if (label.endsWith('区')) return citiesOfWard(label).length > 0;
  // 架空12市 numbers invented places; 人口10万以上の市 is a heading.
  const bare = label.replace(/\d+(?=[市町村]$)/, '');
  return /(?:[市町村]|広域連合|事務組合)$/.test(label) && !formWords.test(label) && !/[\d:/]/.test(bare);
};
