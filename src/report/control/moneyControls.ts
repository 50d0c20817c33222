import { moneyGrantName, type MunicipalityGrants, type UseOfGrant, type UseTable } from '../../allocation';
import type { FigureSource } from '../../workbook';
import { computed } from '../figureSources';
import { allKnown, sumControls, yenFigure, type Control } from './control';
import { amountSource, told } from './moneySources';
import { shortMoneyName } from './shortMoneyName';

/** 推進＋支援＋成果指向型配分枠 against the total of the sheet 配分; in yen. */
export const grantControls = ({
  promotion,
  support,
  outcomeOriented,
  totalYen,
}: MunicipalityGrants): readonly Control[] => {
  const amounts = [promotion, support, ...(outcomeOriented === null ? [] : [outcomeOriented])];
  const terms = allKnown(amounts.map((amount) => yenFigure(amount.yen, amountSource(amount))));
  const printed = yenFigure(totalYen, computed('推進＋支援＋成果指向型配分枠'));
  const label = `交付額（円） ＝ 推進＋支援${outcomeOriented === null ? '' : '＋成果指向型'}`;
  return terms === undefined || printed === undefined ? [] : sumControls(label, terms, printed);
};

/** The programmes of each grant against its notice, and the grants against the whole of the sheet 使途; in yen. */
export const useControls = ({ tables, totalYen }: UseOfGrant): readonly Control[] => {
  const terms = allKnown(tables.map((table) => yenFigure(table.totalYen, tableSource(table))));
  const printed = yenFigure(totalYen, computed('各交付金の計の合計'));
  return [
    ...tables.flatMap(tableControls),
    ...(terms === undefined || printed === undefined || terms.length < 2
      ? []
      : sumControls('使途の全体（円） ＝ 各交付金の計', terms, printed)),
  ];
};

const tableControls = (table: UseTable): readonly Control[] => {
  const rest = table.rows.filter(({ kind }) => kind === 'unassigned');
  const terms = allKnown(
    table.rows.map(({ kind, name, amountYen }) =>
      yenFigure(
        amountYen,
        kind === 'programme' ? told(`充当先事業「${name}」の金額`) : computed('内示額－充当先事業の金額の計'),
      ),
    ),
  );
  const printed = yenFigure(table.totalYen, tableSource(table));
  return terms === undefined || printed === undefined || terms.length === 0
    ? []
    : sumControls(
        `${shortMoneyName(table.grant)}の使途（円） ＝ 充当先事業${rest.map(({ name }) => `＋${name}`).join('')}`,
        terms,
        printed,
      );
};

const tableSource = ({ grant, noticeYen }: UseTable): FigureSource =>
  noticeYen === undefined ? computed('充当先事業の金額の計') : told(`${moneyGrantName(grant)}の内示額`);
