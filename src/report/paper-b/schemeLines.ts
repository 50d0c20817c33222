import { planOf } from '../../allocation';
import type { FiscalYear } from '../../kernel';
import type { FigureSource } from '../../workbook';
import type { CouncilFacts } from '../council';
import { fromPlan } from '../figureSources';
import { together } from '../origins';
import { type Line, line, span, userSpan, fullWidth } from '../layout';

/** １．制度概要: free text, then the nation's budget where the packaged plan of the year knows it. */
export const schemeLines = ({ results: { scheme } }: CouncilFacts, width: number): readonly Line[] => [
  line(span('１．制度概要', width, 'heading')),
  line(
    userSpan(
      '国が定めた評価指標で市町村の取組を点数にし、得点に応じて交付する交付金です。地域包括ケアを進める市町村の努力を財政面から後押しします。',
      width,
    ),
  ),
  line(span('（１）保険者機能強化推進交付金（以下「推進交付金」という。）', width, 'strong')),
  line(userSpan('介護保険事業計画の進み具合の管理、給付の適正化、介護人材の確保などの取組を評価します。', width)),
  line(span('（２）介護保険保険者努力支援交付金（以下「支援交付金」という。）', width, 'strong')),
  line(userSpan('介護予防・日常生活支援、認知症の総合支援、在宅医療と介護の連携などの取組を評価します。', width)),
  line(span(budgetText(scheme.fiscalYear), width, 'paragraph', undefined, budgetSource(scheme.fiscalYear))),
  line(),
];

const budgetText = (year: FiscalYear): string => {
  const plan = planOf(year);
  if (!plan.ok) return '＜国の予算＞ この年度の予算額は登録されていません。';
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
