import type { GrantAmount } from '../../allocation';
import type { FigureSource } from '../../workbook';

/** A figure a person told beside the answers. */
export const told = (what: string): FigureSource => ({
  kind: 'told',
  text: `${what}：シート「設定」または設定ファイルの値です。`,
});

/** An amount with the reasons the sheet 配分 prints for it. */
export const amountSource = ({ basis, because }: GrantAmount): FigureSource => ({
  kind: basis === 'notice' ? 'told' : 'plan',
  text: `${because.join('。')}。`,
});
