import { halfUp, printedPercent, type FiscalYear } from '../../../kernel';
import type { SummaryColumn } from '../../../rank';
import {
  blockNationalOf,
  cite,
  commonGoalNames,
  figuresOf,
  goalNumeral,
  grantNames,
  grantOfGoal,
  isCommon,
  nationalOf,
  wholeOf,
  type Figure,
  type NationalFigures,
  type Scheme,
} from '../../../schemes';
import type { FigureSource } from '../../../workbook';
import { toldFigure } from '../../../years';
import { fromPublished, fromRules, fromSettings } from '../../figureSources';
import type { Line } from '../../layout/layOut';
import { toldLine, type Told } from '../edition';
import { computed, together } from '../../origins';
import { toldOfThisYear, type CouncilFacts } from '../facts';

/** What the nation's table shows: mean, rate, the first, with last year's where known; the best and the weakest goal. */
export const nationLines = (facts: CouncilFacts, columns: readonly SummaryColumn[], width: number): readonly Line[] => {
  const goals = goalsText(facts.results.scheme, columns);
  return [
    toldLine(facts, width, meanSentence(facts), '【平均点】【平均得点率】：この年度の全国の得点は登録されていません'),
    toldLine(facts, width, rateSentence(facts), ''),
    toldLine(facts, width, topSentence(facts), '【得点トップ】：シート「設定」の「今年度の全国1位の市町村」と得点'),
    toldLine(facts, width, goals === '' ? undefined : { text: goals, source: computed('目標ごとの平均点÷配点') }, ''),
  ];
};

const meanSentence = (facts: CouncilFacts): Told | undefined => {
  const known = totalMean(facts);
  if (known === undefined) return undefined;
  const { scheme } = facts.results;
  const last = lastYearNation(facts);
  const [mean, maxPoints] = [last?.mean, last?.maxPoints];
  const before =
    last === undefined || mean === undefined || maxPoints === undefined
      ? ''
      : ` 【${last.year}：${grouped(Number(halfUp(mean.value, 0)))}点（${grouped(maxPoints.value)}点満点）】`;
  return {
    text: `【平均点】 ${halfUp(known.mean, 0)}点（${scheme.maxPoints}点満点）${before}`,
    source: together(
      ['平均点', known.source],
      ['満点', fromRules(scheme, '満点')],
      ...(last === undefined || before === ''
        ? []
        : ([
            [`${last.year}の平均点`, mean],
            [`${last.year}の満点`, maxPoints],
          ] as const)),
    ),
  };
};

const rateSentence = (facts: CouncilFacts): Told | undefined => {
  const known = totalMean(facts);
  if (known === undefined) return undefined;
  const last = lastYearNation(facts);
  const before =
    last?.mean === undefined || last.maxPoints === undefined
      ? ''
      : ` 【${last.year}：${wideSign(printedPercent(last.mean.value, last.maxPoints.value, 1))}】`;
  return {
    text: `【平均得点率】 ${wideSign(printedPercent(known.mean, facts.results.scheme.maxPoints, 1))}${before}`,
    source: computed(`平均点（端数処理前）÷満点${before === '' ? '' : '。前年度も同じ'}`),
  };
};

const topSentence = (facts: CouncilFacts): Told | undefined => {
  const { settings, results } = facts;
  const now = topOf(facts);
  if (now === undefined) return undefined;
  const last = lastYearNation(facts);
  const { top } = settings?.lastYear ?? {};
  const before =
    last?.maxPoints === undefined || top?.name === undefined || top.points === undefined
      ? ''
      : ` 【${last.year}：${top.name}の${grouped(top.points)}点（得点${wideSign(printedPercent(top.points, last.maxPoints.value, 1))}）】`;
  return {
    text: `【得点トップ】 ${now.name}${now.points}点（${printedPercent(now.points, results.scheme.maxPoints, 1)}）${before}`,
    source: together(
      ['得点', now.source],
      ['前年度の得点', before === '' ? undefined : fromSettings(settings, 'lastYear.top.points')],
      ['得点率', computed('得点÷満点')],
    ),
  };
};

