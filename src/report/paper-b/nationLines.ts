import { halfUp, printedPercent, type SummaryColumn } from '../../rank';
import { blockNationalOf, goalNumeral, grantNames, nationalOf } from '../../schemes';
import type { FiscalYear } from '../../kernel';
import type { CouncilFacts } from '../councilFacts';
import type { Line } from '../layOut';
import { line, span } from '../spans';

/** What the nation's table shows: mean, rate, the first, with last year's where known; the best and the weakest goal. */
export const nationLines = (facts: CouncilFacts, columns: readonly SummaryColumn[], width: number): readonly Line[] =>
  [meanText(facts), rateText(facts), topText(facts), goalsText(columns)].map((text) =>
    line(span(text, width, 'paragraph')),
  );

const totalMean = ({ results: { national } }: CouncilFacts): number | undefined =>
  national?.blocks.find(({ grant, goal }) => grant === null && goal === null)?.mean;

interface LastYear {
  readonly year: FiscalYear;
  readonly mean: number | undefined;
  readonly most: number | undefined;
}

const lastYearOf = ({ settings, comparison }: CouncilFacts): LastYear | undefined => {
  const year = settings?.lastYear.fiscalYear;
  if (year === undefined) return undefined;
  const total = <T extends { readonly grant: unknown; readonly goal: unknown }>(blocks: readonly T[] | undefined) =>
    blocks?.find(({ grant, goal }) => grant === null && goal === null);
  const mean = total(nationalOf(year)?.blocks)?.mean ?? total(blockNationalOf(year, 'municipality')?.blocks)?.mean;
  return { year, mean, most: settings?.lastYear.mostPoints ?? comparison?.before.points.total?.most };
};

const meanText = (facts: CouncilFacts): string => {
  const mean = totalMean(facts);
  const { maxPoints } = facts.results.scheme;
  if (mean === undefined) return '【平均点】 －（この年度の全国の得点は登録されていません）';
  return `【平均点】 ${halfUp(mean, 0)}点（${maxPoints}点満点）${before(facts, ({ mean: last, most }) =>
    last === undefined || most === undefined
      ? undefined
      : `${grouped(Number(halfUp(last, 0)))}点（${grouped(most)}点満点）`,
  )}`;
};

const rateText = (facts: CouncilFacts): string => {
  const mean = totalMean(facts);
  if (mean === undefined) return '【平均得点率】 －';
  return `【平均得点率】 ${wideSign(printedPercent(mean, facts.results.scheme.maxPoints, 1))}${before(
    facts,
    ({ mean: last, most }) =>
      last === undefined || most === undefined ? undefined : wideSign(printedPercent(last, most, 1)),
  )}`;
};

const topText = (facts: CouncilFacts): string => {
  const { settings, results } = facts;
  const { name, points } = settings?.thisYear.top ?? {};
  if (name === undefined || points === undefined) return '【得点トップ】 －';
  const { top } = settings?.lastYear ?? {};
  return `【得点トップ】 ${name}${points}点（${printedPercent(points, results.scheme.maxPoints, 1)}）${before(
    facts,
    ({ most }) =>
      top?.name === undefined || top.points === undefined || most === undefined
        ? undefined
        : `${top.name}の${grouped(top.points)}点（得点${wideSign(printedPercent(top.points, most, 1))}）`,
  )}`;
};

/** 【R5：…】 where something of last year is known. */
const before = (facts: CouncilFacts, text: (last: LastYear) => string | undefined): string => {
  const last = lastYearOf(facts);
  const said = last === undefined ? undefined : text(last);
  return last === undefined || said === undefined ? '' : ` 【${last.year}：${said}】`;
};

const goalsText = (columns: readonly SummaryColumn[]): string => {
  const goals = columns.flatMap(({ grant, goal, group, mean, maxPoints }) =>
    grant === null || goal === null || goal === commonGoal || group !== null || mean === null
      ? []
      : [{ name: `${grantNames[grant].short}の目標${goalNumeral(goal)}`, rate: mean / maxPoints }],
  );
  const [first] = goals;
  if (first === undefined) return '';
  const best = goals.reduce((one, other) => (other.rate > one.rate ? other : one), first);
  const weakest = goals.reduce((one, other) => (other.rate < one.rate ? other : one), first);
  return `○ 目標ごとの平均得点率は、${best.name}（${percent(best.rate)}）が最も高く、${weakest.name}（${percent(weakest.rate)}）が最も低くなっています（目標Ⅳを除く）。`;
};

/** Ⅳ stands under both grants. */
const commonGoal = 4;
const percent = (rate: number): string => wideSign(printedPercent(rate, 1, 1));
const wideSign = (text: string): string => text.replace('%', '％');
const grouped = (count: number): string => count.toLocaleString('en-US');
