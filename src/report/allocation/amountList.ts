import type { Settings } from '../../settings';
import { fromAmount } from '../figureSources';
import { computed } from '../origins';
import { cell, type Line, yenCell, cellLine, headerLine } from '../layout';
import { basesOf, type PaidMunicipality } from './paidMunicipality';

/** The columns of the list. */
export const amountListWidths = [14, 18, 17, 20, 17, 17, 24];

/** The amounts of many municipalities, one row each. */
export const amountList = (known: readonly PaidMunicipality[], settings: Settings | undefined): readonly Line[] => [
  headerLine(['都道府県', '市町村', '推進（円）', '成果指向型配分枠（円）', '支援（円）', '合計（円）', '根拠']),
  ...known.map(({ municipality: { identity }, grants }) => {
    const { promotion, outcomeOriented, support, totalYen } = grants;
    return cellLine([
      cell(identity.prefecture ?? null, 'side'),
      cell(identity.name, 'side'),
      yenCell(promotion.yen, 'body', fromAmount(settings, 'promotion', promotion)),
      outcomeOriented === null
        ? yenCell(undefined)
        : yenCell(outcomeOriented.yen, 'body', fromAmount(settings, 'outcomeOriented', outcomeOriented)),
      yenCell(support.yen, 'body', fromAmount(settings, 'support', support)),
      yenCell(totalYen, 'total', sum),
      cell(basesOf(grants), 'center'),
    ]);
  }),
];

const sum = computed('推進・成果指向型配分枠・支援の額の合計');
