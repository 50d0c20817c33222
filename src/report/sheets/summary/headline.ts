import { fiscalYearLabel } from '../../../kernel';
import type { PointsRange } from '../../../outlook';
import { rankText } from '../../members';
import { rangeText } from '../../outlookWords';
import type { CouncilFacts } from '../../papers/facts';
import { rankChange, rateText, signedPoints } from '../../standingWords';
import type { YearStanding } from '../../yearStandings';

/** Total, places and the change from last year in a sentence or two. */
export const headlineText = (facts: CouncilFacts, standings: readonly YearStanding[]): string => {
  const now = standings.at(-1);
  const total = now?.points.total;
  if (now === undefined || total === undefined) return `${facts.name}の得点は、まだ入力されていません。`;
  const { of } = now.national?.band ?? {};
  const places = [
    ...(now.national === undefined
      ? []
      : [`全国${of === undefined ? '' : `${of.toLocaleString('en-US')}市町村中`}${rankText(now.national.band)}`]),
    ...(now.prefecture === undefined ? [] : [`${facts.prefecture.inside}${rankText(now.prefecture.band)}`]),
  ];
  const provisional = total.least === total.most ? '' : '（未確定の回答があるため暫定）';
  const first = `総得点は${rangeText(total)}${provisional}、得点率は${rateText(total)}${places.length === 0 ? '' : `で、${places.join('、')}`}です。`;
  return `${first}${changeText(standings.at(-2), now)}`;
};

const changeText = (before: YearStanding | undefined, now: YearStanding): string => {
  const [last, total] = [before?.points.total, now.points.total];
  if (before === undefined || last === undefined || total === undefined) return '';
  const year = fiscalYearLabel(before.year);
  const places = rankChange(before.national, now.national);
  const rankWords = places === null ? '' : `全国順位は${rankChangeWords(places)}`;
  if (last.maxPoints !== total.maxPoints) {
    const told = `${year}は${rangeText(last)}（${last.maxPoints.toLocaleString('en-US')}点満点、得点率${rateText(last)}）`;
    return rankWords === '' ? `${told}でした。` : `${told}で、${rankWords}。`;
  }
  const [first, end] = pointsChangeWords({ least: total.least - last.most, most: total.most - last.least });
  return `${year}の${rangeText(last)}${rankWords === '' ? end : `${first}、${rankWords}`}。`;
};

const rankChangeWords = (places: string): string =>
  places === '同じ' ? '同じです' : places.replace('上昇', '上がりました').replace('下降', '下がりました');

/** How the points changed, where the sentence goes on and where it ends. */
const pointsChangeWords = (change: PointsRange): readonly [string, string] => {
  if (change.least !== change.most) return [`から${signedPoints(change)}で`, `から${signedPoints(change)}です`];
  if (change.least === 0) return ['と同じで', 'と同じです'];
  const points = `から${Math.abs(change.least)}点`;
  return change.least > 0 ? [`${points}増え`, `${points}増えました`] : [`${points}減り`, `${points}減りました`];
};
