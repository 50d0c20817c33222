import { halfUp, inYen, printedPercent, rangeInWords } from '../../../kernel';
import { figuresOf, grantNames, grants, wholeOf, type Grant } from '../../../schemes';
import type { FigureSource } from '../../../workbook';
import { amountSource, amountText, amountWordOf, provisionalSentence, type CouncilFacts } from '../facts';
import { fromPublished, fromSettings } from '../../figureSources';
import { computed, sourceOf, together } from '../../origins';
import { line, span, userSpan, type Line } from '../../layout/layOut';
import { fullWidth } from '../../layout/cells';

/** ３．評価指標（点数）の状況: amounts with last year's, total, means, rates and ranks of nation and prefecture. */
export const headlineLines = (facts: CouncilFacts, width: number): readonly Line[] => [
  line(span(`３．${facts.year} 評価指標（点数）の状況`, width, 'heading')),
  ...grants.flatMap((grant) => [
    line(span(`○${grantNames[grant].full}`, width, 'strong')),
    said(yearsText(facts, grant), width, amountsSource(facts, grant)),
  ]),
  said(frameText(facts), width, sourceOf(facts.thisYear.yen.outcomeOriented)),
  line(span(totalText(facts), width, 'strong', { source: sourceOf(facts.thisYear.points.total?.points) })),
  said(nationText(facts), width, nationSource(facts)),
  said(prefectureText(facts), width, prefectureSource(facts)),
  line(userSpan(null, width)),
  line(),
];

const said = (text: string, width: number, source: FigureSource | undefined): Line =>
  line(span(text, width, 'paragraph', { source }));

const unknown = '－';

const yearsText = (facts: CouncilFacts, grant: Grant): string => {
  const { comparison, year } = facts;
  const now = amountText(facts, grant);
  const before = comparison?.before.yen[grant];
  const last = before === undefined ? '' : `（前年度${fullWidth(inYen(before.value))}）`;
  return fullWidth(`${year} ${amountWordOf(facts, grant)} `) + (now === undefined ? unknown : fullWidth(now) + last);
};

const amountsSource = (facts: CouncilFacts, grant: Grant): FigureSource | undefined =>
  amountText(facts, grant) === undefined
    ? undefined
    : together(
        [amountWordOf(facts, grant), amountSource(facts, grant)],
        ['前年度の額', facts.comparison?.before.yen[grant]],
      );

const frameText = ({ thisYear: { yen } }: CouncilFacts): string =>
  yen.outcomeOriented === undefined ? '' : `このほか、成果指向型配分枠 ${fullWidth(inYen(yen.outcomeOriented.value))}`;

const totalText = (facts: CouncilFacts): string => {
  const { total } = facts.thisYear.points;
  const open = fullWidth(provisionalSentence(facts));
  return `※保険者機能強化推進交付金及び介護保険保険者努力支援交付金の得点の合計（${total === undefined ? unknown : fullWidth(rangeInWords(String(total.points.value), String(total.most ?? total.points.value), '点'))}）${open === '' ? '' : `。${open}`}`;
};

const nationText = ({ results: { national, scheme }, settings, thisYear: { points } }: CouncilFacts): string => {
  const mean = settings?.nation.mean ?? publishedMean(national);
  const rank = points.total?.nationalRank;
  return [
    `全国平均点：${mean === undefined ? unknown : `${fullWidth(meanText(mean, settings?.nation.mean))}点`}`,
    `全国得点率：${mean === undefined ? unknown : fullWidth(printedPercent(mean, scheme.maxPoints, 1))}`,
    `順位：${rank === undefined || national === undefined ? unknown : `全国${fullWidth(`${grouped(national.municipalities)}市町村中${grouped(rank.value)}`)}位`}`,
  ].join(' ');
};

const publishedMean = (national: CouncilFacts['results']['national']): number | undefined =>
  figuresOf(national, wholeOf(null))?.mean;

const nationSource = (facts: CouncilFacts): FigureSource | undefined => {
  const { settings, results } = facts;
  const { national } = results;
  const mean =
    settings?.nation.mean !== undefined
      ? fromSettings(settings, 'nation.mean')
      : national === undefined || publishedMean(national) === undefined
        ? undefined
        : fromPublished(national, '全国平均点');
  const rank = national === undefined ? undefined : sourceOf(facts.thisYear.points.total?.nationalRank, '全国順位');
  return together(
    ['全国平均点', mean],
    ['全国得点率', mean && computed('全国平均点÷満点')],
    ['順位', rank],
    ['市町村の数', rank && national && fromPublished(national, '市町村の数')],
  );
};

const prefectureText = ({ prefecture, results: { scheme }, settings, thisYear: { points } }: CouncilFacts): string => {
  const { mean, count } = settings?.prefecture ?? {};
  const rank = points.total?.prefectureRank;
  const among = count === undefined ? '' : `${fullWidth(String(count))}市町村中`;
  return [
    `${prefecture.short}平均点：${mean === undefined ? unknown : `${fullWidth(String(mean))}点`}`,
    `${prefecture.short}得点率：${mean === undefined ? unknown : fullWidth(printedPercent(mean, scheme.maxPoints, 1))}`,
    `順位：${rank === undefined ? unknown : `${prefecture.inside}${among}${fullWidth(String(rank.value))}位`}`,
  ].join(' ');
};

const prefectureSource = (facts: CouncilFacts): FigureSource | undefined => {
  const { mean, count } = facts.settings?.prefecture ?? {};
  const { short, inside } = facts.prefecture;
  const toldMean = mean === undefined ? undefined : fromSettings(facts.settings, 'prefecture.mean');
  const rank = facts.thisYear.points.total?.prefectureRank;
  return together(
    [`${short}平均点`, toldMean],
    [`${short}得点率`, toldMean && computed(`${short}平均点÷満点`)],
    [`${inside}順位`, rank],
    [
      `${inside}の市町村の数`,
      rank && (count === undefined ? undefined : fromSettings(facts.settings, 'prefecture.count')),
    ],
  );
};

/** As published, digit by digit, where told; else to two decimals. */
const meanText = (mean: number, told: number | undefined): string =>
  told === undefined ? halfUp(mean, 2) : String(told);

const grouped = (count: number): string => count.toLocaleString('en-US');
