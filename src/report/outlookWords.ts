import { standpointOf, type MunicipalityResult, type ScoredResults } from '../evaluation';
import { changeInThousandYen, halfUp, printedPercent, rangeInWords } from '../kernel';
import {
  nextCutOff,
  outlookFrom,
  type Gain,
  type MoneyView,
  type NextCutOff,
  type Outcome,
  type Outlook,
  type PointsRange,
} from '../outlook';
import type { PlaceAmongPeers } from '../rank';
import { isComputed } from '../schemes';
import { rankText } from './members';

/** The outlook that was asked for, else one without a goal. */
export const outlookIn = (results: ScoredResults, own: MunicipalityResult): Outlook => {
  const known = results.outlooks?.[results.municipalities.indexOf(own)];
  if (known !== undefined) return known;
  const kept = made.get(own);
  if (kept !== undefined && kept.behind === results.behind) return kept.outlook;
  const outlook = outlookFrom(standpointOf(results, own));
  if (!outlook.ok) throw new Error('outlookIn: refused without a scenario');
  made.set(own, { behind: results.behind, outlook: outlook.value });
  return outlook.value;
};

/** Several sheets ask for the outlook of the same municipality, which does not change but with the years behind it. */
const made = new WeakMap<MunicipalityResult, { readonly behind: ScoredResults['behind']; readonly outlook: Outlook }>();

/** Where the municipality stands, and how much is open. */
export const standingText = ({ before, values }: Outlook): string => {
  return `いま ${[rangeText(before.points.total), ...ranksText(before)].join('、')}。満たしていない枝番は${values.length}件です。`;
};

/** How far the rank holds, and how far the next points of 推進Ⅰ活動1 are. */
export const robustnessText = ({ robustness, standpoint }: Outlook): string => {
  const next = nextCutOff(standpoint);
  const cutOff =
    next === undefined
      ? ''
      : `推進Ⅰ活動1を除く総得点は${rangeInWords(String(next.total), String(next.most), '点')}で、次の区切り${next.cutOff}点まで${wayTo(next)}（届くと推進Ⅰ活動1が${next.points}点増えます）。`;
  if (robustness === undefined) return `ほかの市町村の得点が分からないため、順位の確かさは示していません。${cutOff}`;
  const { rank, assumption } = robustness;
  return `順位の確かさ：全国${rangeInWords(String(rank.low), String(rank.high), '位')}（${assumption}）${cutOff}`;
};

/** Open answers may bring the total there by themselves. */
const wayTo = ({ total, most, cutOff }: NextCutOff): string =>
  most >= cutOff
    ? `最大であと${cutOff - total}点`
    : `あと${rangeInWords(String(cutOff - most), String(cutOff - total), '点')}`;

/** Means, medians and the own place among those alike. */
export const peersText = ({ standpoint }: Outlook): string => {
  const groups = standpoint.peers();
  if (groups.length === 0) return '規模区分が同じ市町村の平均は、手元の資料からは分かりません。';
  return `規模区分が同じ市町村：${groups.map(peerWords).join('、')}。`;
};

const peerWords = ({ sizeClass, depopulated, municipalities, mean, median, rank }: PlaceAmongPeers): string => {
  const kind = depopulated === null ? '' : depopulated ? 'の過疎' : 'の過疎でない市町村';
  const middle = median === null ? '' : `・中央値${median}点`;
  const place = rank === null ? '' : `・${rank}位`;
  return `規模区分${sizeClass ?? ''}${kind}（${municipalities}市町村）の平均${halfUp(mean, 1)}点${middle}${place}`;
};

/** So many of what most have are named. */
const mostNamed = 5;

