import { foldLabel, foldText } from '../kernel';
import type { GrantOrCommon, Group } from '../schemes';

/**
 * So many texts one reading remembers, and as many of before. The labels of a form are some hundred; of a book where every
 * text is another one, remembering more takes longer than it saves.
 */
const mostLabels = 500;
/** For the names of municipalities, of which there are 1,741. */
export const mostNames = 4000;

/**
 * The same reading, asked once per text: the labels of a table repeat on every row, and from book to book. What is asked
 * least is forgotten first, so that a book of thousands of texts takes nothing from the next one.
 */
export const remembered = <Meaning>(
  read: (text: string) => Meaning,
  mostTexts = mostLabels,
): ((text: string) => Meaning) => {
  // A meaning may be undefined, and is kept like any other.
  let known = new Map<string, readonly [Meaning]>();
  let before = known;
  return (text) => {
    if (text.length > longestKept) return read(text);
    const here = known.get(text);
    if (here !== undefined) return here[0];
    const kept = before.get(text) ?? ([read(text)] as const);
    if (known.size === mostTexts) {
      before = known;
      known = new Map();
    }
    known.set(text, kept);
    return kept[0];
  };
};

const longestKept = 200;

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

/** The group a number means within a goal: the first is 体制・取組. */
export const groupNumbered = (place: number): Group | undefined =>
  (['process', 'activity', 'outcome'] as const)[place - 1];

/** The group in a sum's label: by its name, else by its small numeral as the notice sets it, 「Ⅰ（ⅰ） 計」. */
export const groupInSum = (text: string): Group | undefined => {
  const numeral = /\(([ⅰⅱⅲ])\)/.exec(foldLabel(text))?.[1];
  return readGroup(text) ?? (numeral === undefined ? undefined : groupNumbered(goals.get(numeral) ?? 0));
};

/** Letter a–h and digit 1–9 (or none) of a branch, as in criterion ids. */
interface Branch {
  readonly letter: string;
  readonly digit: string;
}

/**
 * The branch a label names: ア, ア①, イ-②, ｱ(1), （エ）2, ①ア, 【ア】, あ①, ア-(ⅰ), also before a text that a space, a stop or a
 * bracket sets apart (ア　取組を…, ア．取組を…); the kanji 工 and 力 typed for エ and カ. A range (ア①～④) names none.
 */
export const readBranch = remembered((text: string): Branch | undefined => {
  const label = foldText(text).replace(/\s+/g, ' ');
  const before = /^([①-⑨]) ?([アイウエオカキク])$/.exec(label);
  if (before?.[1] !== undefined && before[2] !== undefined) {
    return { letter: letters.get(before[2]) ?? '', digit: branchDigit(before[1]) };
  }
  const { letter, digit, tail } = branchAtStart.exec(label)?.groups ?? {};
  if (letter === undefined || namesMore(tail ?? '')) return undefined;
  return { letter: letters.get(letter) ?? '', digit: digit === undefined ? '' : branchDigit(digit) };
});

const branchAtStart =
  /^[([【〔「<]?(?<letter>[アイウエオカキク工力あいうえおかきく])[)\]】〕」>]? ?[-‐ー・./:の]? ?[([【]?(?<digit>[①-⑨1-9]|[ⅰ-ⅸ](?=[)\]】])|i{1,3}(?=[)\]])|iv(?=[)\]])|v(?=[)\]]))?[)\]】.]?(?:$|(?<tail>(?:[ 、,:]|(?<=[)\]】〕」>.:①-⑨])).+)$)/;

/** ア①～④, ア、イ, ア・イ: what follows is no text but a further branch. */
const namesMore = (tail: string): boolean =>
  /^[ 、,:]?[~〜～―–-]/.test(tail) || (tail !== '' && branchAtStart.test(tail.replace(/^[ 、,:]+/, '')));

/** ①, (1), 1 alone, as the second step of a branch; undefined when it is none. */
export const readSubBranch = remembered((text: string): string | undefined => {
  const sign = /^\(?([①-⑨1-9ⅰ-ⅸ])[).]?$/.exec(foldLabel(text))?.[1];
  return sign === undefined ? undefined : branchDigit(sign);
});

/** A branch counted instead of lettered: (1), (1)-1, 1-①, A, a. — whether a count is letter or step, its neighbours tell. */
export interface CountedBranch {
  /** 1 = the first. */
  readonly first: number;
  readonly second?: number;
}

