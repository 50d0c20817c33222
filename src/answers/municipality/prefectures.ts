import register from './register.json';
import { cleanName } from './foldName';

/** The 47 prefectures in code order: 北海道 is 01, 沖縄県 is 47. */
export const prefectures: readonly string[] = register.prefectures.map(({ prefecture }) => prefecture);

/** 「福島県」 and 「福島」 → 福島県; spaces and full-width forms do not matter. Undefined when it is no prefecture. */
export const readPrefecture = (text: string): string | undefined => byName.get(cleanName(text));

/** The prefecture of a code's first two digits; undefined outside 01–47. */
export const prefectureOfCode = (code: string): string | undefined => prefectures[Number(code.slice(0, 2)) - 1];

const shortName = (prefecture: string): string => (prefecture === '北海道' ? prefecture : prefecture.slice(0, -1));

const byName: ReadonlyMap<string, string> = new Map(
  prefectures.flatMap((prefecture): [string, string][] => [
    [prefecture, prefecture],
    [shortName(prefecture), prefecture],
  ]),
);
