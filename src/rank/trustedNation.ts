import type { NationalTable } from '../answers';
import { at } from '../kernel';
import { ok, problem, refuse, type Result } from '../problems';
import { blockKey, criterionIndexOf, wholeOf } from '../schemes';
import { pointsOf } from '../score';
import { nationOf, type Nation } from './nation';

/** A table with fewer of the year's criteria than this is not the table it is taken for. */
const leastFound = 0.9;
/** Where more rows than this contradict their printed total, the columns were not read as they were meant. */
const mostContradicting = 0.5;

/**
 * The nation of a table, only where there are grounds for it: nearly all criteria have a column, and the totals worked out
 * are those that stand in the table. Else refused with one sentence, so that no rank, mean or amount comes from it.
 */
export const trustedNation = (table: NationalTable): Result<Nation> => {
  const { all } = criterionIndexOf(table.scheme);
  const missing = all.filter(({ index }) => at(table.criteriaFound, index) === 0);
  const [first] = missing;
  if (first !== undefined && all.length - missing.length < all.length * leastFound) {
    const place = { sheet: table.sheet, found: String(missing.length), expected: String(all.length) };
    return refuse(
      problem('nation-not-recognised', place, { first: `${first.indicator.name}　${first.criterion.label}` }),
    );
  }
  const nation = nationOf(table);
  const { compared, differing } = totalsOf(nation);
  const [row] = differing;
  if (row === undefined || differing.length <= compared * mostContradicting) return ok(nation);
  const place = {
    sheet: table.sheet,
    cell: `${String(at(table.rows, row.row) + 1)}行`,
    found: String(row.printed),
    expected: String(row.ours),
  };
  return refuse(
    problem('nation-totals-contradict', place, {
      municipality: table.municipalities[row.row]?.name ?? '',
      count: differing.length,
      of: compared,
    }),
  );
};

interface DifferingTotal {
  readonly row: number;
  readonly printed: number;
  readonly ours: number;
}

const totalsOf = ({
  table,
  scores,
}: Nation): { readonly compared: number; readonly differing: readonly DifferingTotal[] } => {
  const totals = table.printedBlocks.get(blockKey(wholeOf(null)));
  const rows = [...(totals ?? [])].flatMap((printed, row) => (Number.isNaN(printed) ? [] : [{ row, printed }]));
  return {
    compared: rows.length,
    differing: rows
      .map(({ row, printed }) => ({ row, printed, ours: pointsOf(scores, row, scores.compiled.totalBlock) }))
      .filter(({ printed, ours }) => printed !== ours),
  };
};
