import { problem, type Problem } from '../../problems';
import type { Indicator, Scheme } from '../../schemes';
import { firstColumn, type AnswerTable } from '../tables/answerTable';
import { addressIn } from '../tables/turned';
import type { Alignment } from './alignRows';
import { criterionOfRow, wayOfBranches } from './branches';
import { evidenceOf } from './evidence';
import type { PlacedRun } from './indicatorRuns';
import { rowsOfYear } from './labelledRows';
import { placeByLabels } from './placeRuns';

/**
 * How often the rows of tables speak against a scheme: strangers, contradictions, and criteria without a row although others
 * of their indicator have one (another year's form, or a row struck out). Undefined where no row is of the scheme.
 */
export const contradictionsAmong = (alignments: readonly Alignment[]): number | undefined => {
  const found = new Map<Indicator, Set<number>>();
  let sum = 0;
  for (const alignment of alignments) {
    sum += alignment.strangers.length + shiftedRuns(alignment) + otherPoints(alignment);
    for (const { criterion } of alignment.criteria) {
      const here = found.get(criterion.indicator);
      if (here === undefined) found.set(criterion.indicator, new Set([criterion.index]));
      else here.add(criterion.index);
    }
  }
  if (found.size === 0) return undefined;
  for (const [indicator, rows] of found) sum += indicator.criteria.length - rows.size;
  return sum;
};

/**
 * Whether the rows of tables surely speak against a scheme more than `most` times: nothing is looked at beyond what shows
 * it, so a year that cannot fit costs little. False says nothing.
 */
export const contradictMore = (tables: readonly AnswerTable[], scheme: Scheme, most: number): boolean => {
  let count = 0;
  for (const table of tables) {
    const { runs } = rowsOfYear(table, scheme);
    const evidence = evidenceOf(scheme, runs, table.title.place ?? {});
    for (const run of runs) {
      count += leastAgainst(placeByLabels(evidence, run));
      if (count > most) return true;
    }
  }
  return false;
};

/** What speaks against a run, whatever is found out of the others; one whose number names another may be moved yet. */
const leastAgainst = ({ run, indicator, numbered }: PlacedRun): number => {
  if (indicator === undefined || numbered !== undefined) return 0;
  const way = wayOfBranches(run.rows, indicator);
  let count = 0;
  for (const [at, row] of run.rows.entries()) {
    const criterion = criterionOfRow(way, indicator, row, at);
    if (criterion === undefined || (row.points !== undefined && row.points !== criterion.points)) count += 1;
  }
  return count;
};

const shiftedRuns = ({ placed }: Alignment): number => {
  let count = 0;
  for (const { indicator, numbered } of placed) if (indicator !== undefined && numbered !== undefined) count += 1;
  return count;
};

const otherPoints = ({ asking, criterionOf }: Alignment): number => {
  let count = 0;
  for (const { row, points } of asking) {
    const criterion = criterionOf.get(row)?.criterion;
    if (criterion !== undefined && points !== undefined && points !== criterion.points) count += 1;
  }
  return count;
};

/** The names and points printed beside criteria that speak against them: another year's form, or a shifted row. */
export const contradictionsOf = (
  { sheet, columns }: AnswerTable,
  { asking, placed, criterionOf }: Alignment,
): readonly Problem[] => {
  const names = columns.get('indicator') ?? firstColumn({ columns });
  const shifted = placed.flatMap(({ run, indicator, numbered }): readonly Problem[] => {
    const row = run.rows[0]?.row;
    if (indicator === undefined || numbered === undefined || row === undefined) return [];
    return [
      problem('name-of-another-indicator', {
        sheet: sheet.name,
        cell: addressIn(sheet, row, names),
        found: `${run.labels.number ?? ''} ${run.labels.name ?? ''}`,
        expected: indicator.name,
        criterion: criterionOf.get(row)?.criterion.id ?? indicator.id,
      }),
    ];
  });
  const points = asking.flatMap(({ row, points: printed }): readonly Problem[] => {
    const criterion = criterionOf.get(row)?.criterion;
    if (criterion === undefined || printed === undefined || printed === criterion.points) return [];
    return [
      problem('points-differ', {
        sheet: sheet.name,
        cell: addressIn(sheet, row, columns.get('points') ?? 0),
        found: String(printed),
        expected: String(criterion.points),
        criterion: criterion.id,
      }),
    ];
  });
  return [...shifted, ...points];
};
