import type { MunicipalityIdentity } from '../answers';
import { rankAt, type Nation, type RankBand } from '../rank';
import { pointsOf } from '../score';
import type { MunicipalityResult, ScoredResults } from '../evaluation';

/** A municipality of the list, wherever its points come from. */
export interface Member {
  readonly identity: MunicipalityIdentity;
  /** By the blocks of the scheme. */
  readonly points: readonly number[];
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
  national: rank.national,
  prefectureRank:
    rank.prefecture !== null && rank.prefecture.low === rank.prefecture.high
      ? rank.prefecture.low
      : nation === undefined || nationRow === undefined
        ? undefined
        : rankInPrefecture(nation, nationRow),
  provisional,
  isOwn,
});

const tableMember = (nation: Nation, identity: MunicipalityIdentity, row: number): Member => ({
  identity,
  points: nation.scores.compiled.blocks.map((_, block) => pointsOf(nation.scores, row, block)),
  national: nation.nationalRank(row),
  prefectureRank: rankInPrefecture(nation, row),
  provisional: false,
  isOwn: false,
});

const rankInPrefecture = ({ ranks, scores }: Nation, row: number): number | undefined =>
  rankAt(ranks, 'prefecture', scores.compiled.totalBlock, row);
