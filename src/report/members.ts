import type { MunicipalityIdentity } from '../answers';
import { rangeInWords } from '../kernel';
import type { MunicipalityResult, ScoredResults } from '../evaluation';
import type { Nation, RankBand } from '../rank';
import { pointsOf } from '../score';
import { municipalityHead } from '../workbook';
import { nationalRankSource } from './figureSources';
import type { Sentence } from './layout/layOut';
import { fromAnswers } from './origins';

/** A municipality of the list, wherever its points come from. */
export interface Member {
  readonly identity: MunicipalityIdentity;
  /** By the blocks of the scheme, open answers as 0 and as all they could be. */
  readonly points: readonly number[];
  readonly most: readonly number[];
  readonly national: RankBand | null;
  /** In its prefecture, from a national table; undefined for a batch, whose members need not be all. */
  readonly prefectureRank: number | undefined;
  readonly provisional: boolean;
  /** The municipality the workbook is about. */
  readonly isOwn: boolean;
}

/** A batch or a whole nation as it is; for one municipality its prefecture out of the national table in hand, else none. */
export const membersOf = (results: ScoredResults): readonly Member[] => {
  const { municipalities, nation } = results;
  const [only] = municipalities;
  if (municipalities.length !== 1 || only === undefined)
    return municipalities.map((one) => ownMember(nation, one, false));
  if (nation === undefined || only.nationRow === undefined) return [];
  const { prefecture } = nation.table.municipalities[only.nationRow] ?? {};
  return nation.table.municipalities.flatMap((identity, row) => {
    if (identity.prefecture !== prefecture) return [];
    return [row === only.nationRow ? ownMember(nation, only, true) : tableMember(nation, identity, row)];
  });
};

const ownMember = (
  nation: Nation | undefined,
  { identity, blocks, rank, provisional, nationRow }: MunicipalityResult,
  isOwn: boolean,
): Member => ({
  identity,
  points: blocks.map(({ points }) => points),
  most: blocks.map(({ most }) => most),
  national: rank.national,
  prefectureRank:
    rank.prefecture !== null && rank.prefecture.low === rank.prefecture.high
      ? rank.prefecture.low
      : nation === undefined || nationRow === undefined
        ? undefined
        : settledRank(nation, nationRow),
  provisional,
  isOwn,
});

const tableMember = (nation: Nation, identity: MunicipalityIdentity, row: number): Member => ({
  identity,
  points: nation.scores.compiled.blocks.map((_, block) => pointsOf(nation.scores, row, block)),
  most: nation.scores.compiled.blocks.map((_, block) => pointsOf(nation.points.most, row, block)),
  national: nation.nationalRank(row),
  prefectureRank: settledRank(nation, row),
  provisional: nation.scores.compiled.blocks.some(
    (_, block) => pointsOf(nation.scores, row, block) !== pointsOf(nation.points.most, row, block),
  ),
  isOwn: false,
});

const settledRank = (nation: Nation, row: number): number | undefined => {
  const rank = nation.prefectureRank(row);
  return rank?.low === rank?.high ? rank?.low : undefined;
};

/** 「北塩原村（福島県）」, with （暫定） while answers are open. */
export const municipalityTitle = ({ identity, provisional }: MunicipalityResult): string =>
  municipalityHead(identity, provisional);

/** The lines a section chief reads first: total, rate, rank and what the rank rests on. */
export const headlineOf = (results: ScoredResults, municipality: MunicipalityResult): readonly Sentence[] => {
  const { maxPoints } = results.scheme;
  const { least, most } = municipality.range;
  const rate = (points: number): string => ((points / maxPoints) * 100).toFixed(1);
  return [
    {
      text: `総得点 ${rangeInWords(String(least), String(most), '点')}／${maxPoints}点（得点率 ${rangeInWords(rate(least), rate(most))}％）`,
      source: fromAnswers('総得点'),
    },
    { text: rankLine(municipality), source: nationalRankSource(results, municipality) },
  ];
};

/** 「1,005位」, 「約1,250位（1,241～1,262位）」, 「1,241～1,262位」. */
export const rankText = ({ low, high, central }: Pick<RankBand, 'low' | 'high' | 'central'>): string => {
  const shown = (rank: number): string => rank.toLocaleString('en-US');
  if (low === high) return `${shown(low)}位`;
  const band = rangeInWords(shown(low), shown(high), '位');
  return central === undefined ? band : `約${shown(central)}位（${band}）`;
};

/** The same in a narrow cell: the range below the rank it lies around. */
export const rankInLines = (band: Parameters<typeof rankText>[0]): string => rankText(band).replace('（', '\n（');

/** What a national rank rests on, in words. */
export const rankBases = {
  table: '全国集計表による',
  distribution: '公表された全国の得点分布による',
  'known-pairs': '公表された得点と順位の組による範囲',
  none: '根拠となる公表値なし',
} as const;

const rankLine = ({ identity: { kind }, rank }: MunicipalityResult): string => {
  if (kind === 'union' || kind === 'ward') return '全国順位 －（1,741市町村に入らないため）';
  if (rank.national === null) return '全国順位 －（この年度の全国の得点は登録されていません）';
  const { of, basis } = rank.national;
  const count = of.toLocaleString('en-US');
  return `全国順位 ${rankText(rank.national)}／${count}市町村（${rankBases[basis]}）`;
};
