import { problem } from '../../problems';
import { alternativesOf, criterionIndexOf, type Criterion, type Indicator, type Scheme } from '../../schemes';
import { cellAt } from '../../workbook';
import { indicatorRowsOf, type IndicatorRow } from '../alignment/indicatorRows';
import { answerState } from '../answerState';
import { readNumber } from '../numbers';
import type { AnswerTable } from '../tables/answerTable';
import { addressIn } from '../tables/turned';
import { headerMeaning, type HeaderMeaning } from './headerMeaning';
import { headerReader, type ColumnHeader } from './headerTexts';
import type { AnswerGroups, ColumnReading } from './readAnswerGroups';
import type { ColumnAnswer } from './readGroup';

interface PointsColumn {
  readonly column: number;
  readonly header: ColumnHeader;
  readonly meaning: HeaderMeaning;
  /** The points at each row; undefined where none stand or they are no points of the indicator. */
  readonly points: readonly (number | undefined)[];
}

/** A table of all 1,741 fits. */
const mostColumns = 2000;
/** A column that is filled in fewer rows holds something else. */
const mostlyFilled = 0.6;

/**
 * Reads a table that gives the points of each indicator and no answers (rules/design.md#layouts): points of blocks and the
 * total are certain; which branches were met is told only as far as the points tell it, and the reader is told so. Undefined
 * where the table is none, or where several columns could be the points.
 */
export const readIndicatorPoints = (table: AnswerTable, scheme: Scheme): AnswerGroups | undefined => {
  const rows = indicatorRowsOf(table, scheme);
  if (rows.length === 0) return undefined;
  const columns = pointsColumns(table, scheme, rows);
  const named = columns.filter(({ meaning }) => meaning.municipality !== undefined);
  const used = named.length > 0 ? named : columns;
  if (used.length === 0 || (named.length === 0 && used.length > 1)) return undefined;
  return { groups: used.map((column) => readingOf(table, scheme, rows, column)), aside: [], problems: [] };
};

const notPoints: ReadonlySet<HeaderMeaning['kind']> = new Set([
  ...(['note', 'figure', 'plan', 'no', 'not-applicable', 'lack', 'lost'] as const),
]);

const pointsColumns = (table: AnswerTable, scheme: Scheme, rows: readonly IndicatorRow[]): readonly PointsColumn[] => {
  const { sheet } = table;
  const labels = new Set(table.columns.values());
  const headerOf = headerReader(table, rows[0]?.row ?? table.headerRow + 1);
  const width = Math.min(mostColumns, Math.max(...rows.map(({ row }) => sheet.grid[row]?.length ?? 0)));
  const found: PointsColumn[] = [];
  for (let column = 0; column < width; column += 1) {
    if (labels.has(column)) continue;
    const points = rows.map(({ row, indicator }) => pointsOf(cellAt(sheet.grid, row, column), indicator));
    if (points.filter((value) => value !== undefined).length < rows.length * mostlyFilled) continue;
    if (points.every((value, at) => value === rows[at]?.indicator.maxPoints)) continue;
    const header = headerOf(column);
    const meaning = headerMeaning(header.texts);
    const otherYear =
      meaning.year === 'last' || (meaning.year?.startsWith('R') === true && meaning.year !== scheme.fiscalYear);
    if (!notPoints.has(meaning.kind) && !otherYear) found.push({ column, header, meaning, points });
  }
  return found;
};

const pointsOf = (cell: Parameters<typeof readNumber>[0], { maxPoints }: Indicator): number | undefined => {
  const reading = readNumber(cell);
  if (reading.kind !== 'number' || !Number.isInteger(reading.value)) return undefined;
  return reading.value >= 0 && reading.value <= maxPoints ? reading.value : undefined;
};

const readingOf = (
  { sheet }: AnswerTable,
  scheme: Scheme,
  rows: readonly IndicatorRow[],
  { column, header, meaning, points }: PointsColumn,
): ColumnReading => {
  const { byId } = criterionIndexOf(scheme);
  const answers = rows.flatMap(({ row, indicator }, at): readonly ColumnAnswer[] => {
    const met = points[at] === undefined ? undefined : criteriaWorth(indicator, points[at]);
    return indicator.criteria.flatMap((one) => {
      const criterion = byId.get(one.id);
      if (criterion === undefined) return [];
      const state = met === undefined ? 'blank' : answerState[met.has(one) ? 'met' : 'unmet'];
      return [{ criterion, state, sheet, row, column }];
    });
  });
  const { municipality, standIn } = meaning;
  return {
    sheet: sheet.name,
    owner: { column, headerCell: header.cell, ...(municipality && { municipality }), ...(standIn && { standIn }) },
    columns: [column],
    roles: [{ column, header: header.shown, role: 'points-earned' }],
    answers,
    saysNo: true,
    saysYes: points.some((value) => value !== undefined && value > 0),
    sums: [],
    problems: [
      problem(
        'points-of-indicators',
        { sheet: sheet.name, cell: addressIn(sheet, rows[0]?.row ?? 0, column) },
        { count: rows.length },
      ),
    ],
  };
};

/** Criteria of one alternative that are together worth so many points, the first of the file first; undefined without any. */
const criteriaWorth = (indicator: Indicator, points: number): ReadonlySet<Criterion> | undefined => {
  for (const alternative of alternativesOf(indicator)) {
    const found = summingTo(alternative, points);
    if (found !== undefined) return new Set(found);
  }
  return undefined;
};

const summingTo = (criteria: readonly Criterion[], points: number): readonly Criterion[] | undefined => {
  if (points === 0) return [];
  const [first, ...others] = criteria;
  if (first === undefined || points < 0) return undefined;
  const rest = summingTo(others, points - first.points);
  return rest === undefined ? summingTo(others, points) : [first, ...rest];
};
