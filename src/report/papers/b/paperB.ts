import { planOf } from '../../../allocation';
import { fiscalYearLabel, fiscalYearOf, westernYear, type FiscalYear } from '../../../kernel';
import { summaryColumns } from '../../../rank';
import {
  blockName,
  indicatorChanges,
  yearOf,
  type ChangeWord,
  type IndicatorChange,
  type Scheme,
} from '../../../schemes';
import { compileScheme } from '../../../score';
import { columnPixels, figurePixels, type FigureSource, type SheetModel } from '../../../workbook';
import { fromPlan, fromRules } from '../../figureSources';
import { fullWidth } from '../../layout/cells';
import { layOut, line, span, type Line } from '../../layout/layOut';
import { together } from '../../origins';
import { provisionalMark, type CouncilFacts } from '../facts';
import { editionOf, ownLine, toldLine } from '../edition';
import { paperFooter, paperHead } from '../head';
import { headlineLines } from './headline';
import { indicatorLines } from './indicators';
import { tableLines } from './table';

/** A label, and the columns of the results table, which share what a landscape page has. */
const columnWidthsOf = ({ results: { scheme, national } }: CouncilFacts): readonly number[] => {
  const count = Math.max(summaryColumns(scheme, national).length, leastColumns);
  const each = Math.floor((columnPixels(pageFigures) - columnPixels(labelFigures)) / count) / figurePixels;
  return [labelFigures, ...Array.from({ length: count }, () => each)];
};

/** No fewer than the sentences above the table need. */
const leastColumns = 20;
const labelFigures = 11.8;
/** Figures of the default font that a landscape page holds, without the reserve. */
const pageFigures = 145.6;

/**
 * 資料B, after 天草市 令和6年度 資料3: scheme, changes, indicators, own result, and the table of every sum. One sheet per year:
 * its marker names it, so no text of the user slips to a wrong place when the year changes.
 */
export const paperB = (facts: CouncilFacts, ordinal = 0): SheetModel => {
  const edition = editionOf(facts);
  const title = `${facts.year} 保険者機能強化推進交付金及び介護保険保険者努力支援交付金に係る評価結果について${provisionalMark(facts.own)}`;
  const columnWidths = columnWidthsOf(facts);
  const width = columnWidths.length;
  const lines = [
    ...paperHead(facts, width, 5, ordinal),
    line(span(title, width, 'paper-title')),
    line(),
    ...schemeLines(facts, width),
    ...changeLines(facts, width),
    ...indicatorLines(facts, width),
    // Without a section of changes, the next one moves up.
    ...headlineLines(facts, width, changesText(facts.results.scheme) === undefined ? 2 : 3),
    ...tableLines(facts, width),
  ];
  const laidOut = layOut(lines, columnWidths, 'all');
  return {
    name: `資料B${edition.tab}`,
    marker: `paperB${edition.marker}${facts.results.scheme.fiscalYear}`,
    ...laidOut,
    print: { orientation: 'landscape', footer: paperFooter(facts) },
  };
};

/** ２．制度の見直し: what changed in points since the year before, from the two schemes, and room for the user's words. */
const changeLines = (facts: CouncilFacts, width: number): readonly Line[] => {
  const { scheme } = facts.results;
  const text = changesText(scheme);
  const told = text === undefined ? undefined : { text: fullWidth(text), source: changesSource(scheme) };
  return [
    // Without anything to say below it there is no heading; the sections keep the numbers of the paper it follows.
    toldLine(facts, width, told && { text: '２．制度の見直し', look: 'heading' }, '２．制度の見直し'),
    toldLine(facts, width, told, '前の年度の評価指標が登録されていないため、下の欄に変更点を書きます'),
    ownLine(facts, null, width),
  ];
};

const yearBefore = ({ fiscalYear }: Scheme): FiscalYear => fiscalYearOf(westernYear(fiscalYear) - 1);

/** A year that is not known criterion by criterion has nothing to compare. */
const schemeBefore = (scheme: Scheme): Scheme | undefined => yearOf(yearBefore(scheme)).scheme;

