import { foldText } from '../kernel';
import type { GrantOrCommon, Group } from '../schemes';
import { readBranch, readGrant, remembered } from './labels';

/** The number of a question as forms and code rows write it: Ⅰ-(1)-1-ア, 推進Ⅰ体制1ア①, 1-1-ア. */
export interface QuestionNumber {
  readonly grant?: GrantOrCommon;
  readonly goal?: number;
  readonly group?: Group;
  /** The bare numbers before the branch, outermost first; the last counts the indicator. */
  readonly numbers: readonly number[];
  /** Criterion letter and digit, e.g. `a1`. */
  readonly branch: string;
}

const tokens =
  /推進|支援|共通|目標|体制・?取組|体制|取組|活動|成果|指標群|指標|Ⅰ|Ⅱ|Ⅲ|Ⅳ|\([ⅰⅱⅲ123]\)|[ⅰⅱⅲ]|\d{1,2}|[-‐ー－・./_: ]/y;

/** Reads a question's number; undefined when the text is none, or is only a branch. */
export const readQuestionNumber = remembered((text: string): QuestionNumber | undefined => {
  const folded = foldText(text).replace(/^(?:問|設問|質問|q)\s*/i, '');
  if (folded.length > 40) return undefined;
  const at = folded.search(/[アイウエオカキク]/);
  const branch = at < 1 ? undefined : readBranch(folded.slice(at));
  if (branch === undefined) return undefined;
  const found = partsOf(folded.slice(0, at));
  if (found === undefined || (found.numbers.length === 0 && found.goal === undefined)) return undefined;
  return { ...found, branch: `${branch.letter}${branch.digit}` };
});

interface Parts {
  grant?: GrantOrCommon;
  goal?: number;
  group?: Group;
  numbers: number[];
}

const partsOf = (text: string): Parts | undefined => {
  const parts: Parts = { numbers: [] };
  tokens.lastIndex = 0;
  while (tokens.lastIndex < text.length) {
    const token = tokens.exec(text)?.[0];
    if (token === undefined) return undefined;
    if (!take(parts, token)) return undefined;
  }
  return parts;
};

const take = (parts: Parts, token: string): boolean => {
  if (/^[-‐ー－・./_: ]$|^目標$|^指標群?$/.test(token)) return true;
  const grant = /^(?:推進|支援|共通)$/.test(token) ? readGrant(token) : undefined;
  if (grant !== undefined) {
    parts.grant = grant;
    return true;
  }
  const goal = 'ⅠⅡⅢⅣ'.indexOf(token);
  if (goal >= 0) {
    parts.goal = goal + 1;
    return true;
  }
  const group = groupOf(token);
  if (group !== undefined) {
    // 4-(1)-ア: 目標Ⅳ has one group only, so a bracket may also count the indicator; the scheme decides.
    parts.group = group;
    return true;
  }
  parts.numbers.push(Number(token));
  return parts.numbers.length <= 3;
};

const groupOf = (token: string): Group | undefined => {
  const sign = token.replace(/[()]/g, '');
  if (/体制|取組/.test(sign) || sign === 'ⅰ' || token === '(1)') return 'process';
  if (sign === '活動' || sign === 'ⅱ' || token === '(2)') return 'activity';
  return sign === '成果' || sign === 'ⅲ' || token === '(3)' ? 'outcome' : undefined;
};