/** The first of the nation: as told, else as published; undefined where neither says it. */
const topOf = (
  facts: CouncilFacts,
): { readonly name: string; readonly points: number; readonly source: FigureSource | undefined } | undefined => {
  const {
    settings,
    results: { national },
  } = facts;
  const { name, points } = toldOfThisYear(facts)?.top ?? {};
  if (name !== undefined && points !== undefined)
    return { name, points, source: fromSettings(settings, 'thisYear.top.points') };
  const first = national?.highest;
  if (national === undefined || first === undefined) return undefined;
  return {
    name: `${first.name}（${first.prefecture}）`,
    points: first.points,
    source: fromPublished({ ...national, source: first.source }, '全国で最も高い得点'),
  };
};

/** The published mean of the total points, unrounded. */
const totalMean = ({
  results: { national },
}: CouncilFacts): { readonly mean: number; readonly source: FigureSource } | undefined => {
  const total = figuresOf(national, wholeOf(null));
  return national && total && { mean: total.mean, source: fromPublished(national, '平均点') };
};

const wideSign = (text: string): string => text.replace('%', '％');
const grouped = (count: number): string => count.toLocaleString('en-US');

/** Which goal the nation does best and worst at, by mean rates; empty where no means are known. */
const goalsText = (scheme: Scheme, columns: readonly SummaryColumn[]): string => {
  const goals = columns.flatMap(({ grant, goal, group, mean, maxPoints }) =>
    grant === null ||
    goal === null ||
    isCommon({ grant: grantOfGoal(scheme, goal, grant) }) ||
    group !== null ||
    mean === undefined
      ? []
      : [{ name: `${grantNames[grant].short}の目標${goalNumeral(goal)}`, rate: mean.value / maxPoints.value }],
  );
  const [first] = goals;
  if (first === undefined) return '';
  const commonGoals = commonGoalNames(scheme);
  const best = goals.reduce((one, other) => (other.rate > one.rate ? other : one), first);
  const weakest = goals.reduce((one, other) => (other.rate < one.rate ? other : one), first);
  return `○ 目標ごとの平均得点率は、${best.name}（${percent(best.rate)}）が最も高く、${weakest.name}（${percent(weakest.rate)}）が最も低くなっています${commonGoals === '' ? '' : `（${commonGoals}を除く）`}。`;
};

const percent = (rate: number): string => printedPercent(rate, 1, 1).replace('%', '％');

/** What is known of the nation in the year before: the mean as published, and 満点. */
interface LastYearNation {
  readonly year: FiscalYear;
  readonly mean: Figure | undefined;
  readonly maxPoints: Figure | undefined;
}

/** The nation in the year that the settings name as 前年度; undefined where none is named. */
const lastYearNation = ({ settings, comparison }: CouncilFacts): LastYearNation | undefined => {
  const { fiscalYear, mostPoints } = settings?.lastYear ?? {};
  return settings === undefined || fiscalYear === undefined
    ? undefined
    : {
        year: fiscalYear,
        mean: meanOf(fiscalYear),
        maxPoints:
          toldFigure(settings, 'lastYear.mostPoints', mostPoints) ?? comparison?.before.points.total?.maxPoints,
      };
};

const meanOf = (year: FiscalYear): Figure | undefined => {
  const national = nationalOf(year);
  const known = figuresOf(national, wholeOf(null));
  if (national !== undefined && known !== undefined) return published(known.mean, national.documents, national.source);
  const byBlocks = blockNationalOf(year, 'municipality');
  const block = figuresOf(byBlocks, wholeOf(null));
  return byBlocks && block && published(block.mean, byBlocks.documents, block.source ?? byBlocks.source);
};

const published = (
  value: number,
  documents: NationalFigures['documents'],
  source: NationalFigures['source'],
): Figure => ({ value, origin: { kind: 'published', cited: cite(documents, source) } });
