import { foldLabel, yen, type Yen } from '../kernel';
import { ok, outlookProblem, refuse, type Result } from '../problems';
import type { Grant } from '../schemes';

/** What an officer wants to reach; `grant` undefined = both grants together. */
export type Goal = { readonly text: string } & (
  | { readonly kind: 'points' | 'more-points'; readonly grant: Grant | undefined; readonly points: number }
  | {
      readonly kind: 'rank';
      readonly among: 'national' | 'prefecture';
      readonly grant: Grant | undefined;
      readonly rank: number;
    }
  | { readonly kind: 'more-yen'; readonly yen: Yen }
);

const grants: Readonly<Record<string, Grant>> = { 推進: 'promotion', 支援: 'support' };
const units: Readonly<Record<string, bigint>> = { 円: 1n, 千円: 1000n, 万円: 10_000n, 百万円: 1_000_000n };
const grantWords = '(?:(推進|支援)(?:交付金)?(?:で|の|が|は)?)?';
const points = new RegExp(`^${grantWords}(\\+)?(\\d{1,5})点(?:以上|増)?$`);
const rank = new RegExp(`^${grantWords}(?:全国|(.{0,3}[県都道府]内))?(\\d{1,4})位(?:以内)?$`);
const money = /^\+?(\d{1,12})(円|千円|万円|百万円)(増)?$/;

/**
 * Reads a goal as it is spoken: 「500点」「推進250点」「＋30点」「全国100位」「県内3位」「＋1,000千円」; a rank without a word is national.
 * Refused when it is none of these.
 */
export const readGoal = (text: string): Result<Goal> => {
  const said = foldLabel(text)
    .replaceAll(',', '')
    .replace(/^プラス/, '+');
  const inPoints = points.exec(said);
  if (inPoints !== null) {
    const [, grant = '', plus, number = ''] = inPoints;
    const kind = plus === undefined && !said.endsWith('増') ? 'points' : 'more-points';
    return ok({ text, kind, grant: grants[grant], points: Number(number) });
  }
  const inRanks = rank.exec(said);
  if (inRanks !== null) {
    const [, grant = '', prefecture, number = ''] = inRanks;
    const among = prefecture === undefined ? 'national' : 'prefecture';
    if (Number(number) > 0) return ok({ text, kind: 'rank', among, grant: grants[grant], rank: Number(number) });
  }
  const [, amount, unit = '', more] = money.exec(said) ?? [];
  const times = units[unit];
  if (amount !== undefined && times !== undefined && (said.startsWith('+') || more !== undefined))
    return ok({ text, kind: 'more-yen', yen: yen(BigInt(amount) * times) });
  return refuse(outlookProblem('goal-unreadable', { found: text }));
};
