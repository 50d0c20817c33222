import { cite, type NationalFigures, type Origin } from '../schemes';
import type { Nation } from './nation';
import type { RankBand } from './rankBand';

/** What ranks of a run are worked out from. */
export interface RankedIn {
  readonly nation: Nation | undefined;
  readonly national: NationalFigures | undefined;
}

/**
 * Where a rank of this basis comes from. Without all municipalities a national rank is the one printed in the table;
 * undefined where what it would rest on is not at hand.
 */
export const rankOrigin = (
  { nation, national }: RankedIn,
  basis: RankBand['basis'],
  scope: 'nation' | 'prefecture' = 'nation',
): Origin | undefined => {
  switch (basis) {
    case 'table':
      if (nation === undefined) return undefined;
      return nation.complete || scope === 'prefecture'
        ? { kind: 'table', sheet: nation.table.sheet, municipalities: nation.table.count }
        : { kind: 'table-row', sheet: nation.table.sheet };
    case 'distribution':
      return national && { kind: 'ranked', by: basis, cited: cite(national.documents, national.source) };
    case 'known-pairs':
      return (
        national && {
          kind: 'ranked',
          by: basis,
          cited: cite(national.documents, national.knownRanksSource ?? national.source),
        }
      );
    case 'none':
      return national && { kind: 'published', cited: cite(national.documents, national.source) };
  }
};
