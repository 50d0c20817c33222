import { basisWords, moneyGrantName, totalOf } from '../../allocation';
import type { Settings } from '../../settings';
import { fromAmount } from '../figureSources';
import { computed } from '../origins';
import { cell, type Line, yenCell, cellLine, headerLine, line, wideLines } from '../layout';
import { municipalityTitle } from '../headline';
import { amountsOf, basesOf, type PaidMunicipality } from './paidMunicipality';

/** The columns of the amounts with band and basis. */
export const explainedAmountsWidths = [34, 18, 18, 18, 24];
const wide = wideLines(explainedAmountsWidths.length);

/** The amounts of one municipality with band and basis, their sum, and a sentence for each reason. */
export const explainedAmounts = (
  { municipality, grants }: PaidMunicipality,
  settings: Settings | undefined,
): readonly Line[] => {
  const amounts = amountsOf(grants).map(({ grant, amount }) => ({
    ...amount,
    name: moneyGrantName(grant),
    source: fromAmount(settings, grant, amount),
  }));
  return [
    wide(municipalityTitle(municipality), 'heading'),
    headerLine(['区分', '金額（円）', '下限（円）', '上限（円）', '根拠']),
    ...amounts.map(({ name, yen, low, high, basis, source }) =>
      cellLine([
        cell(name, 'side'),
        yenCell(yen, 'body', source),
        yenCell(low, 'body', source),
        yenCell(high, 'body', source),
        cell(basisWords[basis], 'center'),
      ]),
    ),
    cellLine([
      cell('合計', 'total-side'),
      yenCell(grants.totalYen, 'total', sum),
      cell(Number(totalOf(grants, 'low')), 'total', 'integer', sum),
      cell(Number(totalOf(grants, 'high')), 'total', 'integer', sum),
      cell(basesOf(grants), 'total-paper'),
    ]),
    ...amounts.flatMap(({ name, because, source }) =>
      because.map((reason) => wide(`${name}：${reason}`, 'note', source)),
    ),
    line(),
  ];
};

const sum = computed('区分ごとの額の合計');
