import { engineVersion } from '../kernel';
import type { Problem } from '../problems';
import { insuredOf, rankAt, type Nation } from '../rank';
import { onceAsked, type ScoredMunicipality, type ScoredNation, type SourceFile } from './results';
import { nationalUnder, schemeHash } from '../schemes';
import { explainScore, pointsOf } from '../score';
import { a1 } from '../workbook';
import { checkCode } from './checkCode';
import { otherRules } from './fromAnswers';
import { scoredOrigin } from './scoredOrigin';

/** The results of a national table: one municipality a row, ranked in the table. */
export const nationResults = (
  nation: Nation,
  notes: readonly Problem[],
  source: SourceFile | undefined,
): ScoredNation => {
  const { scheme } = nation.table;
  const width = nation.scores.compiled.criterionCount;
  const statesOf = (row: number): Uint8Array => nation.table.states.subarray(row * width, (row + 1) * width);
  const members = new Map<string | undefined, number>();
  for (const { prefecture } of nation.table.municipalities) members.set(prefecture, (members.get(prefecture) ?? 0) + 1);
  return {
    scheme,
    schemeHash: schemeHash(scheme),
    national: nationalUnder(scheme),
    nation,
    subject: 'nation',
    municipalities: nation.table.municipalities.map(({ prefecture }, row) =>
      resultOfRow(nation, row, { states: statesOf(row), source, members: members.get(prefecture) ?? 0 }),
    ),
    problems: [...notes, ...otherRules(scheme), ...nation.problems],
    checkCode: checkCode(
      scheme,
      nation.table.municipalities.map((identity, row) => ({ identity, states: statesOf(row) })),
    ),
    engineVersion,
    sources: source === undefined ? [] : [source],
  };
};

interface RowContext {
  readonly states: Uint8Array;
  readonly source: SourceFile | undefined;
  /** Municipalities of its prefecture in the table. */
  readonly members: number;
}

const resultOfRow = (nation: Nation, row: number, { states, source, members }: RowContext): ScoredMunicipality => {
  const { table, scores, ranks } = nation;
  const identity = table.municipalities[row];
  if (identity === undefined) throw new RangeError(`resultOfRow: no row ${row}`);
  const { blocks, totalBlock } = scores.compiled;
  const total = pointsOf(scores, row, totalBlock);
  const place = { sheet: table.sheet, cell: a1(table.rows[row] ?? 0, 0) };
  const inPrefecture = rankAt(ranks, 'prefecture', totalBlock, row);
  return {
    identity,
    insured: { workbook: undefined, table: insuredOf(table, row) },
    blocks: blocks.map((block, at) => {
      const points = pointsOf(scores, row, at);
      return { block, points, most: points };
    }),
    total,
    range: { least: total, most: total },
    provisional: false,
    awards: onceAsked(() => explainScore(table.scheme, states, nation.ownTotalSource)),
    cellOf: () => place,
    originOf: (block) => scoredOrigin(table.scheme, block, () => place, table.sheet),
    sourceOf: () => source,
    nationRow: row,
    rank: {
      national: nation.nationalRank(row),
      prefecture:
        inPrefecture === undefined ? null : { low: inPrefecture, high: inPrefecture, of: members, basis: 'table' },
    },
  };
};
