import { type ColumnChooser, type SheetContent } from '../../workbook';
import { scoredYears, yearOf, type Scheme } from '../../schemes';
import { columnRoles } from './columnRoles';
import { findHeaderBand, type HeaderBand } from './headerBand';
import { identityColumns, summaryRows } from './nationalRows';
import { mayHoldAmounts, mayHoldFigures } from './readFigures';

/**
 * The columns of a national table that {@link readNationalTable} looks at, by the rules of any year and by a person's own:
 * identity, points, sums, ranks, amounts and raw figures. The answers of the municipalities, which the ministry's sheet
 * repeats right of the points, are more than half of it. Undefined (all columns) for any other sheet, and for a table whose
 * 配点 do not stand in its first rows: they say which columns are points.
 */
export const nationalColumns = (own?: Scheme): ColumnChooser =>
  function* (head) {
    const band = findHeaderBand(head);
    if (band === undefined || !identityColumns(band, new Set()).has('municipality')) return undefined;
    yield;
    const pointsRow = summaryRows(head, band).find(({ kind }) => kind === 'maxPoints')?.row;
    if (pointsRow === undefined) return undefined;
    const wanted = new Set(Array.from({ length: band.firstBranchColumn }, (_, column) => column));
    for (const scheme of [own, ...scoredYears()]) {
      yield;
      const rules = typeof scheme === 'string' ? yearOf(scheme).scheme : scheme;
      if (rules === undefined) continue;
      for (const column of columnsBy(head, band, rules, pointsRow)) wanted.add(column);
    }
    return wanted;
  };

const columnsBy = (head: SheetContent, band: HeaderBand, scheme: Scheme, pointsRow: number): readonly number[] => {
  const { criteria, sums, ranks, others } = columnRoles(head, band, scheme, pointsRow);
  const scored = [...criteria.flat(), ...[...sums.values()].flat()];
  return [
    ...scored,
    ...ranks.values(),
    ...identityColumns(band, new Set([...scored, ...ranks.values()])).values(),
    ...others.filter((labels) => mayHoldAmounts(labels) || mayHoldFigures(labels)).map(({ column }) => column),
  ];
};
