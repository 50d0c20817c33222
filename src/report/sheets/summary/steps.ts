import type { MunicipalityResult, ScoredResults } from '../../../evaluation';
import { changeInThousandYen, printedPercent } from '../../../kernel';
import { indicatorNotation } from '../../../schemes';
import { byGainForEffort, planOutcome, type MarginalValue, type Outlook } from '../../../outlook';
import type { FigureSource } from '../../../workbook';
import { fromPublished } from '../../figureSources';
import { line, span, type Line } from '../../layout/layOut';
import { rankText } from '../../members';
import { computed, together } from '../../origins';
import { outlookIn, rangeText, yenChangeText } from '../../outlookWords';
import { signedPoints } from '../../standingWords';

const mostNamed = 4;
const mostSteps = 3;

/** What most municipalities have and this one lacks, then what to do next: the first steps of 取組案. */
export const stepLines = (results: ScoredResults, own: MunicipalityResult): readonly Line[] => {
  const outlook = outlookIn(results, own);
  const [lacked, next] = [lackedLines(results, outlook), nextLines(outlook)];
  return [...lacked, ...(lacked.length === 0 || next.length === 0 ? [] : [gap]), ...next];
};

/** The air between two tables. */
const gap: Line = { ...line(), height: 9 };

/** Unmet criteria that at least half the nation has, those first whose points times share is largest. */
const lackedLines = ({ national }: ScoredResults, { mostHaveIt }: Outlook): readonly Line[] => {
  if (mostHaveIt.length === 0) return [];
  const shown = mostHaveIt.toSorted((one, other) => weightOf(other) - weightOf(one)).slice(0, mostNamed);
  const source = together(
    ['加点', marginal],
    ['該当率', national && fromPublished(national, '該当した市町村の数÷全国の市町村数')],
  );
  return [
    line(
      span(
        `全国の半数以上が満たす未達成の枝番（${mostHaveIt.length}件のうち、該当率×加点の大きい${shown.length}件）`,
        6,
        'heading',
        { source: marginal },
      ),
    ),
    head('該当率', '全国順位'),
    ...shown.map((value) =>
      stepLine(value, [value.share === null ? '－' : printedPercent(value.share, 1, 1), placeAfter(value)], source),
    ),
  ];
};

const weightOf = ({ gain, share }: MarginalValue): number => gain.points.least * (share ?? 0);

/** How many have a criterion weighs only where it is known. */
const orderOf = ({ values, standpoint }: Outlook): string =>
  values.some(({ entry }) => standpoint.havingIt(entry.index) !== undefined)
    ? '満たす市町村が多く、加点の大きい順'
    : '加点の大きい順';

/** The plan that reaches the goal where one was asked for, else what brings most points for its work. */
const nextLines = (outlook: Outlook): readonly Line[] => {
  const planned = new Set(outlook.pursuit?.plan.criteria);
  const chosen = outlook.values.filter(
    ({ entry, gain }) => gain.points.least > 0 && (planned.size === 0 || planned.has(entry.index)),
  );
  const steps = chosen.toSorted(byGainForEffort).slice(0, mostSteps);
  if (steps.length === 0) return [];
  return [
    line(
      span(
        `次に取り組むこと（${planned.size === 0 ? orderOf(outlook) : '目標に届く案から'}、${steps.length}件）`,
        6,
        'heading',
      ),
    ),
    ...(steps.every(({ gain }) => gain.yen === null)
      ? [head('全国順位'), ...steps.map((value) => stepLine(value, [placeAfter(value)], marginal))]
      : [
          head('交付額の増', '全国順位'),
          ...steps.map((value) => stepLine(value, [yenGain(value), placeAfter(value)], marginal)),
        ]),
    line(span(togetherText(outlook, steps), 6, 'paragraph', { source: marginal })),
  ];
};

/** One column, or two, behind the points; one alone takes the room of both. */
type Behind<T> = readonly [T] | readonly [T, T];

const head = (...behind: Behind<string>): Line =>
  line(
    span('指標', 2, 'header'),
    ...['番号・枝番', '加点'].map((text) => span(text, 1, 'header')),
    ...behind.map((text) => span(text, 2 / behind.length, 'header')),
  );

const stepLine = (
  { entry: { indicator, criterion }, gain }: MarginalValue,
  behind: Behind<string>,
  source: FigureSource | undefined,
): Line =>
  line(
    span(indicator.name, 2, 'side'),
    span(`${indicatorNotation(indicator)} ${criterion.label}`, 1, 'paper-cell'),
    span(signedPoints(gain.points), 1, 'paper-cell', { source }),
    ...behind.map((text) => span(text, 2 / behind.length, 'paper-cell', { source })),
  );

/** The likeliest place of a band, for a narrow column; the whole band where nothing is likelier. */
const placeAfter = ({ after: { rank } }: MarginalValue): string => {
  if (rank.national === null) return '－';
  const { central } = rank.national;
  return central === undefined ? rankText(rank.national) : `約${central.toLocaleString('en-US')}位`;
};

/** 「＋12千円」, 「＋1～12千円」: a gain is never negative where points are won. */
const yenGain = ({ gain: { yen } }: MarginalValue): string => {
  if (yen === null) return '－';
  const [low, high] = [changeInThousandYen(yen.low), changeInThousandYen(yen.high)];
  return low === high ? low : `${low.replace(/千円$/, '')}～${high.replace(/^＋/, '')}`;
};

/** All the steps at once, with the wider steps they need. */
const togetherText = ({ standpoint, before }: Outlook, steps: readonly MarginalValue[]): string => {
  const criteria = steps.flatMap(({ entry, needs }) => [...needs, entry]);
  const plan = { name: '', changes: new Map(criteria.map(({ index }) => [index, 'met'] as const)) };
  const { after, gain } = planOutcome(standpoint, plan, before);
  const { national } = after.rank;
  return [
    `この${steps.length}件をすべて満たすと、総得点は${rangeText(after.points.total)}（${signedPoints(gain.points)}）`,
    ...(national === null ? [] : [`全国${rankText(national)}`]),
    ...(gain.yen === null ? [] : [`交付額は${yenChangeText(gain.yen)}`]),
  ]
    .join('、')
    .concat('です（ほかの市町村の得点は今のまま）。すべての枝番は、報告書「取組案」にあります。');
};

const marginal: FigureSource = computed('ほかの回答は今のまま、その枝番を満たしたときの値と今の値の差');
