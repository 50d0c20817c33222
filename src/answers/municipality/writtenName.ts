import { foldText } from '../../kernel';
import { mostNames, remembered } from '../labels';
import { cleanName } from './foldName';
import { citiesOfWard, isUnionName, municipalitiesLike, prefectures, readPrefecture } from './register';

/** A municipality's name as people write it, taken apart; nothing is looked up that the name itself does not settle. */
export interface WrittenName {
  /** In one line, as it stands. */
  readonly written: string;
  /** The bare name without any space: 川崎町 of 「01 宮城県柴田郡 川崎町役場 長寿課 様」 keeps its district, 柴田郡川崎町. */
  readonly name: string;
  /** The prefecture that stands in the name itself, in full: 「福島県北塩原村」, 「府中市（東京）」, 「【広島】府中市」. */
  readonly prefecture?: string;
  /** Five or six digits beside the name, as they stand. */
  readonly code?: string;
  /** What stood around the name and says nothing of whose it is, as written: 01, 長寿課, 役場, 様. */
  readonly leftOff: readonly string[];
}

/** No name is longer, with prefecture, district, section and all. */
const longestName = 60;
/** Number, label, prefecture, district, office, two sections, honorific, answer word, year: nobody writes more around a name. */
const mostParts = 10;

/**
 * Takes apart what people write around a municipality's name (rules/bad-inputs.md#b047): a running number or code, words of
 * forms (回答, 自己評価, R8), the prefecture, the office, a section, an honorific, spaces and line breaks. What stands in the
 * register is never taken apart further (大阪 狭山市 is one name), and what cannot be told stays in the name.
 */
export const takeApart = (text: string): WrittenName =>
  text.length > longestName ? { written: text, name: cleanName(text), leftOff: [] } : takeShort(text);

const takeShort = remembered((text: string): WrittenName => {
  const written = foldText(text).normalize('NFC').replace(/\s+/g, ' ');
  let parts: Parts = { rest: plainBrackets(written), leftOff: [] };
  for (let part = 0; part < mostParts && !isWhole(parts.rest); part += 1) {
    const next = firstOf(parts);
    if (next === undefined) break;
    parts = next;
  }
  const { rest, ...told } = parts;
  return { written, name: joined(rest), ...told };
}, mostNames);

const plainBrackets = (text: string): string => text.replace(/[〔［「『〈《]/g, '(').replace(/[〕］」』〉》]/g, ')');

interface Parts extends Pick<WrittenName, 'prefecture' | 'code' | 'leftOff'> {
  readonly rest: string;
}

/** A name of the register, spaces and district aside: nothing more is to be left off. */
const isWhole = (text: string): boolean => isRegistered(joined(text));

const isRegistered = (name: string): boolean =>
  municipalitiesLike(name).length > 0 ||
  (municipalitiesLike(afterDistrict(name)).length > 0 && !prefectures.some((one) => name.startsWith(one)));

const joined = (text: string): string => text.replace(/\s/g, '');

type Step = (parts: Parts) => Parts | undefined;

const firstOf = (parts: Parts): Parts | undefined => {
  for (const step of steps) {
    const next = step(parts);
    if (next !== undefined && joined(next.rest) !== '') return next;
  }
  return undefined;
};

/** Leaves off what the pattern's first group holds; the rest is what remains. */
const leaving =
  (pattern: RegExp, silently = false): Step =>
  ({ rest, ...told }) => {
    const found = pattern.exec(rest);
    if (found === null) return undefined;
    const off = (found[1] ?? found[0]).trim();
    const remains = `${rest.slice(0, found.index)} ${rest.slice(found.index + found[0].length)}`.trim();
    return { ...told, rest: remains, leftOff: silently || off === '' ? told.leftOff : [...told.leftOff, off] };
  };

const answerWord =
  '(?:回答(?:欄|内容|結果|状況|票)?|該当(?:状況|の?有無)?|自己(?:評価|点検|採点)(?:結果)?|評価結果|取組状況|得点|点数|判定|○[/・]?×)';
/** 川崎町（当初）, 川崎町最終, 川崎町 県評価: which of several versions of the answers. */
const version =
  '(?:(?:当初|初回|最終|確定|修正|訂正|変更|再提出|再回答|確認|審査|査定|原案|[一二三123]次|第[一二三123]回)(?:回答|評価|判定|案|版|後|前|分)*|(?:都道府県|県|国|都|道|府|市町村|自己)(?:側|分|の)?(?:回答|評価|判定|確認|点検|採点|審査|修正|結果|案|後)*)';
const year = '(?:令和|R)\\s?(?:\\d{1,2}|元)(?:年度?)?';
const separator = '[\\s:・、,_/|-]';

/** A number before the name needs something between them, unless the register knows what follows. */
const runningNumber: Step = (parts) => {
  const apart = leaving(
    /^((?:no\.?|№|第)?\s?[([【<]?(?:\d{1,4}|[①-⑳㉑-㉟㊱-㊿])(?:[)\]】>][.:]?|[.:・、,_\s-]|(?<=[①-⑳㉑-㉟㊱-㊿])|[号番](?=\s)))(?!\d)\s*/iu,
  )(parts);
  if (apart !== undefined) return apart;
  const glued = leaving(/^((?:no\.?|№)?\d{1,3})(?=\D)/iu)(parts);
  return glued !== undefined && isWhole(firstOf(glued)?.rest ?? glued.rest) ? glued : undefined;
};

