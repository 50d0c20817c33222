import { inYen } from '../../allocation';
import { halfUp, printedPercent } from '../../rank';
import { grantNames, type Grant } from '../../schemes';
import type { CouncilFacts } from '../councilFacts';
import type { Line } from '../layOut';
import { line, span, userSpan } from '../spans';
import { fullWidth } from '../widths';

const grants: readonly Grant[] = ['promotion', 'support'];

/** ３．評価指標（点数）の状況: amounts with last year's, total, means, rates and ranks of nation and prefecture. */
export const headlineLines = (facts: CouncilFacts, width: number): readonly Line[] => [
  line(span(`３．${facts.year} 評価指標（点数）の状況`, width, 'heading')),
  ...grants.flatMap((grant) => [
    line(span(`○${grantNames[grant].full}`, width, 'strong')),
    line(span(amountText(facts, grant), width, 'paragraph')),
  ]),
  line(span(frameText(facts), width, 'paragraph')),
  line(span(totalText(facts), width, 'strong')),
  line(span(nationText(facts), width, 'paragraph')),
  line(span(prefectureText(facts), width, 'paragraph')),
  line(userSpan(null, width)),
  line(),
];

const unknown = '－';

const amountText = ({ thisYear, comparison, year, amountWord }: CouncilFacts, grant: Grant): string => {
  const now = thisYear.yen[grant];
  const before = comparison?.before.yen[grant];
  const last = before === undefined ? '' : `（前年度${fullWidth(inYen(before))}）`;
  return fullWidth(`${year} ${amountWord} `) + (now === undefined ? unknown : fullWidth(inYen(now)) + last);
};

const frameText = ({ thisYear: { yen } }: CouncilFacts): string =>
  yen.outcomeOriented === undefined ? '' : `このほか、成果指向型配分枠 ${fullWidth(inYen(yen.outcomeOriented))}`;

const totalText = ({ thisYear: { points } }: CouncilFacts): string =>
  `※保険者機能強化推進交付金及び介護保険保険者努力支援交付金の得点の合計（${points.total === undefined ? unknown : `${fullWidth(String(points.total.points))}点`}）`;

const nationText = ({ results: { national, scheme }, settings, thisYear: { points } }: CouncilFacts): string => {
  const computed = national?.blocks.find(({ grant, goal }) => grant === null && goal === null)?.mean;
  const mean = settings?.nation.mean ?? computed;
  const rank = points.total?.nationalRank;
  return [
    `全国平均点：${mean === undefined ? unknown : `${fullWidth(meanText(mean, settings?.nation.mean))}点`}`,
    `全国得点率：${mean === undefined ? unknown : fullWidth(printedPercent(mean, scheme.maxPoints, 1))}`,
    `順位：${rank === undefined || national === undefined ? unknown : `全国${fullWidth(`${grouped(national.municipalities)}市町村中${grouped(rank)}`)}位`}`,
  ].join(' ');
};

const prefectureText = ({ prefecture, results: { scheme }, settings, thisYear: { points } }: CouncilFacts): string => {
  const { mean, count } = settings?.prefecture ?? {};
  const rank = points.total?.prefectureRank;
  const among = count === undefined ? '' : `${fullWidth(String(count))}市町村中`;
  return [
    `${prefecture.short}平均点：${mean === undefined ? unknown : `${fullWidth(String(mean))}点`}`,
    `${prefecture.short}得点率：${mean === undefined ? unknown : fullWidth(printedPercent(mean, scheme.maxPoints, 1))}`,
    `順位：${rank === undefined ? unknown : `${prefecture.inside}${among}${fullWidth(String(rank))}位`}`,
  ].join(' ');
};

/** As published, digit by digit, where told; else to two decimals. */
const meanText = (mean: number, told: number | undefined): string =>
  told === undefined ? halfUp(mean, 2) : String(told);

const grouped = (count: number): string => count.toLocaleString('en-US');
