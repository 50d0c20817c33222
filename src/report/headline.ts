import { nationalRankSource } from './figureSources';
import { fromAnswers } from './origins';
import type { MunicipalityResult, ScoredResults } from '../evaluation';
import type { Sentence } from './layout';

/** 「北塩原村（福島県）」, with （暫定） while answers are open. */
export const municipalityTitle = ({ identity: { name, prefecture }, provisional }: MunicipalityResult): string =>
  `${name}${prefecture === undefined ? '' : `（${prefecture}）`}${provisional ? '　【暫定】' : ''}`;

/** The lines a section chief reads first: total, rate, rank and what the rank rests on. */
export const headlineOf = (results: ScoredResults, municipality: MunicipalityResult): readonly Sentence[] => {
  const { maxPoints } = results.scheme;
  const { min, max } = municipality.range;
  const rate = ((municipality.total / maxPoints) * 100).toFixed(1);
  const points = municipality.provisional && min !== max ? `${min}～${max}点` : `${municipality.total}点`;
  return [
    { text: `総得点 ${points}／${maxPoints}点（得点率 ${rate}％）`, source: fromAnswers('総得点') },
    { text: rankLine(municipality), source: nationalRankSource(results, municipality) },
  ];
};

const bases = {
  table: '全国集計表による',
  distribution: '公表された全国の得点分布による',
  'known-pairs': '公表された得点と順位の組による範囲',
  none: '根拠となる公表値なし',
} as const;

const rankLine = ({ rank }: MunicipalityResult): string => {
  if (rank.national === null) return '全国順位 －（この年度の全国の得点は登録されていません）';
  const { low, high, of, basis } = rank.national;
  const count = of.toLocaleString('en-US');
  const place =
    low === high
      ? `${low.toLocaleString('en-US')}位`
      : `${low.toLocaleString('en-US')}～${high.toLocaleString('en-US')}位`;
  return `全国順位 ${place}／${count}市町村（${bases[basis]}）`;
};
