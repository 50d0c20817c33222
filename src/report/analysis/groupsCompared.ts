import type { Nation } from '../../rank';
import type { MunicipalityResult, ScoredResults } from '../../evaluation';
import type { IndicatorMean } from './indicatorMean';
import { publishedMeans } from './publishedMeans';
import { tableMeans } from './tableMeans';

/** The means a municipality is held against, by indicator in the order of the scheme. */
export interface GroupsCompared {
  readonly nation: readonly (IndicatorMean | undefined)[];
  readonly prefecture: readonly (IndicatorMean | undefined)[];
  readonly peers: readonly (IndicatorMean | undefined)[];
  /** How many municipalities were chosen to compare with; 0 = none. */
  readonly peerCount: number;
}

/**
 * The nation as published, and from the table in hand where the published figures do not tell; prefecture and peers (比較団体)
 * only from the table. A municipality belongs to its own prefecture's mean.
 */
export const groupsCompared = (results: ScoredResults, { identity, nationRow }: MunicipalityResult): GroupsCompared => {
  const { scheme, national, nation } = results;
  const published = publishedMeans(scheme, national);
  const none = published.map(() => undefined);
  if (nation === undefined) return { nation: published, prefecture: none, peers: none, peerCount: 0 };
  const whole = nation.complete ? tableMeans(nation, [...nation.table.municipalities.keys()], '全国平均') : none;
  const peers = peerRows(nation);
  const prefecture = nation.table.municipalities[nationRow ?? -1]?.prefecture ?? identity.prefecture;
  return {
    nation: published.map((mean, at) => mean ?? whole[at]),
    prefecture: prefecture === undefined ? none : tableMeans(nation, rowsOf(nation, prefecture), `${prefecture}平均`),
    peers: tableMeans(nation, peers, '比較団体平均'),
    peerCount: peers.length,
  };
};

const rowsOf = ({ table }: Nation, prefecture: string): readonly number[] =>
  [...table.municipalities.keys()].filter((row) => table.municipalities[row]?.prefecture === prefecture);

const peerRows = ({ ranks }: Nation): readonly number[] => {
  const groups = ranks.scopes.find(({ name }) => name === 'peers')?.groups;
  return groups === undefined ? [] : [...groups.keys()].filter((row) => groups[row] === 0);
};