/** Reads a counted branch; undefined when the text is none. */
export const readCountedBranch = remembered((text: string): CountedBranch | undefined => {
  const [, sign = '', step] = /^\(?([1-9①-⑨a-h])[).]?(?:[-ー・./]?\(?([1-9①-⑨])\)?)?$/.exec(foldLabel(text)) ?? [];
  if (sign === '') return undefined;
  const first = /[a-h]/.test(sign) ? sign.charCodeAt(0) - 'a'.charCodeAt(0) + 1 : Number(branchDigit(sign));
  return { first, ...(step === undefined ? {} : { second: Number(branchDigit(step)) }) };
});

/** The letter of the first, second … branch, as in criterion ids: 1 → a. */
export const branchLetter = (place: number): string => String.fromCharCode(96 + place);

const branchDigit = (sign: string): string => {
  if (sign >= '①' && sign <= '⑳') return String(circled(sign));
  if (sign >= 'ⅰ' && sign <= 'ⅸ') return String(sign.charCodeAt(0) - 'ⅰ'.charCodeAt(0) + 1);
  const roman = ['i', 'ii', 'iii', 'iv', 'v'].indexOf(sign);
  return roman < 0 ? sign : String(roman + 1);
};
const circled = (sign: string): number => sign.charCodeAt(0) - '①'.charCodeAt(0) + 1;

const letters = new Map([
  ...Array.from('アイウエオカキク', (kana, place) => [kana, branchLetter(place + 1)] as const),
  ...Array.from('あいうえおかきく', (kana, place) => [kana, branchLetter(place + 1)] as const),
  ['工', 'd'],
  ['力', 'f'],
]);

/** The number of an indicator: 3, ３, (3), ③, 指標3, 「3 施策の…」; undefined when there is none. */
export const readIndicatorNumber = remembered((text: string): number | undefined => {
  const sign = /^\(?(?:指標|no\.?|番号)?\(?(\d{1,2}|[①-⑳])(?![\d歳割%年]|人(?!生))/.exec(foldLabel(text))?.[1];
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

/** What a composite label names; every part may be missing. */
interface CompositeLabel {
  readonly number?: number;
  readonly name?: string;
  readonly branch?: Branch;
  /** A step alone (①), whose branch stands in a row above. */
  readonly digit?: string;
}

/**
 * `3 / 施策の実施状況の把握・改善 / ア / ①` (rules/design.md#layouts, layout 2), with any part left out, ア① in one part, other
 * separators, or 3-ア-①; a plain name is a name.
 */
export const readCompositeLabel = remembered((text: string): CompositeLabel => {
  const alone = readBranch(text);
  if (alone !== undefined) return { branch: alone };
  const parts = partsOf(foldText(text));
  const { branch, digit, tail } = branchAtEnd(parts);
  const head = parts.slice(0, parts.length - tail);
  const number = readIndicatorNumber(head[0] ?? '');
  const name =
    head.length > 1 && number !== undefined ? head.slice(1).join('/') : withoutNumber(head.join('/'), number);
  return {
    ...(number === undefined ? {} : { number }),
    ...(name === '' ? {} : { name }),
    ...(branch && { branch }),
    ...(digit === undefined ? {} : { digit }),
  };
});

const partsOf = (text: string): readonly string[] => {
  if (text === '') return [];
  const parts = text
    .split(/[/|>]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (parts.length > 1) return parts;
  const dashed = /^(?:指標)?(\d{1,2})[-・.]([アイウエオカキク].{0,5})$/.exec(text);
  if (dashed?.[1] !== undefined && dashed[2] !== undefined) return [dashed[1], dashed[2]];
  const words = text.split(' ').filter((word) => word !== '');
  return branchAtEnd(words).branch === undefined ? parts : words;
};

/** The branch in the last part, or in the last two; `tail` = how many parts it takes. */
const branchAtEnd = (
  parts: readonly string[],
): { readonly branch?: Branch; readonly digit?: string; readonly tail: number } => {
  const last = parts.at(-1) ?? '';
  const whole = readBranch(last);
  if (whole !== undefined) return { branch: whole, tail: 1 };
  const digit = readSubBranch(last);
  if (digit === undefined) return { tail: 0 };
  const before = readBranch(parts.at(-2) ?? '');
  if (before?.digit === '') return { branch: { letter: before.letter, digit }, tail: 2 };
  return parts.length === 1 && /[①-⑨]/.test(last) ? { digit, tail: 1 } : { tail: 0 };
};

const withoutNumber = (text: string, number: number | undefined): string =>
  number === undefined ? text : text.replace(/^\(?(?:指標|no\.?|番号)?\(?(?:\d{1,2}|[①-⑳])[).．、:\s]*/i, '').trim();
