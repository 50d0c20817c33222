import { goalNumeral, type Grant, grantNames, grants, isCommon } from '../../schemes';
import type { CouncilFacts } from '../council';
import { fromRules } from '../figureSources';
import { type Line, line, span, userSpan } from '../layout';

const circled = ['①', '②', '③', '④'];

/** １ 概要: what the grants are, and the goals of each with a sentence for residents, all of it free to rewrite. */
export const overviewLines = ({ results: { scheme } }: CouncilFacts, width: number): readonly Line[] => [
  line(span('１ 交付金の概要', width, 'heading')),
  line(
    userSpan(
      '高齢者の自立支援と重度化防止に向けた市町村の取組を、国が定めた評価指標で点数にし、その得点に応じて国から交付される交付金です。',
      width,
    ),
  ),
  line(span('【主な指標】', width, 'strong')),
  ...grants.flatMap((grant) => [
    line(span(`◆ ${grantNames[grant].full}の評価指標`, width, 'strong')),
    ...scheme.goals
      .filter((goal) => goal.grant === grant)
      .flatMap(({ goal, name, maxPoints, source }, at) => [
        line(
          span(
            `${circled[at] ?? ''} 目標${goalNumeral(goal)}　${name}（配点${maxPoints}点）`,
            width,
            'paragraph',
            undefined,
            fromRules({ documents: scheme.documents, source }, `目標${goalNumeral(goal)}の配点`),
          ),
        ),
        line(userSpan(`・・・${exampleOf(scheme, grant, goal)}など。`, width)),
      ]),
  ]),
  ...scheme.goals
    .filter(isCommon)
    .map(({ goal, name, maxPoints, source }) =>
      line(
        span(
          `※ ほかに、両交付金に共通の目標${goalNumeral(goal)}　${name}（配点${maxPoints}点）を、それぞれに１回ずつ数えます。`,
          width,
          'note',
          undefined,
          fromRules({ documents: scheme.documents, source }, `目標${goalNumeral(goal)}の配点`),
        ),
      ),
    ),
  line(),
];

/** The first indicators of a goal, as the scheme names them. */
const exampleOf = (scheme: CouncilFacts['results']['scheme'], grant: Grant, goal: number): string =>
  scheme.indicators
    .filter((indicator) => indicator.grant === grant && indicator.goal === goal)
    .slice(0, shownIndicators)
    .map(({ name }) => name)
    .join('、');

const shownIndicators = 2;
