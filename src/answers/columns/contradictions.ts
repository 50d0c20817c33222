import { addressIn } from '../tables/turned';
import { problem, type Problem } from '../../problems';
import { isComputed, mostPoints, sumAtStake, type Criterion, type IndexedCriterion } from '../../schemes';
import type { SheetContent } from '../../workbook';
import { answerState } from '../answerState';
import { askedOf } from './cells';
import type { AnswerTable } from '../tables/answerTable';
import type { TableRows } from '../tables/tableRows';
import { columnCalled } from './headerTexts';
import type { GroupPlan } from './plan';
import type { Profile } from './profile';
import { holdsMarks, holdsPoints } from './profile';
import type { GroupReading } from './readGroup';

/** A group after its neighbours were heard: with further criteria held, or without grounds. */
export interface Contradicted {
  readonly reading: GroupReading;
  /** Set when most rows are contradicted, so that neither column can be believed. */
  readonly refused?: Problem;
}

/** So many rows may differ by slips, and a slip can be mended; more, or more than a tenth, and a column must be chosen. */
const fewRows = 3;

/**
 * Holds points beside the marks (or marks beside the points that are read) against the answers: rows that differ are held and
 * told with both figures, and where most differ the table is no form of answers.
 */
export const contradicted = (
  table: AnswerTable,
  { criteria }: TableRows,
  reading: GroupReading,
  beside: readonly Profile[],
  readsPoints: boolean,
): Contradicted => {
  const rivals = beside.filter(
    (profile) =>
      isAboutNow(profile) && (holdsPoints(profile) || (readsPoints && holdsMarks(profile) && promises(profile))),
  );
  let current = reading;
  for (const rival of rivals) {
    const rows = comparedRows(current, rival, criteria);
    const differing = rowsThatDiffer(rows);
    const [first] = differing;
    if (first === undefined || rows.length < fewestRows) continue;
    const place = {
      sheet: table.sheet.name,
      cell: addressIn(table.sheet, criteria[first.at]?.row ?? 0, rival.column),
      found: sumOf(rows, ({ theirs }) => theirs),
      expected: sumOf(rows, ({ ours }) => ours),
      pointsAtStake: sumAtStake(differing.map(({ criterion }) => criterion)),
      asked: askedOf(
        'met-unmet',
        differing.flatMap(({ at }) => current.answers[at] ?? []),
      ),
    };
    const facts = { column: columnCalled(rival.column, rival.header), count: differing.length, rows: rows.length };
    if (differing.length * 2 > rows.length) {
      return { reading: current, refused: problem('points-speak-against', place, facts) };
    }
    const many = differing.length > Math.max(fewRows, rows.length / 10);
    const name = many ? 'points-differ-often' : 'points-differ-somewhere';
    current = {
      ...held(current, new Set(differing.map(({ at }) => at))),
      problems: [...current.problems, problem(name, place, facts)],
    };
  }
  return { reading: current };
};

const fewestRows = 3;

const isAboutNow = ({ meaning: { kind, year } }: Profile): boolean =>
  year !== 'last' &&
  (kind === 'earned' ||
    kind === 'unknown' ||
    kind === 'none' ||
    kind === 'year' ||
    kind === 'answer' ||
    kind === 'yes');

const promises = ({ meaning: { kind } }: Profile): boolean => kind === 'answer' || kind === 'yes';

interface ComparedRow {
  readonly at: number;
  readonly ours: boolean;
  readonly theirs: boolean;
  readonly points: number;
  readonly criterion: IndexedCriterion;
}

/**
 * Rows of alternatives differ only where the indicator comes to other points: the points of a form stand beside the better
 * one (rules/grants.md#best-of-alternatives). What is worked out from the total is not answered.
 */
const rowsThatDiffer = (rows: readonly ComparedRow[]): readonly ComparedRow[] => {
  const differing = rows.filter(({ ours, theirs, criterion }) => ours !== theirs && !isComputed(criterion.indicator));
  return differing.filter(({ criterion: { indicator } }) => {
    if (indicator.combine === 'sum') return true;
    const worth = (says: (row: ComparedRow) => boolean): number => {
      const met = rows.filter((row) => row.criterion.indicator === indicator && says(row));
      return mostPoints(indicator, new Set<Criterion>(met.map((row) => row.criterion.criterion)));
    };
    return worth(({ ours }) => ours) !== worth(({ theirs }) => theirs);
  });
};

const comparedRows = (
  { answers, saysNo, saysYes }: GroupReading,
  { readings, meaning }: Profile,
  criteria: TableRows['criteria'],
): readonly ComparedRow[] =>
  answers.flatMap(({ state, criterion }, at) => {
    const settled = state === 'blank' && saysYes && !saysNo ? answerState.unmet : state;
    const { points } = criterion.criterion;
    const said = saidBy(readings[at], points);
    const theirs = said === undefined || meaning.kind !== 'lost' ? said : !said;
    if (theirs === undefined || (settled !== answerState.met && settled !== answerState.unmet)) return [];
    if (criteria[at] === undefined) return [];
    const ours = settled === answerState.met;
    return [{ at, ours, theirs, points, criterion }];
  });

const saidBy = (reading: Profile['readings'][number] | undefined, points: number): boolean | undefined => {
  if (reading?.kind === 'met') return true;
  if (reading?.kind === 'unmet') return false;
  if (reading?.kind !== 'number') return undefined;
  return reading.value === 0 ? false : reading.value === points ? true : undefined;
};

const sumOf = (rows: readonly ComparedRow[], says: (row: ComparedRow) => boolean): string =>
  String(rows.reduce((sum, row) => sum + (says(row) ? row.points : 0), 0));

/**
 * A － beside last year's answers may stand for "as last year": where many stand at rows that were answered then, and the
 * column has another sign for "no", they are held.
 */
export const dashesHeld = (
  sheet: SheetContent,
  { units, lastYear }: GroupPlan,
  reading: GroupReading,
): GroupReading => {
  const [unit, ...others] = units;
  const [column] = unit?.columns ?? [];
  if (unit?.kind !== 'single' || column === undefined || others.length > 0) return reading;
  const isDash = ({ kind, ...rest }: Profile['readings'][number]): boolean =>
    kind === 'not-applicable' && 'text' in rest && rest.text === '-';
  const [before] = lastYear.map(({ readings, header }) => ({
    header,
    rows: column.readings.flatMap((one, at) => {
      const then = readings[at]?.kind;
      return isDash(one) && (then === 'met' || then === 'unmet') ? [at] : [];
    }),
  }));
  if (before === undefined || before.rows.length * 5 <= column.readings.length) return reading;
  if (!column.readings.some(({ kind }) => kind === 'unmet')) return reading;
  const asked = before.rows.flatMap((at) => reading.answers[at] ?? []);
  const [first] = asked;
  if (first === undefined) return reading;
  const stake = sumAtStake(asked.map(({ criterion }) => criterion));
  const place = {
    sheet: sheet.name,
    cell: addressIn(sheet, first.row, first.column),
    pointsAtStake: stake,
    asked: askedOf('met-unmet', asked),
  };
  const told = problem('dash-beside-last-year', { ...place, found: before.header.shown }, { count: asked.length });
  const after = held(reading, new Set(before.rows));
  return { ...after, problems: [...after.problems, told] };
};

const held = (reading: GroupReading, rows: ReadonlySet<number>): GroupReading => ({
  ...reading,
  answers: reading.answers.map((answer, at) => (rows.has(at) ? { ...answer, state: answerState.held } : answer)),
});
