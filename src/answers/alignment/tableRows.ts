import { foldLabel, foldText, groupedBy } from '../../kernel';
import { problem, type Problem } from '../../problems';
import { criterionIndexOf, type IndexedCriterion, type Indicator, type Scheme } from '../../schemes';
import { cellAt } from '../../workbook';
import { firstColumn, printedPoints, type AnswerTable } from '../tables/answerTable';
import { headingColumns, rowLabelReader, type RowLabels } from '../tables/rowLabels';
import type { TableRows } from '../tables/tableRows';
import { addressIn } from '../tables/turned';
import { yearsMentioned } from '../years/writtenYears';
import { criteriaOfRun } from './branches';
import { indicatorRuns, type AskingRow } from './indicatorRuns';
import { numberingOf } from './numbering';
import { placeRuns, type PlacedRun } from './placeRuns';
import { sumLabelAside, sumsOf, type LabelledSum } from './sumRows';

const made = new WeakMap<AnswerTable, Map<Scheme, TableRows>>();

/**
 * Recognises the rows of a table as criteria of a scheme by all they say together: names, numbers, branches, points,
 * headings, and their order. Rows of other years are passed over; what is nobody's is told, once for a cause.
 */
export const readTableRows = (table: AnswerTable, scheme: Scheme): TableRows => {
  const known = made.get(table) ?? new Map<Scheme, TableRows>();
  made.set(table, known);
  const rows = known.get(scheme) ?? alignRows(table, scheme);
  known.set(scheme, rows);
  return rows;
};

const alignRows = (table: AnswerTable, scheme: Scheme): TableRows => {
  const { asking, sumRows, elsewhen } = labelledRows(table, scheme);
  const named = asking.filter(({ labels }) => labels.id === undefined && labels.unread === undefined);
  const runs = indicatorRuns(named);
  const placed = placeRuns(scheme, runs, table.title.place ?? {}, numberingOf(scheme, runs));
  const criterionOf = new Map<number, IndexedCriterion>();
  for (const one of placed) {
    for (const [at, entry] of entriesOf(scheme, one).entries()) {
      const row = one.run.rows[at]?.row;
      if (row !== undefined && entry !== undefined) criterionOf.set(row, entry);
    }
  }
  identified(asking, scheme, criterionOf);
  const criteria = asking.flatMap(({ row }) => {
    const criterion = criterionOf.get(row);
    return criterion === undefined ? [] : [{ row, criterion }];
  });
  const strangers = asking.filter(({ row }) => !criterionOf.has(row));
  const contradictions = contradictionsOf(table, asking, placed, criterionOf);
  return {
    criteria,
    strangers: strangers.map(({ row }) => row),
    sums: sumsOf(table, scheme, sumRows, criteria),
    fit: {
      found: criteria.length,
      strangers: strangers.length,
      contradictions: contradictions.length,
    },
    problems: [...contradictions, ...unknownCriteria(table, strangers, placed), ...ofAnotherTime(table, elsewhen)],
  };
};

const labelledRows = (table: AnswerTable, scheme: Scheme) => {
  const readRow = rowLabelReader(table, new Map(scheme.goals.map(({ name, goal }) => [foldLabel(name), goal])));
  const asking: AskingRow[] = [];
  const sumRows: LabelledSum[] = [];
  const elsewhen = new Map<string, number[]>();
  let heading: string | undefined;
  for (let row = table.headerRow + 1; row <= table.lastRow; row += 1) {
    const reading = readRow(row);
    const asks = reading.kind === 'labels' && (reading.asks || reading.unread !== undefined);
    if (!asks && reading.kind !== 'sum') heading = timeAfter(table, row, scheme, heading);
    const aside = reading.kind === 'empty' && heading === undefined ? sumLabelAside(table, row) : undefined;
    if (aside !== undefined) sumRows.push({ row, texts: aside });
    if (reading.kind === 'empty' || (reading.year !== undefined && reading.year !== scheme.fiscalYear)) continue;
    if (heading !== undefined) {
      if (asks) elsewhen.set(heading, [...(elsewhen.get(heading) ?? []), row]);
    } else if (reading.kind === 'sum') sumRows.push({ row, texts: reading.texts });
    else if (asks) asking.push({ row, labels: reading, points: printedPoints(table, row) });
  }
  return { asking, sumRows, elsewhen };
};

const longestHeading = 40;
const ofOtherTime =
  /(?:前年度?|昨年度?|前回|去年)(?:の|分の?)?(?:回答|提出|点検|まま|写し)|以下.{0,8}(?:前年|昨年|前回)/;
const ofThisTime = /ここまで|以上|今年度|本年度|今回/;

