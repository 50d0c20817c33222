import { blockKey, grantOfGoal, grants, isCommon, soleGroupOf, wholeOf, type Block, type Scheme } from '../../schemes';
import { readGoal, readGrant, readGroup } from '../labels';
import type { ColumnLabels } from './columnLabels';
import { isGoal, isGroup } from './headerBand';

type SumReading =
  { readonly kind: 'sum'; readonly key: string } | { readonly kind: 'contradicts'; readonly expected: string };

/**
 * Which sum a column holds: by the words of its own label first (体制計, 目標Ⅰ計, 推進計, 合計), else by what stands above
 * it. The row 配点 settles what is left open and has the last word: a sum whose 配点 fits none of them is not used.
 */
export const sumKey = (
  scheme: Scheme,
  labels: ColumnLabels,
  printed: number | undefined,
  blocks: ReadonlyMap<string, Block>,
): SumReading | undefined => {
  const { sumText } = labels;
  if (sumText === undefined && (printed === undefined || labels.indicator !== undefined)) return undefined;
  const named = candidates(scheme, labels, sumText ?? '').filter((key) => blocks.has(key));
  const [first] = named;
  if (first === undefined) return undefined;
  if (printed === undefined) return { kind: 'sum', key: first };
  const fitting = named.find((key) => blocks.get(key)?.maxPoints === printed);
  if (fitting !== undefined) return { kind: 'sum', key: fitting };
  return { kind: 'contradicts', expected: String(blocks.get(first)?.maxPoints ?? '') };
};

/** The sums a header can mean, likeliest first. */
const candidates = (scheme: Scheme, labels: ColumnLabels, sumText: string): readonly string[] => {
  const grant = labels.grant ?? grantOf(sumText);
  const ownGoal = /目標|[ⅰⅱⅲⅳ]/.test(sumText) ? readGoal(sumText.replace(/^[^目ⅰⅱⅲⅳ]+/, '')) : undefined;
  const goal = labels.goal ?? ownGoal;
  const ownGroup =
    signedGroup(sumText) ??
    labels.texts
      .map((text) => (isGroup(text) || text === sumText ? readGroup(text) : undefined))
      .find((one) => one !== undefined);
  const group = ownGroup ?? labels.group;
  const whole = blockKey(wholeOf(null));
  const ofGrant = grants.filter((one) => one === grant).map((one) => blockKey(wholeOf(one)));
  const declared = goal === undefined ? undefined : grantOfGoal(scheme, goal, grant);
  const [ofGoal, ofGroup] =
    goal === undefined || declared === undefined
      ? [[], []]
      : [
          [blockKey({ grant: declared, goal, group: null })],
          // The sum of a goal's only group is the goal's.
          group === undefined || soleGroupOf(scheme, goal, declared) !== undefined
            ? []
            : [blockKey({ grant: declared, goal, group })],
        ];
  const everything = (grant === undefined || isCommon({ grant })) && goal === undefined;
  if (everything) return [whole];
  const all = [...ofGroup, ...ofGoal, ...ofGrant, whole];
  if (ownGroup !== undefined && ofGroup.length > 0) return ofGroup;
  if (ownGoal !== undefined && labels.goal === undefined) return ofGoal;
  const goalWord = isGoal(sumText) || labels.texts.some((text) => isGoal(text) && text === sumText);
  return goalWord ? [...ofGoal, ...ofGrant] : grantOf(sumText) !== undefined && goal === undefined ? ofGrant : all;
};

/** Ⅰ(ⅰ)計 is the sum of 体制・取組指標群, Ⅰ(ⅱ)計 that of 活動指標群 (rules/grants.md#national-table). */
const signedGroup = (sumText: string): ReturnType<typeof readGroup> => {
  const sign = /\(([ⅰⅱ])\)計$/.exec(sumText)?.[1];
  return sign === undefined ? undefined : sign === 'ⅰ' ? 'process' : 'activity';
};

/** 推進 計, 推Ⅰ 計: in the name of a sum one sign is enough. */
const grantOf = (sumText: string): ReturnType<typeof readGrant> =>
  readGrant(sumText) ?? (sumText.startsWith('推') ? 'promotion' : sumText.startsWith('支') ? 'support' : undefined);
