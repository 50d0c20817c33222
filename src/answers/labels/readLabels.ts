import { foldLabel } from '../../kernel';
import type { GrantOrCommon, Group } from '../../schemes';
import { remembered } from './remembered';

/** 推進, 推進交付金, 保険者機能強化推進交付金 …; both words or 共通 = counted in both grants. */
export const readGrant = remembered((text: string): GrantOrCommon | undefined => {
  const label = foldLabel(text);
  const promotion = label.includes('推進');
  const support = label.includes('支援');
  if (label.includes('共通') || label.includes('両交付金') || (promotion && support)) return 'common';
  return promotion ? 'promotion' : support ? 'support' : undefined;
});

const goals = new Map([
  ['ⅰ', 1],
  ['ⅱ', 2],
  ['ⅲ', 3],
  ['ⅳ', 4],
  ['i', 1],
  ['ii', 2],
  ['iii', 3],
  ['iv', 4],
  ['1', 1],
  ['2', 2],
  ['3', 3],
  ['4', 4],
  ['一', 1],
  ['二', 2],
  ['三', 3],
  ['四', 4],
]);

/** 目標Ⅰ, Ⅳ, IV, ４, 「目標Ⅱ 公正・公平な…」; only ever applied to label cells (rules/bad-inputs.md#b015). */
export const readGoal = remembered((text: string): number | undefined => {
  const label = foldLabel(text);
  const sign = /^[(【[「]?(?:目標)?([ⅰⅱⅲⅳ]|i{1,3}(?!v)|iv|[1-4]|[一二三四])(?![0-9a-z])/.exec(label)?.[1];
  return sign === undefined ? undefined : goals.get(sign);
});

/** The goal named anywhere in a sum's label: 推進Ⅰ計, 推進 目標2 計. */
export const goalIn = (text: string): number | undefined => {
  const sign = /([ⅰ-ⅳ])|目標([1-4])/.exec(foldLabel(text));
  return sign === null ? undefined : goals.get(sign[1] ?? sign[2] ?? '');
};

/** 体制・取組指標群, 活動（中間アウトカム…）, 成果 …: the first word decides, since 活動 may carry アウトカム in brackets. */
export const readGroup = remembered((text: string): Group | undefined => {
  const label = foldLabel(text);
  if (/体制|取組|プロセス/.test(label)) return 'process';
  if (/活動|アウトプット/.test(label)) return 'activity';
  return /成果|アウトカム/.test(label) ? 'outcome' : undefined;
});

/** Letter a–h and digit 1–9 (or none) of a branch, as in criterion ids. */
export interface Branch {
  readonly letter: string;
  readonly digit: string;
}

/** The branch part of a label: ア, ア①, イ-②, ｱ(1), （エ）2; the kanji 工 and 力 typed for エ and カ. */
export const readBranch = remembered((text: string): Branch | undefined => {
  const match = /^\(?([アイウエオカキク工力])\)?[-‐ー・./:の]?\(?([①-⑨1-9])?[).]?$/.exec(foldLabel(text));
  if (match?.[1] === undefined) return undefined;
  return { letter: letters.get(match[1]) ?? '', digit: match[2] === undefined ? '' : branchDigit(match[2]) };
});

/** ①, (1), 1 alone, as the second step of a branch; undefined when it is none. */
export const readSubBranch = (text: string): string | undefined => {
  const sign = /^\(?([①-⑨1-9])[).]?$/.exec(foldLabel(text))?.[1];
  return sign === undefined ? undefined : branchDigit(sign);
};

const branchDigit = (sign: string): string => (sign >= '①' ? String(circled(sign)) : sign);
const circled = (sign: string): number => sign.charCodeAt(0) - '①'.charCodeAt(0) + 1;

const letters = new Map([
  ...Array.from('アイウエオカキク', (kana, place) => [kana, String.fromCharCode(97 + place)] as const),
  ['工', 'd'],
  ['力', 'f'],
]);

/** The number of an indicator: 3, ３, (3), ③, 指標3, 「3 施策の…」; undefined when there is none. */
export const readIndicatorNumber = remembered((text: string): number | undefined => {
  const sign = /^\(?(?:指標|no\.?|番号)?\(?(\d{1,2}|[①-⑳])(?![\d歳割%人年])/.exec(foldLabel(text))?.[1];
  if (sign === undefined) return undefined;
  return sign >= '①' ? circled(sign) : Number(sign);
});

/** True for 計, 合計, 小計, 総計, 得点計 …, also as the last part of a composite label: a sum, not a criterion. */
export const isSumLabel = remembered((text: string): boolean => {
  const label = foldLabel(text).split('/').at(-1) ?? '';
  if (label.length > longestSumLabel) return false;
  return /(?:^|[^統集推設会])計点?(?:\(.*\))?$|^(?:総得点|総合得点|合計得点)(?:\(.*\))?$/.test(label);
});

/** A sentence that happens to end in 計 is a note. */
const longestSumLabel = 24;
