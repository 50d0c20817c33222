import { foldLabel, foldText } from '../../kernel';
import { mostNames, remembered } from '../labels';
import {
  citiesOfWard,
  municipalitiesNamed,
  municipalitiesWithBase,
  prefectures,
  readPrefecture,
  registeredMunicipalities,
  wardsOfCities,
  type RegisteredMunicipality,
} from './register';
import { takeApart, type WrittenName } from './writtenName';

/** The municipality a column header or a heading names. */
export type NamedMunicipality = Pick<WrittenName, 'name' | 'prefecture' | 'written'>;

/** What a text says of whose something is: a municipality, the one of the title (本町), nobody (○○市), or nothing at all. */
export type Whose = NamedMunicipality | 'own' | 'nobody' | undefined;

/**
 * Whose the text says it is: 北塩原村, 福島県北塩原村, 01 府中市（東京都） 長寿課, 回答：北塩原村; `own` for 本町, 当市, 貴団体;
 * `nobody` for ○○市 and 見本市; undefined for words of forms such as 市町村数, 担当課, 地区.
 */
export const whoseIs = remembered((text: string): Whose => {
  if (text.length > longestName) return undefined;
  const { name, prefecture, written } = takeApart(text);
  const label = foldLabel(name);
  if (isOwn.test(label)) return 'own';
  if (isNobody.test(label)) return 'nobody';
  if (!canBeMunicipality(label)) return undefined;
  return { name, written, ...(prefecture === undefined ? {} : { prefecture }) };
}, mostNames);

/** No municipality's name is longer, prefecture and section included. */
const longestName = 60;

const isOwn = /^(?:[本当貴御自]|わが|我が)(?:市|町|村|区|市区?町村|町村|市町|団体|自治体|保険者|広域連合|組合)$/;

/** ○○市, ●●県△△町, （　）市; 見本市, サンプル町. 甲市 and A市 may stand for real ones that nobody shall know: they stay. */
const isNobody =
  /[○〇◯●◎△▲▽▼□■◇◆☆★×✕*＊_＿…‥?？~〜]+(?:都|道|府|県|郡|市|町|村|区)|^[([【][)\]】](?:市|町|村|区)|^x{2,}(?:都|道|府|県|市|町|村|区)|^(?:見本|サンプル|さんぷる|テスト|ダミー|記入例|記載例|入力例|例示?|某|なになに|何々)(?:都|道|府|県|市|町|村|区|の|用|$)/;

let known: ReadonlySet<string> | undefined;

const knownNames = (): ReadonlySet<string> =>
  (known ??= new Set(registeredMunicipalities().map(({ name }) => foldLabel(name))));

/** Words of forms that end like a municipality's name. */
const formWords = /(?:市区?町村|市町|町村|都市)$|^(?:全|各|他|該当|対象|県内|同規模|近隣|当該|担当|前)/;

/** A registered name, a ward of a designated city, a union, or an unknown name that ends like one and is no word of forms. */
const canBeMunicipality = (label: string): boolean => {
  if (label.length < 2 || readPrefecture(label) === label) return false;
  if (knownNames().has(label)) return true;
  if (label.endsWith('区')) return citiesOfWard(label).length > 0;
  // 架空12市 numbers invented places; 人口10万以上の市 is a heading.
  const bare = label.replace(/\d+(?=[市町村]$)/, '');
  return /(?:[市町村]|連合|組合|企業団)$/.test(label) && !formWords.test(label) && !/[\d:/]/.test(bare);
};

/** The municipalities a text that names none may still mean: 磐梯 lacks its 町, 小野町外二町 says more than a name. */
export const municipalitiesMentioned = (text: string): readonly RegisteredMunicipality[] => {
  if (text.length > longestName) return [];
  const { name, prefecture } = takeApart(text);
  const found = [
    ...(name.length < 2 ? [] : municipalitiesWithBase(name)),
    ...namesIn(name).flatMap(municipalitiesNamed),
  ];
  return [...new Set(found)].filter((one) => prefecture === undefined || one.prefecture === prefecture);
};

/**
 * The one municipality that headings, sheet names and file names tell, the first that tells any deciding; two tell nobody.
 * A ward is told with its city, and a union by its whole name, so that neither is taken for a municipality.
 */
export const nameInHeading = (headings: readonly string[]): NamedMunicipality | undefined => {
  for (const heading of headings) {
    const text = foldText(heading.slice(0, longestHeading));
    if (isExample.test(text)) continue;
    const names = namesIn(text);
    const [name] = names;
    if (name === undefined) continue;
    if (names.length > 1) return undefined;
    const prefecture = prefectures.find((candidate) => text.includes(candidate));
    return { name, written: name, ...(prefecture === undefined ? {} : { prefecture }) };
  }
  return undefined;
};

const longestHeading = 300;

const isExample = /^[(【]?(?:例|記入例|入力例|※)/;

const namesIn = (text: string): readonly string[] => {
  const outside = text.replace(/[(【[][^)】\]]*[)】\]]/g, ' ');
  const unions = outside.match(unionName);
  if (unions !== null) return [...new Set(unions)];
  const label = foldLabel(text);
  const found = foldedNames().filter(({ folded }) => label.includes(folded));
  const whole = found.filter(
    ({ folded }) => !found.some((other) => other.folded !== folded && other.folded.includes(folded)),
  );
  return whole.map(({ name }) => name);
};

const unionName = /[^\s\d_.,、・:|/()-]{2,24}(?:広域連合|組合|企業団)/g;

let names: readonly { readonly name: string; readonly folded: string }[] | undefined;

/** Every name once, and wards with their cities: 府中市 is one name of two cities, 札幌市中央区 holds two names. */
const foldedNames = (): readonly { readonly name: string; readonly folded: string }[] =>
  (names ??= [...new Set([...registeredMunicipalities().map(({ name }) => name), ...wardsOfCities()])].map((name) => ({
    name,
    folded: foldLabel(name),
  })));