/** What most municipalities have and this one does not. */
export const mostHaveItText = ({ mostHaveIt, values, standpoint }: Outlook): string => {
  if (values.length > 0 && values.every(({ entry }) => standpoint.havingIt(entry.index) === undefined))
    return '全国の半数以上が満たす枝番は、該当した市町村の数が登録されていないため示していません。';
  if (mostHaveIt.length === 0) return '全国の半数以上が満たす枝番は、すべて満たしています（該当数の分かる範囲）。';
  const named = mostHaveIt
    .slice(0, mostNamed)
    .map(
      ({ entry: { indicator, criterion }, gain, share }) =>
        `${indicator.name} ${criterion.label}（＋${gain.points.least}点、全国の${printedPercent(share ?? 0, 1, 0)}）`,
    );
  const rest = mostHaveIt.length > mostNamed ? 'など' : '';
  return `全国の半数以上が満たしている未達成の枝番は${mostHaveIt.length}件：${named.join('、')}${rest}。`;
};

/** The goal and the least work that reaches it. */
export const goalText = ({ pursuit }: Outlook): string => {
  if (pursuit === undefined) return '目標は指定されていません。';
  const { goal, reached, plan, after, gain, runnerUp } = pursuit;
  if (reached && plan.criteria.length === 0) return `目標「${goal.text}」には、すでに達しています。`;
  const to = outcomeText(after, gain);
  if (!reached) return `目標「${goal.text}」には届きません。満たしていない枝番をすべて満たすと${to}です。`;
  const next =
    runnerUp === undefined
      ? ''
      : `次に手間の少ない案は${runnerUp.criteria.length}件（手間${effortText(runnerUp.effort)}）です。`;
  return `目標「${goal.text}」に届く最も手間の少ない案は、${plan.criteria.length}件（手間${effortText(plan.effort)}）で、${to}になります。${next}`;
};

/** What the named plans come to. */
export const plansText = ({ plans }: Outlook): string =>
  plans.length === 0
    ? '比べる案は指定されていません。'
    : plans.map(({ plan, after, gain }) => `${plan.name}：${outcomeText(after, gain)}`).join('　／　');

/** What a reader must know of the figures. */
export const cautionText = ({ standpoint }: Outlook): string =>
  [
    '加点は、その枝番だけを満たしたときのもので、足し合わせた値とは違うことがあります。',
    ...(standpoint.scheme.indicators.some(isComputed) ? ['推進Ⅰ活動1は総得点から計算し直しています。'] : []),
    '手間は、全国で満たしていない市町村の数（順位で決まる枝番はさらに全市町村の数）を目安にしたものです。',
    moneyCaution(standpoint.money?.basis),
  ].join('');

const moneyCaution = (basis: MoneyView['basis'] | undefined): string => {
  if (basis === undefined) return '第1号被保険者数か、その年度の単価が分からないため、交付額は試算していません。';
  return basis === 'share'
    ? '交付額は、配分計画で全国に配分し直した額（ほかの市町村の得点は今のまま）で、内示額ではありません。'
    : '交付額は試算の単価によるもので、内示額ではありません。';
};

/** 「＋120千円～＋150千円」; one amount where both ends are the same. */
export const yenChangeText = ({ low, high }: NonNullable<Gain['yen']>): string =>
  rangeInWords(changeInThousandYen(low), changeInThousandYen(high));

/** 「514点・全国491位・交付額 ＋120千円～＋150千円」, as far as it is known. */
const outcomeText = ({ points, rank }: Outcome, { yen }: Gain): string =>
  [rangeText(points.total), ...ranksText({ rank }), ...(yen === null ? [] : [`交付額 ${yenChangeText(yen)}`])].join(
    '・',
  );

/** 「全国491位」「都道府県内12位」, as far as they are known. */
const ranksText = ({ rank: { national, prefecture } }: Pick<Outcome, 'rank'>): readonly string[] => [
  ...(national === null ? [] : [`全国${rankText(national)}`]),
  ...(prefecture === null ? [] : [`都道府県内${rankText(prefecture)}`]),
];

const effortText = (effort: number): string => effort.toLocaleString('en-US');

/** 「447点」, 「420～447点」. */
export const rangeText = ({ least, most }: PointsRange): string => rangeInWords(String(least), String(most), '点');
