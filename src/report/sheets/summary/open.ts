import { fiscalYearLabel, fiscalYearOf, westernYear } from '../../../kernel';
import { line, span, type Line } from '../../layout/layOut';
import type { CouncilFacts } from '../../papers/facts';
import { computed } from '../../origins';
import type { YearStanding } from '../../yearStandings';

/** 残っていること: what must still be looked at or entered, one line each. */
export const openLines = (facts: CouncilFacts, standings: readonly YearStanding[]): readonly Line[] => [
  line(span('残っていること', 6, 'heading')),
  line(
    span([checkText(facts), ...missingTexts(facts, standings)].map((text) => `・${text}`).join('\n'), 6, 'paragraph', {
      source: computed('シート「要確認」の行を数える'),
    }),
  ),
];

const checkText = ({ results: { problems }, own }: CouncilFacts): string => {
  const count = problems.filter(({ severity }) => severity !== 'info').length;
  if (count === 0) return '確認が必要な箇所はありません。';
  const { least, most } = own?.range ?? { least: 0, most: 0 };
  const stake = most > least ? `（総得点で${most - least}点が未確定）` : '';
  return `確認が必要な箇所：${count}件${stake}。場所と直し方はシート「要確認」にあります。`;
};

const lastYearName = ({ results: { scheme } }: CouncilFacts): string =>
  fiscalYearLabel(fiscalYearOf(westernYear(scheme.fiscalYear) - 1));

/** What is not known and can be entered. */
const missingTexts = (facts: CouncilFacts, standings: readonly YearStanding[]): readonly string[] => {
  const now = standings.at(-1);
  return [
    ...(now?.yen === undefined
      ? ['交付額：シート「設定」に内示額を入力するか、第1号被保険者数を入力（試算）すると表示します。']
      : now.yen.basis === 'estimate'
        ? ['交付額：内示額が未入力のため試算です。通知が届いたら、シート「設定」に入力してください。']
        : []),
    ...(now?.national === undefined && facts.own?.identity.kind !== 'union' && facts.own?.identity.kind !== 'ward'
      ? ['全国順位：シート「設定」に通知の順位を入力するか、全国集計表を読み込むと表示します。']
      : []),
    ...(now?.prefecture === undefined
      ? [`${facts.prefecture.inside}順位：シート「設定」に通知の順位を入力するか、全国集計表を読み込むと表示します。`]
      : []),
    ...(standings.length > 1
      ? []
      : [
          `${lastYearName(facts)}との増減：シート「設定」の「前年度」から始まる項目に、${lastYearName(facts)}の年度・得点・順位・金額を入力すると表示します。`,
        ]),
  ];
};
