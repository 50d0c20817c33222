import { foldText } from '../../kernel';
import { readBranch, readIndicatorNumber, readSubBranch, type Branch } from './readLabels';
import { remembered } from './remembered';

/** What a composite label names; every part may be missing. */
export interface CompositeLabel {
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