const changesText = (scheme: Scheme): string | undefined => {
  const year = yearBefore(scheme);
  const before = schemeBefore(scheme);
  if (before === undefined) return undefined;
  const points = new Map(compileScheme(before).blocks.map((block) => [block.key, block.maxPoints]));
  const sums = compileScheme(scheme)
    .blocks.filter(({ key, maxPoints }) => points.get(key) !== maxPoints)
    .map((block) => `${blockName(block)} ${points.get(block.key) ?? 0}点→${block.maxPoints}点`);
  const changes = indicatorChanges(before, scheme);
  const counts = `枝番の数 ${countOf(before)}→${countOf(scheme)}`;
  if (changes.length === 0) return `${fiscalYearLabel(year)}から、評価指標と配点は変わっていません（${counts}）。`;
  return [
    `${fiscalYearLabel(year)}からの評価指標と配点の変更（${counts}）`,
    ...changedWords.flatMap(([word, words]) => {
      const told = changes.filter((change) => change.words.includes(word)).map(changeText);
      const rest = told.length > mostTold ? `など${told.length}指標` : '';
      return told.length === 0 ? [] : [`【${words}】 ${told.slice(0, mostTold).join('、')}${rest}`];
    }),
    sums.length === 0 ? '目標・指標群ごとの配点の計は変わっていません。' : `【配点の計】 ${sums.join('、')}`,
  ].join('\n');
};

/** So many of a kind are named; a scheme that is another one altogether would fill a page. */
const mostTold = 12;

/** What a council is told of; a number that moved changes nothing. */
const changedWords: readonly (readonly [ChangeWord, string])[] = [
  ['new', '新設'],
  ['dropped', '廃止'],
  ['criteria', '枝番・配点の変更'],
  ['rule', '判定の方法の変更'],
];

/** 「支援Ⅱ体制・取組「難聴高齢者の早期発見・早期介入」（20点）」; where the points of a whole indicator changed, both. */
const changeText = ({ before, after }: IndicatorChange): string => {
  const indicator = after ?? before;
  if (indicator === undefined) throw new Error('changeText: a change of nothing');
  const [old, now] = [before?.maxPoints, after?.maxPoints];
  const points = old === undefined || now === undefined || old === now ? `${old ?? now}点` : `${old}点→${now}点`;
  return `${blockName(indicator)}「${indicator.name}」（${points}）`;
};

const changesSource = (scheme: Scheme): FigureSource | undefined => {
  const before = schemeBefore(scheme);
  return (
    before &&
    together(
      [fiscalYearLabel(scheme.fiscalYear), fromRules(scheme, fiscalYearLabel(scheme.fiscalYear))],
      [fiscalYearLabel(before.fiscalYear), fromRules(before, fiscalYearLabel(before.fiscalYear))],
    )
  );
};

const countOf = ({ indicators }: Scheme): number => indicators.reduce((sum, { criteria }) => sum + criteria.length, 0);

/** １．制度概要: free text, then the nation's budget where the packaged plan of the year knows it. */
const schemeLines = (facts: CouncilFacts, width: number): readonly Line[] => {
  const { fiscalYear } = facts.results.scheme;
  const budget = budgetText(fiscalYear);
  return [
    line(span('１．制度概要', width, 'heading')),
    ownLine(
      facts,
      '国が定めた評価指標で市町村の取組を点数にし、得点に応じて交付する交付金です。地域包括ケアを進める市町村の努力を財政面から後押しします。',
      width,
    ),
    line(span('（１）保険者機能強化推進交付金（以下「推進交付金」という。）', width, 'strong')),
    ownLine(facts, '介護保険事業計画の進み具合の管理、給付の適正化、介護人材の確保などの取組を評価します。', width),
    line(span('（２）介護保険保険者努力支援交付金（以下「支援交付金」という。）', width, 'strong')),
    ownLine(facts, '介護予防・日常生活支援、認知症の総合支援、在宅医療と介護の連携などの取組を評価します。', width),
    toldLine(
      facts,
      width,
      budget === undefined ? undefined : { text: budget, source: budgetSource(fiscalYear) },
      '国の予算：この年度の予算額は登録されていません',
    ),
    line(),
  ];
};

const budgetText = (year: FiscalYear): string | undefined => {
  const plan = planOf(year);
  if (!plan.ok) return undefined;
  const { total, pots } = plan.value;
  return fullWidth(
    `＜国の予算＞ 総額 ${inHundredMillions(total.yen)}（推進交付金 ${inHundredMillions(pots.promotion.national.yen)}、支援交付金 ${inHundredMillions(pots.support.national.yen)}）`,
  );
};

const budgetSource = (year: FiscalYear): FigureSource | undefined => {
  const plan = planOf(year);
  if (!plan.ok) return undefined;
  const { total, pots } = plan.value;
  return together(
    ['総額', fromPlan(plan.value, total.source)],
    ['推進交付金', fromPlan(plan.value, pots.promotion.national.source)],
    ['支援交付金', fromPlan(plan.value, pots.support.national.source)],
  );
};

const hundredMillion = 100_000_000;
const inHundredMillions = (amount: number | bigint): string =>
  `${(Number(amount) / hundredMillion).toLocaleString('en-US', { maximumFractionDigits: 2 })}億円`;