/** The heading that says the rows from here on are another time's (【令和7年度の回答】), until one says they are not. */
const timeAfter = (
  { sheet }: AnswerTable,
  row: number,
  { fiscalYear }: Scheme,
  before: string | undefined,
): string | undefined => {
  let heading = before;
  for (let column = 0; column < headingColumns; column += 1) {
    const value = cellAt(sheet.grid, row, column);
    if (typeof value !== 'string' || value === '' || value.length > longestHeading) continue;
    const text = foldText(value);
    const years = yearsMentioned([text.replace(/^[【(「■●※*\s]+/, '')]);
    const bare = /^\D{0,6}\d{1,4}年?度?(?:の回答|回答|分)?\D{0,2}$/.test(text);
    if (years.includes(fiscalYear) || ofThisTime.test(text)) heading = undefined;
    else if (ofOtherTime.test(text) || (years.length > 0 && (bare || text.includes('回答')))) heading = text;
  }
  return heading;
};

const ofAnotherTime = ({ sheet }: AnswerTable, elsewhen: ReadonlyMap<string, readonly number[]>): readonly Problem[] =>
  [...elsewhen].map(([heading, rows]) =>
    problem(
      'rows-of-another-time',
      { sheet: sheet.name, cell: addressIn(sheet, rows[0] ?? 0, 0), found: heading },
      { count: rows.length },
    ),
  );

const entriesOf = (scheme: Scheme, { run, indicator }: PlacedRun): readonly (IndexedCriterion | undefined)[] => {
  if (indicator === undefined) return [];
  const { byId } = criterionIndexOf(scheme);
  return criteriaOfRun(run, indicator).map((criterion) => criterion && byId.get(criterion.id));
};

/** A row that names an id is that criterion, unless its labels name another. */
const identified = (asking: readonly AskingRow[], scheme: Scheme, criterionOf: Map<number, IndexedCriterion>): void => {
  const withId = asking.filter(({ labels }) => labels.id !== undefined);
  if (withId.length === 0) return;
  const { byId } = criterionIndexOf(scheme);
  const runs = indicatorRuns(withId.filter(({ labels }) => labels.branch !== undefined && labels.unread === undefined));
  const byLabels = new Map(
    placeRuns(scheme, runs, {}, numberingOf(scheme, runs)).flatMap((one) =>
      entriesOf(scheme, one).map((entry, at) => [one.run.rows[at]?.row, entry] as const),
    ),
  );
  for (const { row, labels } of withId) {
    const entry = byId.get(labels.id ?? '');
    const labelled = byLabels.get(row);
    if (entry !== undefined && labels.unread === undefined && (labelled === undefined || labelled === entry)) {
      criterionOf.set(row, entry);
    }
  }
};

/**
 * How often the rows of tables speak against a scheme: strangers, contradictions, and criteria without a row although others
 * of their indicator have one (another year's form, or a row struck out). Undefined where no row is of the scheme.
 */
export const contradictionsAmong = (tables: readonly TableRows[]): number | undefined => {
  const found = new Map<Indicator, Set<number>>();
  for (const { criterion } of tables.flatMap(({ criteria }) => criteria)) {
    const here = found.get(criterion.indicator) ?? new Set();
    here.add(criterion.index);
    found.set(criterion.indicator, here);
  }
  if (found.size === 0) return undefined;
  let sum = tables.reduce((all, { fit }) => all + fit.strangers + fit.contradictions, 0);
  for (const [indicator, rows] of found) sum += indicator.criteria.length - rows.size;
  return sum;
};

/** The names and points printed beside criteria that speak against them: another year's form, or a shifted row. */
const contradictionsOf = (
  table: AnswerTable,
  asking: readonly AskingRow[],
  placed: readonly PlacedRun[],
  criterionOf: ReadonlyMap<number, IndexedCriterion>,
): readonly Problem[] => {
  const shifted = placed.flatMap(({ run, indicator, numbered }): readonly Problem[] => {
    const row = run.rows[0]?.row;
    if (indicator === undefined || numbered === undefined || row === undefined) return [];
    return [
      problem('name-of-another-indicator', {
        sheet: table.sheet.name,
        cell: addressIn(table.sheet, row, table.columns.get('indicator') ?? firstColumn(table)),
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
        sheet: table.sheet.name,
        cell: addressIn(table.sheet, row, table.columns.get('points') ?? 0),
        found: String(printed),
        expected: String(criterion.points),
        criterion: criterion.id,
      }),
    ];
  });
  return [...shifted, ...points];
};

/** Causes are told one by one up to here. */
const mostTold = 20;

/** Rows that ask for an answer, bear one, and are no criterion of this year: one problem for each indicator or label. */
const unknownCriteria = (
  table: AnswerTable,
  strangers: readonly AskingRow[],
  placed: readonly PlacedRun[],
): readonly Problem[] => {
  const nearestOf = new Map(
    placed.flatMap(({ run, indicator, nearest }) =>
      run.rows.map(({ row }) => [row, (indicator ?? nearest)?.name] as const),
    ),
  );
  const causes = groupedBy(
    strangers.filter(({ row }) => isAnswered(table, row)),
    ({ row, labels: { unread, number, name } }) =>
      unread ?? `${number ?? ''} ${name ?? ''} ${nearestOf.get(row) ?? ''}`,
  );
  return [...causes.values()].slice(0, mostTold).flatMap((rows) => {
    const [first] = rows;
    if (first === undefined) return [];
    return [
      problem(
        'unknown-criterion',
        {
          sheet: table.sheet.name,
          cell: addressIn(table.sheet, first.row, firstColumn(table)),
          found: first.labels.unread ?? first.labels.id ?? described(first.labels),
        },
        { count: rows.length, nearest: nearestOf.get(first.row) ?? 'なし' },
      ),
    ];
  });
};

const isAnswered = ({ sheet, columns, headerRow }: AnswerTable, row: number): boolean => {
  const labels = new Set(columns.values());
  return (
    headerRow >= -1 && (sheet.grid[row] ?? []).some((value, column) => !labels.has(column) && (value ?? '') !== '')
  );
};

const described = ({ goal, number, name, branch }: RowLabels): string =>
  [
    goal === undefined ? '' : `目標${goal}`,
    number === undefined ? '' : `指標${number}`,
    name ?? '',
    branch === undefined ? '' : `枝番${branch}`,
  ]
    .filter((part) => part !== '')
    .join(' ');
