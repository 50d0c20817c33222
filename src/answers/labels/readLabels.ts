import { foldLabel } from '../../kernel';
import type { GrantOrCommon, Group } from '../../schemes';

/** 推進, 推進交付金, 保険者機能強化推進交付金 …; both words or 共通 = counted in both grants. */
export const readGrant = (text: string): GrantOrCommon | undefined => {
  const label = foldLabel(text);
  const promotion = label.includes('推進');
  const support = label.includes('支援');
  if (label.includes('共通') || label.includes('両交付金') || (promotion && support)) return 'common';
  return promotion ? 'promotion' : support ? 'support' : undefined;
};

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

/** 目標Ⅰ, Ⅳ, IV, ４, 「目標Ⅱ 公正・公平な…」; only ever applied to label cells (ux-reliability §7 row 15). */
export const readGoal = (text: string): number | undefined => {
  const label = foldLabel(text);
  const sign = /^(?:目標)?([ⅰⅱⅲⅳ]|i{1,3}(?!v)|iv|[1-4]|[一二三四])(?![0-9a-z])/.exec(label)?.[1];
  return sign === undefined ? undefined : goals.get(sign);
};

/** 体制・取組指標群, 活動（中間アウトカム…）, 成果 …: the first word decides, since 活動 may carry アウトカム in brackets. */
export const readGroup = (text: string): Group | undefined => {
  const label = foldLabel(text);
  if (/体制|取組|プロセス/.test(label)) return 'process';
  if (/活動|アウトプット/.test(label)) return 'activity';
  return /成果|アウトカム/.test(label) ? 'outcome' : undefined;
};

/** The branch part of a label: ア, ア①, イ-②, ｱ(1), エ2 → letter a–h and digit 1–9, as in criterion ids. */
export const readBranch = (text: string): { readonly letter: string; readonly digit: string } | undefined => {
  const match = /^\(?([ア-ク])\)?[-‐・./]?\(?([①-⑨1-9])?\)?$/.exec(foldLabel(text));
  if (match?.[1] === undefined) return undefined;
  const digit = match[2] === undefined ? '' : branchDigit(match[2]);
  return { letter: kanaLetter(match[1]), digit };
};

/** ①, (1), 1 alone, as the second step of a branch; undefined when it is none. */
export const readSubBranch = (text: string): string | undefined => {
  const sign = /^\(?([①-⑨1-9])\)?$/.exec(foldLabel(text))?.[1];
  return sign === undefined ? undefined : branchDigit(sign);
};

const branchDigit = (sign: string): string => (sign >= '①' ? String(sign.charCodeAt(0) - '①'.charCodeAt(0) + 1) : sign);

const letters = new Map(Array.from('アイウエオカキク', (kana, place) => [kana, String.fromCharCode(97 + place)]));
const kanaLetter = (kana: string): string => letters.get(kana) ?? '';

/** The number of an indicator: 3, ３, (3), 指標3, 「3 施策の…」; undefined when there is none. */
export const readIndicatorNumber = (text: string): number | undefined => {
  const digits = /^\(?(?:指標|no\.?|番号)?\(?(\d{1,2})(?!\d)/.exec(foldLabel(text))?.[1];
  return digits === undefined ? undefined : Number(digits);
};

/** True for 計, 合計, 小計, 総計, 得点計 …: the row or column holds a sum, not a criterion. */
export const isSumLabel = (text: string): boolean =>
  /(?:^|[^統集推設会])計(?:\(.*\))?$|^(?:総得点|総合計|総合得点|合計得点|合計点)$/.test(foldLabel(text));
