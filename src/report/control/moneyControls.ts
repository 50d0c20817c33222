import type { GrantAmount, MunicipalityGrants, UseOfGrant, UseTable } from '../../allocation';
import type { MoneyGrant, Settings } from '../../settings';
import type { FigureSource } from '../../workbook';
import { fromAmount, fromProgrammes, fromSettings } from '../figureSources';
import { computed } from '../origins';
import { municipalitiesOf, type Results } from '../../evaluation';
import { allKnown, sumControls, yenTerm, type Control } from './control';
import { shortMoneyName } from './shortMoneyName';

/** 推進＋支援＋成果指向型配分枠 against the total of the sheet 配分; in yen. */
export const grantControls = (
  results: Results,
  { promotion, support, outcomeOriented, totalYen }: MunicipalityGrants,
): readonly Control[] => {
  const amounts: readonly (readonly [MoneyGrant, GrantAmount])[] = [
    ['promotion', promotion],
    ['support', support],
    ...(outcomeOriented === null ? [] : [['outcomeOriented', outcomeOriented] as const]),
  ];
  const own = municipalitiesOf(results).length === 1 ? results.money.settings : undefined;
  const terms = allKnown(amounts.map(([grant, amount]) => yenTerm(amount.yen, fromAmount(own, grant, amount))));
  const printed = yenTerm(totalYen, computed('推進＋支援＋成果指向型配分枠'));
  const label = `交付額（円） ＝ 推進＋支援${outcomeOriented === null ? '' : '＋成果指向型'}`;
  return terms === undefined || printed === undefined ? [] : sumControls(label, terms, printed);
};

/** The programmes of each grant against its notice, and the grants against the whole of the sheet 使途; in yen. */
export const useControls = ({ money: { settings } }: Results, { tables, totalYen }: UseOfGrant): readonly Control[] => {
  const terms = allKnown(tables.map((table) => yenTerm(table.totalYen, tableSource(settings, table))));
  const printed = yenTerm(totalYen, computed('各交付金の計の合計'));
  return [
    ...tables.flatMap((table) => tableControls(settings, table)),
    ...(terms === undefined || printed === undefined || terms.length < 2
      ? []
      : sumControls('使途の全体（円） ＝ 各交付金の計', terms, printed)),
  ];
};

const tableControls = (settings: Settings | undefined, table: UseTable): readonly Control[] => {
  const rest = table.rows.filter(({ programme }) => programme === undefined);
  const terms = allKnown(
    table.rows.map(({ amountYen, programme }) =>
      yenTerm(amountYen, fromProgrammes(programme) ?? computed('内示額－充当先事業の金額の計')),
    ),
  );
  const printed = yenTerm(table.totalYen, tableSource(settings, table));
  const label = `${shortMoneyName(table.grant)}の使途（円） ＝ 充当先事業${rest.map(({ name }) => `＋${name}`).join('')}`;
  return terms === undefined || printed === undefined || terms.length === 0 ? [] : sumControls(label, terms, printed);
};

const tableSource = (settings: Settings | undefined, { grant, noticeYen }: UseTable): FigureSource => {
  const told = noticeYen === undefined ? undefined : fromSettings(settings, `notice.${grant}`);
  return told ?? computed('充当先事業の金額の計');
};
