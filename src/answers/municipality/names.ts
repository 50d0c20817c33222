import { cleanName, foldName } from './foldName';
import {
  formerlyNamed,
  isUnionName,
  municipalitiesLike,
  municipalitiesNamed,
  prefectures,
  readPrefecture,
  type RegisteredMunicipality,
} from './register';

/** What a written name may mean, before anyone looks it up. */
export interface NameReading {
  /** Exactly as written; the only form that is ever printed. */
  readonly written: string;
  /** The prefecture that stands in the name itself: 「福島県北塩原村」, 「府中市（東京都）」. */
  readonly prefecture: string | undefined;
  /** The bare names it may hold, likeliest first: as it stands, then without the district (郡) before it. */
  readonly names: readonly string[];
}

/** Takes apart what people add to a name: prefecture, district, 役所 and 役場 (rules/bad-inputs.md#b047). */
export const readName = (written: string): NameReading => {
  const [outer, inParentheses] = withoutAdditionInParentheses(cleanName(written));
  const inOffice = withoutOffice(outer);
  const before = prefectures.find(
    (prefecture) => inOffice.length > prefecture.length && inOffice.startsWith(prefecture),
  );
  const name = before === undefined ? inOffice : inOffice.slice(before.length);
  return { written, prefecture: before ?? inParentheses, names: [name, ...afterDistrict(name)] };
};

/** 「府中市（東京都）」, and 「歌志内市（空知中部広域連合）」, where the union is only what the city belongs to. */
const withoutAdditionInParentheses = (name: string): readonly [string, string | undefined] => {
  const open = name.lastIndexOf('(');
  if (open <= 0 || !name.endsWith(')')) return [name, undefined];
  const addition = name.slice(open + 1, -1);
  const prefecture = readPrefecture(addition);
  return prefecture === undefined && !isUnionName(addition) ? [name, undefined] : [name.slice(0, open), prefecture];
};

const withoutOffice = (name: string): string => (/[市区町村](?:役所|役場)$/.test(name) ? name.slice(0, -2) : name);

/** 郡 also stands inside names (郡山市, 大和郡山市), so the part after it is only a second guess. */
const afterDistrict = (name: string): readonly string[] => {
  const district = name.indexOf('郡');
  return district <= 0 || district === name.length - 1 ? [] : [name.slice(district + 1)];
};

/** The municipalities a name may be, and whether it is spelled as the register spells it. */
interface NameMatch {
  readonly candidates: readonly RegisteredMunicipality[];
  readonly spelling: 'exact' | 'variant';
}

/** Looks a name up, exact spelling before variants; in one prefecture, or in all when it is undefined. */
export const matchName = (reading: NameReading, prefecture?: string): NameMatch | undefined => {
  const isThere = (one: RegisteredMunicipality): boolean => prefecture === undefined || one.prefecture === prefecture;
  for (const spelling of ['exact', 'variant'] as const) {
    const look = spelling === 'exact' ? municipalitiesNamed : municipalitiesLike;
    for (const name of reading.names) {
      const candidates = look(name).filter(isThere);
      if (candidates.length > 0) return { candidates, spelling };
    }
  }
  return undefined;
};

/** How a written name fits one municipality that something else (a code) points to; undefined when it does not. */
export const fitOf = (
  reading: NameReading,
  one: RegisteredMunicipality,
): 'exact' | 'variant' | 'base' | 'former' | undefined => {
  if (reading.prefecture !== undefined && reading.prefecture !== one.prefecture) return undefined;
  if (reading.names.includes(one.name)) return 'exact';
  const folded = reading.names.map(foldName);
  if (folded.includes(foldName(one.name))) return 'variant';
  if (folded.includes(foldName(one.name.slice(0, -1)))) return 'base';
  return reading.names.some((name) => formerlyNamed(name, one.prefecture)?.now === one) ? 'former' : undefined;
};
