import { groupedBy } from '../../kernel';
import { problem, type Problem } from '../../problems';
import { goalNumeral, indicatorNotation, type Scheme } from '../../schemes';
import { firstColumn, type AnswerTable } from '../tables/answerTable';
import type { RowLabels } from '../tables/carriedLabels';
import type { TableRows } from '../tables/tableRows';
import { addressIn } from '../tables/turned';
import { alignmentOf, type Alignment } from './alignRows';
import { contradictionsOf } from './contradictions';
import { ofAnotherTime } from './otherTimes';
import { sumsOf } from './sumRows';

/** The rows of a table in its own year: rows of other years are passed over, what is nobody's is told, once for a cause. */
export const readTableRows = (table: AnswerTable, scheme: Scheme): TableRows => {
  const alignment = alignmentOf(table, scheme);
  const { criteria, strangers, sums, elsewhen } = alignment;
  return {
    criteria,
    strangers: strangers.map(({ row }) => row),
    sums: sumsOf(table, scheme, sums, criteria),
    problems: [
      ...contradictionsOf(table, alignment),
      ...unknownCriteria(table, alignment),
      ...ofAnotherTime(table, elsewhen),
    ],
  };
};

/** Causes are told one by one up to here. */
const mostTold = 20;

/** Rows that ask for an answer, bear one, and are no criterion of this year: one problem for each indicator or label. */
const unknownCriteria = (table: AnswerTable, { strangers, placed }: Alignment): readonly Problem[] => {
  const answered = strangers.filter(({ row }) => isAnswered(table, row));
  if (answered.length === 0) return [];
  const nearestOf = new Map(
    placed.flatMap(({ run, indicator, nearest }) =>
      run.rows.map(({ row }) => [row, inWords(indicator ?? nearest)] as const),
    ),
  );
  const causes = groupedBy(
    answered,
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
  if (headerRow < -1) return false;
  const labels = new Set(columns.values());
  return (sheet.grid[row] ?? []).some((value, column) => !labels.has(column) && (value ?? '') !== '');
};

/** 支援Ⅱ体制1 オ ケアプラン点検…, as far as the row says it. */
const described = ({ grant, goal, group, number, name, branch = '' }: RowLabels): string => {
  const place =
    grant !== undefined && goal !== undefined && group !== undefined && number !== undefined
      ? [indicatorNotation({ grant, goal, group, number })]
      : [goal === undefined ? '' : `目標${goalNumeral(goal)}`, number === undefined ? '' : `指標${number}`];
  return [...place, branchLabel(branch), name ?? ''].filter((part) => part !== '').join(' ');
};

/** a1 → ア① */
const branchLabel = (branch: string): string =>
  branch.replace(/^([a-h])([1-9]?)$/, (_, letter: string, digit: string) =>
    [
      `アイウエオカキク`.charAt(letter.charCodeAt(0) - 97),
      digit === '' ? '' : '①②③④⑤⑥⑦⑧⑨'.charAt(Number(digit) - 1),
    ].join(''),
  );

const inWords = (indicator: Scheme['indicators'][number] | undefined): string | undefined =>
  indicator && `${indicatorNotation(indicator)} ${indicator.name}`;
