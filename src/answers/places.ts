import { foldText } from '../kernel';
import type { GrantOrCommon, Group } from '../schemes';
import { readGrant, remembered } from './labels';

/** Where in the scheme a heading says that what follows stands; every part may be missing. */
export interface HeadingPlace {
  readonly grant?: GrantOrCommon;
  readonly goal?: number;
  readonly group?: Group;
}

/** True where a heading names any place at all. */
export const namesPlace = ({ grant, goal, group }: HeadingPlace): boolean =>
  grant !== undefined || goal !== undefined || group !== undefined;

/** A heading is short; a goal's official name may follow its numeral. */
const longestHeading = 90;

/**
 * The place a heading names: 【保険者機能強化推進交付金】, 目標Ⅰ 持続可能な…, （ⅰ）体制・取組指標群, ■…推進交付金　目標Ⅰ　活動指標群, 推進Ⅰ体制.
 * A text that names both grants, or one 等, names neither; notes (※) and sentences about a goal name nothing.
 */
export const readHeadingPlace = remembered((text: string): HeadingPlace => {
  const heading = foldText(text)
    .replace(/\s+/g, ' ')
    .replace(/^[■□●○◆◇★▼▶▲・*【[(「<\s]+(?=[^ⅰⅱⅲ])/u, '');
  if (heading.length > longestHeading || heading.startsWith('※')) return {};
  const grant = grantIn(heading);
  const goal = goalIn(heading);
  const group = groupIn(heading);
  return {
    ...(grant === undefined ? {} : { grant }),
    ...(goal === undefined ? {} : { goal }),
    ...(group === undefined ? {} : { group }),
  };
});

const grantIn = (heading: string): GrantOrCommon | undefined => {
  const both = /両交付金|(?:^|[(\s])共通/.exec(heading)?.[0];
  if (both !== undefined) return readGrant(both);
  const named = [
    ...(/推進交付金(?!等)/.test(heading) ? (['promotion'] as const) : []),
    ...(heading.includes('支援交付金') ? (['support'] as const) : []),
  ];
  if (named.length > 0) return named.length === 1 ? named[0] : undefined;
  const short = /^(推進|支援)(?=$|[\s・\-_:(（)\]】]|目標|[Ⅰ-Ⅳ1-4]|I{1,3}|IV|体制|活動|成果|分|編|シート)/.exec(
    heading,
  )?.[1];
  return short === undefined ? undefined : readGrant(short);
};

const numerals = new Map(
  ['Ⅰ1一I', 'Ⅱ2二', 'Ⅲ3三', 'Ⅳ4四'].flatMap((signs, at) => Array.from(signs, (sign) => [sign, at + 1] as const)),
);

const goalIn = (heading: string): number | undefined => {
  const sign =
    /目標 ?(Ⅰ|Ⅱ|Ⅲ|Ⅳ|IV|I{1,3}|[1-4一二三四])(?![0-9年]|[のはをにで])/.exec(heading)?.[1] ??
    /^(?:推進|支援|共通)[\s・\-_]?(Ⅰ|Ⅱ|Ⅲ|Ⅳ|IV|I{1,3}|[1-4])(?!\d)/.exec(heading)?.[1] ??
    /^(Ⅰ|Ⅱ|Ⅲ|Ⅳ)(?=$|[\s.．、:()（]|体制|活動|成果)/.exec(heading)?.[1];
  if (sign === undefined) return undefined;
  return sign === 'IV' ? 4 : sign.startsWith('I') ? sign.length : numerals.get(sign);
};

const groupIn = (heading: string): Group | undefined => {
  const word =
    /(体制・?取組|プロセス|活動|アウトプット|成果|アウトカム)(?:・?プロセス)?(?:等)?(?:指標|評価)/.exec(heading)?.[1] ??
    /(?:^|[Ⅰ-Ⅳ1-4)\]】・\-_\s])(体制・取組|体制|活動|成果)(?:指標群|群)?(?:$|[\s(])/.exec(heading)?.[1];
  if (word === undefined) return undefined;
  if (/体制|プロセス/.test(word)) return 'process';
  return /活動|アウトプット/.test(word) ? 'activity' : 'outcome';
};
