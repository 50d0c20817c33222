import { engineVersion, type Steps } from '../kernel';
import { criteriaCoverage, type CriteriaCoverage, type Reading } from '../answers';
import type { Problem } from '../problems';
import { insuredOf, type Nation } from '../rank';
import type { ScoredMunicipality, ScoredNation, SourceFile } from './results';
import { nationalUnder, schemeHash } from '../schemes';
import { explainScore, pointsOf } from '../score';
import { a1 } from '../workbook';
import { answersText, codeOfAnswers } from './checkCode';
import { otherRules } from './fromAnswers';
import { scoredOrigin } from './scoredOrigin';

/** The results of a national table: one municipality a row, ranked in the table. */
export function* nationResults(
  nation: Nation,
  notes: readonly Problem[],
  source: SourceFile | undefined,
  reading: Reading,
): Steps<ScoredNation> {
  const { scheme, criteriaFound } = nation.table;
  const coverage = criteriaCoverage(scheme, (index) => criteriaFound[index] === 1);
  const width = nation.scores.compiled.criterionCount;
  const statesOf = (row: number): Uint8Array => nation.table.states.subarray(row * width, (row + 1) * width);
  const municipalities: ScoredMunicipality[] = [];
  const texts: string[] = [];
  for (let row = 0; row < nation.table.count; row += 1) {
    if (row % rowsAtOnce === 0) yield;
    const result = resultOfRow(nation, row, { states: statesOf(row), source, coverage });
    municipalities.push(result);
    texts.push(answersText({ identity: result.identity, states: statesOf(row) }));
  }
  yield;
  const hash = schemeHash(scheme);
  yield;
  const checkCode = codeOfAnswers(scheme, texts);
  yield;
  return {
    scheme,
    schemeHash: hash,
    national: nationalUnder(scheme),
    nation,
    subject: 'nation',
    municipalities,
    problems: [...notes, ...otherRules(scheme), ...nation.problems],
    checkCode,
    engineVersion,
    sources: source === undefined ? [] : [source],
    reading: [reading],
  };
}

const rowsAtOnce = 128;

interface RowContext {
  readonly states: Uint8Array;
  readonly source: SourceFile | undefined;
  readonly coverage: CriteriaCoverage;
}

const resultOfRow = (nation: Nation, row: number, { states, source, coverage }: RowContext): ScoredMunicipality => {
  const { table, points } = nation;
  const identity = table.municipalities[row];
  if (identity === undefined) throw new RangeError(`resultOfRow: no row ${row}`);
  const { compiled } = points.least;
  const blocks = compiled.blocks.map((block, at) => ({
    block,
    points: pointsOf(points.least, row, at),
    most: pointsOf(points.most, row, at),
  }));
  const range = {
    least: pointsOf(points.least, row, compiled.totalBlock),
    most: pointsOf(points.most, row, compiled.totalBlock),
  };
  const place = { sheet: table.sheet, cell: a1(table.rows[row] ?? 0, 0) };
  return {
    identity,
    insured: { workbook: undefined, table: insuredOf(table, row) },
    blocks,
    total: range.least,
    range,
    provisional: blocks.some((block) => block.points !== block.most),
    coverage,
    awards: () => explainScore(table.scheme, states, nation.ownTotalSource),
    cellOf: () => place,
    originOf: (block) => scoredOrigin(table.scheme, block, () => place, table.sheet),
    sourceOf: () => source,
    nationRow: row,
    rank: { national: nation.nationalRank(row), prefecture: nation.prefectureRank(row) },
  };
};