const code: Step = ({ rest, ...told }) => {
  const before = new RegExp(`^[([【]?(\\d{5,6})[)\\]】]?${separator}*(?=[^\\d])`).exec(rest);
  const after = /\s*[([【]?(\d{5,6})[)\]】]?$/.exec(rest);
  const found = before ?? after;
  if (told.code !== undefined || found?.[1] === undefined) return undefined;
  const remains = before === null ? rest.slice(0, found.index) : rest.slice(found[0].length);
  return { ...told, rest: remains, code: found[1] };
};

/** In full it needs nothing between; 大阪 狭山 would be two names, so the short form needs a bracket or a separator. */
const prefectureBefore: Step = ({ rest, ...told }) => {
  const inFull = prefectures.find((one) => rest.startsWith(one) && rest.length > one.length);
  const short = new RegExp(
    `^([^\\s:・、,_/|()[\\]【】-]{2,4})${separator}+(?=\\S)|^[([【]([^)\\]】]{2,4})[)\\]】]\\s*`,
  ).exec(rest);
  const prefecture = inFull ?? readPrefecture(short?.[1] ?? short?.[2] ?? '');
  if (prefecture === undefined || clashes(told.prefecture, prefecture)) return undefined;
  const length = inFull?.length ?? short?.[0].length ?? 0;
  return { ...told, rest: rest.slice(length).replace(new RegExp(`^${separator}+`), ''), prefecture };
};

/** What stands behind a name: its prefecture (川崎町・宮城県), in brackets a district, a section, or the union of a city. */
const bracketBehind: Step = ({ rest, ...told }) => {
  const inBrackets = /\s*[([【]([^()[\]【】]+)[)\]】]$/.exec(rest);
  const found = inBrackets ?? new RegExp(`${separator}+([^\\s]{2,3}[都道府県])$`).exec(rest);
  if (found?.[1] === undefined) return undefined;
  const inside = found[1].trim();
  const before = { ...told, rest: rest.slice(0, found.index) };
  const prefecture = readPrefecture(inside);
  if (prefecture !== undefined) return clashes(told.prefecture, prefecture) ? undefined : { ...before, prefecture };
  const left = isUnionName(inside) || isSection(inside) || /^.{1,6}郡$/.test(inside);
  return left ? { ...before, leftOff: [...told.leftOff, inside] } : undefined;
};

const clashes = (one: string | undefined, other: string): boolean => one !== undefined && one !== other;

const sectionWord = '(?:課|係|室|部|局|班|支所|保健所|事務所|センター|グループ|チーム|窓口|担当)(?:長(?:補佐)?)?';
/** A column 川崎町 担当課 tells who answers, not what. */
const namesWhoAnswers = /^(?:担当|所管|主管)/;

const endsInSection = new RegExp(`${sectionWord}$`);
const isSection = (text: string): boolean => endsInSection.test(text) && !namesWhoAnswers.test(text);

/** 川崎町長寿課, 川崎町 健康福祉部 長寿課: what follows the first name that can be one. 市民課 alone names nobody. */
const section: Step = ({ rest, ...told }) => {
  const text = joined(rest);
  if (!endsInSection.test(text)) return undefined;
  const [, front = '', behind = ''] = /^(.+[)\]】])([^()[\]【】]+)$/.exec(text) ?? [];
  if (isSection(behind)) return { ...told, rest: front, leftOff: [...told.leftOff, behind] };
  if (/[()[\]【】]/.test(text)) return undefined;
  const ends = [...text.matchAll(/[市町村区](?:役所|役場)?/g)]
    .map((end) => end.index + end[0].length)
    .filter((end) => end > 1 && end < text.length && !namesWhoAnswers.test(text.slice(end)));
  const known = ends.findLast((end) => isPlace(withoutOffice(text.slice(0, end))));
  const end = known ?? ends[0];
  if (end === undefined) return undefined;
  return { ...told, rest: text.slice(0, end), leftOff: [...told.leftOff, text.slice(end)] };
};

const isPlace = (name: string): boolean => isRegistered(name) || citiesOfWard(name).length > 0;
const withoutOffice = (name: string): string => (/[市区町村](?:役所|役場)$/.test(name) ? name.slice(0, -2) : name);

/** 柴田郡川崎町 → 川崎町; 郡 also stands inside names (大和郡山市), so this is only ever a second guess. */
export const afterDistrict = (name: string): string => {
  const district = name.indexOf('郡');
  return district <= 0 || district === name.length - 1 ? name : name.slice(district + 1);
};

const steps: readonly Step[] = [
  leaving(/^(?:市区?町村名?|団体名|保険者名|自治体名)\s?[:\s]\s?/, true),
  leaving(new RegExp(`^${answerWord}\\s?[:(\\[【]\\s?(?=.*[^\\s)\\]】])|^${answerWord}\\s`), true),
  code,
  runningNumber,
  prefectureBefore,
  leaving(new RegExp(`${separator}*(?:[(\\[【]\\s?)?(?:の\\s?|分\\s?)?${answerWord}\\s?[)\\]】]?$`), true),
  leaving(new RegExp(`(?<=[市区町村](?:役所|役場)?)${separator}*[(\\[【]?\\s?${version}\\s?[)\\]】]?$`), true),
  leaving(new RegExp(`\\s?[(\\[【]?\\s?${year}\\s?[)\\]】]?$|^[(\\[【]?${year}[)\\]】]?${separator}*`, 'i'), true),
  leaving(/\s?((?:[ご御]担当者?)?\s?(?:様|殿|御中|さま|どの))$/),
  leaving(/^[※*](?=[^※*市町村区])|[※*]\d?$/, true),
  bracketBehind,
  section,
  leaving(/(?<=[市区町村])\s?(役所|役場|長)$/),
  leaving(/(?<=[^\s([【])\s?(分)$/),
  // 「回答（北塩原村）」 without its beginning.
  leaving(/(?<=^[^([【]+)[)\]】]$/, true),
];
