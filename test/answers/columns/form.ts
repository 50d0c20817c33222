import { evaluate, municipalitiesOf, type EvaluationOptions } from '../../../src/evaluation';
import type { CellValue, Rectangle } from '../../../src/workbook';
import { answerForm, schemeFor, workbook } from '../../builders/answerSheets';

/** One criterion of the form: its place among all, and whether it is met in truth. */
export interface Asked {
  readonly at: number;
  readonly points: number;
  readonly met: boolean;
}

interface Columns {
  /** The headers right of the labels, one list for each header row; the last row stands beside the labels' header. */
  readonly headers: readonly (readonly CellValue[])[];
  readonly cells: (asked: Asked) => readonly CellValue[];
  readonly merges?: readonly Rectangle[];
  readonly notes?: readonly string[];
  readonly year?: string;
  /** Columns of the labels; 0-based, of the eight of the form. */
  readonly labels?: number;
}

/** R6: nothing is worked out by ourselves, so that points are those of the answers. */
const usual = 'R6';
const labelled = 7;

/** Every third criterion is met, in a pattern that no shift of rows repeats. */
export const truth = (at: number): boolean => at % 3 === 0 || at % 7 === 2;

/** A form with these columns instead of 回答. */
export const formWith = ({ headers, cells, notes = [], year = usual }: Columns): readonly (readonly CellValue[])[] => {
  const form = answerForm({ year, municipality: '北塩原村', prefecture: '福島県', mark: () => null });
  const [title = [], town = [], blank = [], header = [], ...rows] = form;
  const over = headers.slice(0, -1).map((row) => [...Array<null>(labelled).fill(null), ...row]);
  return [
    title,
    town,
    ...notes.map((note) => [note]),
    blank,
    ...over,
    [...header.slice(0, labelled), ...(headers.at(-1) ?? [])],
    ...rows.map((row, at) => [
      ...row.slice(0, labelled),
      ...cells({ at, points: Number(row[labelled - 1]), met: truth(at) }),
    ]),
  ];
};

/** The points of the truth. */
export const trueTotal = (year = usual): number => {
  const criteria = schemeFor(year).indicators.flatMap((indicator) => indicator.criteria);
  const form = answerForm({
    year,
    municipality: '北塩原村',
    prefecture: '福島県',
    mark: ({ id }) => (truth(criteria.findIndex((one) => one.id === id)) ? '○' : '×'),
  });
  const result = evaluate(workbook({ name: '回答', grid: form }));
  const [only] = result.ok ? municipalitiesOf(result.value) : [];
  if (only === undefined) throw new Error('the plain form is not read');
  return only.total;
};

interface Outcome {
  readonly least?: number;
  readonly most?: number;
  readonly provisional?: boolean;
  /** Names of all problems that are more than information about answers of tiers. */
  readonly names: readonly string[];
  readonly facts: Readonly<Record<string, unknown>>;
}

/** What a form with these columns comes to. */
export const read = (columns: Columns, options: EvaluationOptions = {}): Outcome => {
  const result = evaluate(workbook({ name: '回答', grid: formWith(columns), merges: columns.merges ?? [] }), options);
  const problems = (result.ok ? result.value.problems : result.problems).filter(
    ({ name }) => !name.startsWith('tier-gap'),
  );
  const names = problems.map(({ name }) => name);
  const facts = Object.fromEntries(
    problems.map(({ name, found, expected, cell, pointsAtStake, facts: words }) => [
      name,
      { found, expected, cell, pointsAtStake, ...words },
    ]),
  );
  const [only] = result.ok ? municipalitiesOf(result.value) : [];
  if (only === undefined) return { names, facts };
  const { least, most } = only.range;
  return { least, most, provisional: only.provisional, names, facts };
};

/** The truth, exactly. */
export const exactly = { least: trueTotal(), most: trueTotal(), provisional: false } as const;
