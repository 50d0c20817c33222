import { nationBeside, type Results } from '../../src/evaluation';
import { reportSheets, resultSheets } from '../../src/report';
import type { SheetModel } from '../../src/workbook';
import { hachiojiFacts } from '../fixtures/hachiojiFacts';
import { syntheticNation } from '../fixtures/syntheticNation';
import { answerForm } from './answerSheets';
import { evaluated } from './evaluated';

/** What is known of the town beside its answers. */
export interface KnownOfTown {
  /** Insured, notice, last year: a paper gets lines and columns by them. */
  readonly facts?: true;
  /** One answer nobody can read. */
  readonly open?: true;
  readonly national?: true;
  readonly peers?: true;
}

/** Every sheet of one town of an invented nation of R8. */
export const sheetsOfTown = ({ facts, open, national, peers }: KnownOfTown): readonly SheetModel[] => {
  const nation = syntheticNation({ year: 'R8' });
  const { name: municipality, prefecture } = nation.places[20]!;
  const mark = ({ id }: { readonly id: string }) => (open && id === 'P2p1a' ? '△' : /[1a]$/.test(id) ? '○' : '×');
  const told = hachiojiFacts.filter(([label]) => !/年度$|市町村名|都道府県/.test(String(label)));
  const results: Results = evaluated(
    [
      { name: '回答', grid: answerForm({ year: 'R8', municipality, prefecture, mark }) },
      ...(facts ? [{ name: '設定', grid: told }] : []),
    ],
    {
      ...(national ? { national: nationBeside(nation.content, '全国集計.xlsx') } : {}),
      ...(peers ? { peers: nation.places.slice(21, 23).map((peer) => `${peer.prefecture}${peer.name}`) } : {}),
    },
  );
  return [...reportSheets(results, 'all'), ...resultSheets(results)];
};
