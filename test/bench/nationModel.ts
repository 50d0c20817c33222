import { criterionIndexOf } from '../../src/schemes';
import { answerState } from '../../src/answers';
import { a1Range, columnName } from '../../src/workbook';
import { compileScheme } from '../../src/score';
import { syntheticNation } from '../fixtures/syntheticNation';

/** The same model for every contestant: points per criterion, insured persons, and where the groups lie. */
export interface NationModel {
  readonly nation: ReturnType<typeof syntheticNation>;
  readonly count: number;
  readonly width: number;
  /** Points earned, municipality after municipality. */
  readonly earned: Uint8Array;
  readonly insured: Float64Array;
  /** Per group: first and last criterion, and how often it counts (goal Ⅳ twice). */
  readonly groups: readonly { readonly first: number; readonly last: number; readonly times: number }[];
}

/** The invented nation of R8 as numbers. */
export const nationModel = (): NationModel => {
  const nation = syntheticNation({ year: 'R8' });
  const { all } = criterionIndexOf(nation.scheme);
  const { groupBlock, blocks, firstCriterion, endCriterion } = compileScheme(nation.scheme);
  const earned = Uint8Array.from(nation.states, (state, at) =>
    state === answerState.met ? (all[at % all.length]?.criterion.points ?? 0) : 0,
  );
  const groups = [...new Set(groupBlock)].map((block) => {
    const own = Array.from(groupBlock.keys()).filter((indicator) => groupBlock[indicator] === block);
    return {
      first: firstCriterion[own[0] ?? 0] ?? 0,
      last: (endCriterion[own.at(-1) ?? 0] ?? 1) - 1,
      times: blocks[block]?.grant === 'common' ? 2 : 1,
    };
  });
  const insured = Float64Array.from(nation.places, (place) => place.insured);
  return { nation, count: nation.places.length, width: all.length, earned, insured, groups };
};

/** One worksheet row: the points, the insured, 13 sums, the total, the rank (COUNTIF) and the share (SUMPRODUCT). */
export const formulaRow = (model: NationModel, row: number): readonly (number | string)[] => {
  const { count, width, earned, insured, groups } = model;
  const values = Array.from(earned.subarray(row * width, (row + 1) * width));
  const sums = groups.map(({ first, last }) => `=SUM(${a1Range({ top: row, left: first, bottom: row, right: last })})`);
  const at = (place: number): string => `${columnName(width + 1 + place)}${String(row + 1)}`;
  const total = `=${groups.map(({ times }, place) => (times === 1 ? at(place) : `${String(times)}*${at(place)}`)).join('+')}`;
  const totals = whole(width + 1 + groups.length, count);
  const persons = whole(width, count);
  const own = at(groups.length);
  return [
    ...values,
    insured[row] ?? 0,
    ...sums,
    total,
    `=COUNTIF(${totals},">"&${own})+1`,
    `=${own}*${columnName(width)}${String(row + 1)}/SUMPRODUCT(${totals},${persons})`,
  ];
};

const whole = (column: number, count: number): string =>
  `$${columnName(column)}$1:$${columnName(column)}$${String(count)}`;
