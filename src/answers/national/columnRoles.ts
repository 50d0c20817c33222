import { at } from '../../kernel';
import { problem, type Problem } from '../../problems';
import {
  blockKey,
  blocksOf,
  criterionIndexOf,
  criterionNotation,
  isCommon,
  timesCounted,
  type Scheme,
} from '../../schemes';
import { a1, cellAt, type SheetContent } from '../../workbook';
import { readNumber } from '../numbers';
import { columnLabels, type ColumnLabels } from './columnLabels';
import type { HeaderBand } from './headerBand';
import { sumKey } from './sumKey';

/** What the columns right of the identity hold. */
export interface ColumnRoles {
  /** Per criterion index: its columns; two where a common goal stands under each grant. */
  readonly criteria: readonly (readonly number[])[];
  /** By block key: the columns of its sum. */
  readonly sums: ReadonlyMap<string, readonly number[]>;
  /** By block key: the column of the rank. */
  readonly ranks: ReadonlyMap<string, number>;
  /** Columns that are neither, with what stands over them: answers, raw figures, amounts. */
  readonly others: readonly ColumnLabels[];
  /** Columns of points whose header names no criterion of the year. */
  readonly unknown: number;
  readonly problems: readonly Problem[];
}

/**
 * Gives each column its meaning by its header. Where the row 配点 contradicts the scheme, the column is not used and a
 * problem says so. Branches that stand again without 配点, right of the total, are answers, not points.
 */
export const columnRoles = (
  sheet: SheetContent,
  band: HeaderBand,
  scheme: Scheme,
  pointsRow: number | undefined,
): ColumnRoles => {
  const { all, byId } = criterionIndexOf(scheme);
  const blocks = new Map(blocksOf(scheme).map((block) => [block.key, block]));
  const criteria = all.map((): number[] => []);
  const sums = new Map<string, number[]>();
  const ranks = new Map<string, number>();
  const others: ColumnLabels[] = [];
  const problems: Problem[] = [];
  const unknown: { readonly sheet: string; readonly cell: string; readonly found: string }[] = [];
  const pointsAt = (column: number): number | undefined => {
    const reading = readNumber(pointsRow === undefined ? null : cellAt(sheet.grid, pointsRow, column));
    return reading.kind === 'number' ? reading.value : undefined;
  };
  let closed = false;
  for (const labels of columnLabels(band, scheme)) {
    const { column, indicator, branch } = labels;
    if (column < band.firstBranchColumn) continue;
    const printed = pointsAt(column);
    const place = { sheet: sheet.name, cell: a1(band.bottom, column) };
    if (labels.isRank && labels.texts.some((text) => ownRanks.test(text))) {
      others.push(labels);
      continue;
    }
    if (labels.isRank) {
      const key = blockKey({ grant: labels.grant ?? null, goal: labels.goal ?? null, group: labels.group ?? null });
      if (!ranks.has(key)) ranks.set(key, column);
      closed ||= labels.grant === undefined;
      continue;
    }
    if (branch !== undefined) {
      const scored = pointsRow === undefined ? !closed : printed !== undefined;
      if (!scored) {
        others.push(labels);
        continue;
      }
      const entry = indicator === undefined ? undefined : byId.get(`${indicator.id}${branch}`);
      const found = labels.texts.join(' ');
      if (labels.contradiction) problems.push(problem('nation-header-contradicts', { ...place, found }));
      else if (entry === undefined) unknown.push({ ...place, found });
      else if (printed !== undefined && printed !== entry.criterion.points) {
        const facts = { year: scheme.fiscalYear, name: criterionNotation(entry) };
        problems.push(
          problem(
            'nation-points-contradict',
            {
              ...place,
              criterion: entry.criterion.id,
              found: String(printed),
              expected: String(entry.criterion.points),
            },
            facts,
          ),
        );
      } else if (at(criteria, entry.index).length < timesCounted(entry.indicator)) {
        at(criteria, entry.index).push(column);
      } else if (printed !== undefined) {
        const name = criterionNotation(entry);
        problems.push(problem('nation-column-twice', { ...place, criterion: entry.criterion.id, found }, { name }));
      }
      continue;
    }
    const reading = closed && printed === undefined ? undefined : sumKey(scheme, labels, printed, blocks);
    if (reading === undefined) others.push(labels);
    else if (reading.kind === 'contradicts') {
      problems.push(
        problem(
          'nation-sum-contradicts',
          { ...place, found: String(printed), expected: reading.expected },
          { header: labels.texts.join(' ') },
        ),
      );
    } else {
      const known = sums.get(reading.key);
      if (known === undefined) sums.set(reading.key, [column]);
      else if (printed !== undefined && isOfCommonGoal(scheme, labels.goal)) known.push(column);
    }
  }
  const [strange] = unknown;
  if (strange !== undefined) problems.push(problem('nation-column-unknown', strange, { count: unknown.length }));
  const missing = all.filter(({ index }) => criteria[index]?.length === 0);
  const [first] = missing;
  if (first !== undefined) {
    const listed = missing
      .slice(0, 12)
      .map(({ criterion }) => criterion.id)
      .join('・');
    problems.push(problem('nation-criteria-missing', { sheet: sheet.name, found: listed }, { count: missing.length }));
  }
  return { criteria, sums, ranks, others, unknown: unknown.length, problems };
};

/** 県内順位, 区分内順位, 前年度順位: ranks, but not this year's in the nation. */
const ownRanks = /(?:県|都|道|府|圏域|管内|区分|規模別?)内?の?順位|(?:前|昨)年度?.*順位/;

/** The sum of a common goal may stand under each grant. */
const isOfCommonGoal = ({ goals }: Scheme, goal: number | undefined): boolean =>
  goals.some((one) => one.goal === goal && isCommon(one));
