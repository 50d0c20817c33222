import { fiscalYearLabel } from '../../kernel';
import type { SheetModel } from '../../workbook';
import { amountList, amountListWidths } from './amountList';
import { amountNotes } from './amountNotes';
import { explainedAmounts, explainedAmountsWidths } from './explainedAmounts';
import { layOut, pageSetup, wideLines } from '../layout';
import { municipalitiesOf, type Results } from '../../evaluation';

/** The amounts of so many municipalities are explained one by one; more are listed. */
const explained = 3;

/** Sheet 配分: amounts with band, basis and reason; a list of many municipalities has one row each. */
export const allocationSheet = (results: Results): SheetModel => {
  const known = municipalitiesOf(results).flatMap((municipality) =>
    municipality.grants === null ? [] : [{ municipality, grants: municipality.grants }],
  );
  const few = known.length <= explained;
  const columnWidths = few ? explainedAmountsWidths : amountListWidths;
  const wide = wideLines(columnWidths.length);
  const { rows, merges, rowHeights } = layOut(
    [
      ...(few ? [wide(`交付額（${fiscalYearLabel(results.scheme.fiscalYear)}）`, 'title')] : []),
      ...(few
        ? known.flatMap((one) => explainedAmounts(one, results.money.settings))
        : amountList(known, results.money.settings)),
      ...amountNotes(known).map((note) => wide(note, 'note')),
    ],
    columnWidths,
  );
  return {
    name: '配分',
    marker: 'allocation',
    rows,
    merges,
    columnWidths,
    rowHeights,
    ...(few ? {} : { frozenRows: 1 }),
    print: pageSetup({
      orientation: 'landscape',
      ...(few ? {} : { headerRow: 0 }),
      checkCode: results.checkCode,
    }),
  };
};
