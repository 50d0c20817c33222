import { yen } from '../../kernel';
import { inYen } from '../printYen';
import type { Allotment } from './allocation';
import { roundings } from './rounding';

/** An amount's reasons as one Japanese sentence per step, for the 配分 sheet: share, coefficient, limits, passes, rounding. */
export const explainAllotment = ({ yen: amount, because }: Allotment): readonly string[] => [
  `得点 ${because.points} × 第1号被保険者数 ${because.insured.toLocaleString('en-US')} × 係数 ${coefficientText(because.coefficientTenThousandths)} の、全市町村の合計に占める割合 ${percentText(because.weight, because.totalWeight)} を ${inYen(because.sharedYen)} に掛けた額`,
  ...(because.limited === 'raised' ? ['激変緩和の下限まで引き上げ'] : []),
  ...(because.limited === 'capped' ? ['上限（倍率）で止め、超えた分は他の市町村に再配分'] : []),
  ...(because.pass > 0 ? [`再配分 ${because.pass} 回目で確定`] : []),
  ...(because.requiredYen !== undefined && because.requiredYen < because.draftYen
    ? [
        `交付見込額（案）${inYen(because.draftYen)} を所要見込額 ${inYen(because.requiredYen)} まで減額（△${inYen(yen(because.draftYen - because.requiredYen))}）`,
      ]
    : []),
  ...(because.additionalYen > 0n ? [`追加交付額 ${inYen(because.additionalYen)}`] : []),
  `${roundings[because.rounding].words}：${inYen(amount)}`,
];

const coefficientText = (tenThousandths: number): string => (tenThousandths / 10_000).toFixed(4).replace(/0{1,2}$/, '');

/** Four decimals of a percentage, cut from the exact ratio. */
const percentText = (part: bigint, whole: bigint): string => {
  const millionths = (part * 1_000_000n) / whole;
  return `${millionths / 10_000n}.${String(millionths % 10_000n).padStart(4, '0')}％`;
};
