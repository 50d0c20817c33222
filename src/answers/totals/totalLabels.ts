import { foldLabel } from '../../kernel';
import { grantOfGoal, grants, wholeOf, type Scheme } from '../../schemes';
import { goalIn, groupInSum, readGrant, readGroup } from '../labels';
import type { SumTarget } from '../tables/sumTargets';

/** 自己採点合計, 総得点, 推進交付金 得点: as a whole, brackets aside; undefined for 満点, 全国平均, 前年度の合計. */
export const totalLabel = (text: string): string | undefined => {
  if (text.length > longestText) return undefined;
  if (groupInSum(text) !== undefined) return undefined;
  const label = foldLabel(text)
    .replace(/[([【][^)\]】]*[)\]】]/g, '')
    .replace(/[:：■●・※\s]/g, '');
  const bare = label.replace(/推進|支援|交付金|両|目標?[ⅰ-ⅳ]/g, '');
  return label.length <= longestLabel && wholeTotal.test(bare) && saysTotal.test(bare) ? label : undefined;
};

/** With what stands in brackets behind it. */
const longestText = 60;
const longestLabel = 24;
const wholeTotal =
  /^(?:自己|本[市町村]|当[市町村])?(?:採点|評価|点検)?(?:結果)?の?(?:総合?|合計)?(?:得点|点数|採点|評価点|点)?の?(?:合計|総計|総合計|小計|計)?点?数?$/;
const saysTotal = /得点|点数|採点|評価点|合計|総計|総合計|合計点|計$/;

/** 「合計 321点」 inside a heading, with the words before it that say whose. */
export const inlineTotals = (text: string): readonly (readonly [label: string, value: number])[] =>
  [...text.slice(0, longestHeading).matchAll(inline)].flatMap(([, before = '', label = '', value = '']) =>
    ofOthers.test(before) ? [] : [[`${/推進|支援/.exec(before)?.[0] ?? ''}${label}`, Number(value)] as const],
  );

const longestHeading = 300;
const inline =
  /([^\d、。\s【(]{0,8})(自己採点(?:合計)?|総合?得点|合計得点|得点合計|合計点数?|総合計|合計|総計)[はがの:=\s]{0,3}(\d{1,4})\s?点(?!満点)/g;
/** Another time, others, or what can be earned. */
export const ofOthers =
  /前|昨|去年|全国|平均|都道府県|県内|満点|配点|上限|最大|見込|予定|目標(?![Ⅰ-Ⅳⅰ-ⅳ1-4])|想定|減|増|差/;

/** What a total is the sum of: everything, a grant, or a goal of one. */
export const targetOf = (scheme: Scheme, label: string): SumTarget | undefined => {
  const [grant, goal] = [readGrant(label), goalIn(label)];
  if (readGroup(label) !== undefined) return undefined;
  if (goal !== undefined) {
    return grant === undefined ? undefined : { grant: grantOfGoal(scheme, goal, grant), goal, group: null };
  }
  // 推進・支援合計 names both, and so everything.
  return wholeOf(grants.find((one) => one === grant) ?? null);
};

/** The full marks of what a total is of; a goal’s are not asked for. */
export const mostOf = ({ grants: declared = [], maxPoints }: Scheme, target: SumTarget): number =>
  'indicator' in target || target.grant === null
    ? maxPoints
    : (declared.find(({ grant }) => grant === target.grant)?.maxPoints ?? maxPoints);
